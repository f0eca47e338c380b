using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>Changes what stands in the register about a student, and writes who changed which field from what to what.</summary>
public sealed class EditStudent(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    /// <summary>
    /// Refused as in <see cref="RegisterStudent"/>, and with <see cref="ChangedMeanwhile"/> when the row is no longer the version that
    /// the form was filled from. A form that changes nothing writes nothing.
    /// </summary>
    public async Task<Result> ExecuteAsync(Guid studentId, StudentForm form, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await db.Students.SingleOrDefaultAsync(s => s.Id == studentId, ct) is not { } student)
            return new NotFound();
        var now = clock.UtcNow();
        var read = form.Read(OsloTime.DateOf(now), await db.StudyPlacesAsync(ct));
        if (!read.IsOk)
            return read.Refusal;
        var (before, after) = (student.Details, read.Value.After(student.Details, Term.Of(OsloTime.DateOf(now))));
        if (student.Version != form.Version)
            return new ChangedMeanwhile();
        if (await RefusalAsync(student, after, form, ct) is { } refusal)
            return refusal;
        var names = await RegisterChecks.NamesOfAsync(db, [before.ContactPersonId, after.ContactPersonId], ct);
        var changes = StudentChanges.Between(before, after, id => names.GetValueOrDefault(id));
        if (changes.Count == 0)
            return Result.Ok;
        student.Update(after, now);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Edited, now, StudentChanges.Summary(changes), StudentChanges.Text(changes), byUserId));
        await RegisterChecks.MarkApartAsync(db, student, form.NotTheSameAs, byUserId, now, ct);
        return await db.SaveOrRefuseAsync(ct);
    }

    private async Task<Refusal?> RefusalAsync(Student student, StudentDetails after, StudentForm form, CancellationToken ct)
    {
        var renamed = (after.FirstName, after.LastName) != (student.FirstName, student.LastName);
        return (after.ContactPersonId == student.ContactPersonId ? null : await RegisterChecks.ContactPersonAsync(db, after.ContactPersonId, ct))
            ?? (after.Email == student.Email ? null : await RegisterChecks.SameEmailAsync(db, after.Email, student.Id, ct))
            ?? (after.Email != student.Email && await erased.KeepsOutAsync(student.KommuneNumber, after.Email, ct) ? new AddressWasErased { Field = nameof(StudentForm.Email) } : null)
            ?? (renamed ? await RegisterChecks.DuplicateAsync(db, after, form.NotTheSameAs, student.Id, ct) : null);
    }
}
