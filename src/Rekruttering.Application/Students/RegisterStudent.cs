using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>Writes a new student into the register of the kommune in scope, with the first line of the timeline in the same save.</summary>
public sealed class RegisterStudent(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    /// <summary>
    /// The new student's id. Refused with everything that is wrong in the form, <see cref="EmailAlreadyRegistered"/>, <see cref="AddressWasErased"/>, or
    /// once with <see cref="PossibleDuplicate"/>.
    /// </summary>
    public async Task<Result<Guid>> ExecuteAsync(StudentForm form, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = clock.UtcNow();
        var read = form.Read(OsloTime.DateOf(now), await db.StudyPlacesAsync(ct));
        if (!read.IsOk)
            return read.Refusal;
        var details = read.Value;
        var refusal = await RegisterChecks.ContactPersonAsync(db, details.ContactPersonId, ct)
            ?? await RegisterChecks.SameEmailAsync(db, details.Email, except: null, ct)
            ?? await RegisterChecks.DuplicateAsync(db, details, form.NotTheSameAs, except: null, ct);
        if (refusal is not null)
            return refusal;
        if (await erased.KeepsOutAsync(db.ScopeNumber!, details.Email, ct))
            return new AddressWasErased { Field = nameof(StudentForm.Email) };
        var student = Student.Create(db.ScopeNumber!, details, now);
        db.Students.Add(student);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Created, now, "Lagt til i registeret", $"Kilde: {details.Source}", byUserId));
        await RegisterChecks.MarkApartAsync(db, student, form.NotTheSameAs, byUserId, now, ct);
        await db.SaveChangesAsync(ct);
        return student.Id;
    }
}
