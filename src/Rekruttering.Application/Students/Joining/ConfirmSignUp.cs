using System.Data;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Students.Joining;

/// <summary>
/// The address is hers and she says yes. Whoever is new comes into the register, with her consent and what she was told, and back into it after an
/// erasure, for this is her own wish. Whoever stands there already is neither doubled nor overwritten nor set free of a reservation: what she typed is
/// told to the kommune. Twice is once.
/// </summary>
public sealed class ConfirmSignUp(RekrutteringDb db, OpenSignUp open, AlikeStudents alike, ErasureSeal seal, TimeProvider clock)
{
    /// <returns>
    /// Null, or the secret of a link to her own pages when the register knew this very address: the mailbox is the same that such links are mailed to.
    /// Another mailbox learns nothing of anybody, however like the two may be. <see cref="NotFound"/> for a link that does not hold.
    /// </returns>
    public Task<Result<ConfirmedSignUp>> ExecuteAsync(string? token, CancellationToken cancellationToken = default) =>
        db.AgainWhenLostAsync<Result<ConfirmedSignUp>>(() => TryAsync(token, cancellationToken), lost => lost);

    private async Task<Result<ConfirmedSignUp>> TryAsync(string? token, CancellationToken ct)
    {
        if (await open.ReadAsync(token, ct) is not { } signUp)
            return new NotFound();
        if (SignUpDetails.Of(signUp) is not { } typed)
            return new ConfirmedSignUp(null);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var now = clock.UtcNow();
        var details = typed with { CollectedOn = OsloTime.DateOf(now) };
        string? ownPages = null;
        if (await WithAddressAsync(details, ct) is { } same)
            ownPages = Tell(same, details, signUp, "Meldte seg på, og sto her fra før.", now, withLink: true);
        else if (await AlmostSurelyAsync(details, ct) is { } like)
            Tell(like, details, signUp, "Noen som ser ut til å være samme person, meldte seg på med en annen e-postadresse.", now, withLink: false);
        else
            await AddAsync(details, signUp, now, ct);
        _ = signUp.Confirm(now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new ConfirmedSignUp(ownPages);
    }

    private async Task<Student?> WithAddressAsync(StudentDetails details, CancellationToken ct) =>
        await RegisterChecks.SameEmailAsync(db, details.Email, except: null, ct) is EmailAlreadyRegistered known ? await FindAsync(known.StudentId, ct) : null;

    // As an import does: less than certain is another person until somebody says otherwise.
    private async Task<Student?> AlmostSurelyAsync(StudentDetails details, CancellationToken ct) =>
        (await alike.ReadAsync(PersonTraits.Of(details), except: null, ct)).FirstOrDefault(one => one.Likeness.Verdict == Sameness.Certain) is { } sure ? await FindAsync(sure.Id, ct) : null;

    private Task<Student> FindAsync(Guid id, CancellationToken ct) => db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == id, ct);

    private async Task AddAsync(StudentDetails details, SignUp signUp, DateTime now, CancellationToken ct)
    {
        if (seal.Of(signUp.KommuneNumber, details.Email) is { } hash)
            foreach (var erasure in await db.Erasures.Where(e => e.AddressHash == hash).ToListAsync(ct))
                erasure.Lift("Meldte seg på selv, og bekreftet e-postadressen.", byUserId: null, now);
        var student = Student.Create(signUp.KommuneNumber, details, now);
        foreach (var kind in signUp.Unwanted())
            student.Reserve(kind, byStudent: true, now);
        db.Students.Add(student);
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.SignedUp, now, "Meldte seg på selv, og bekreftet e-postadressen.",
            $"Samtykket til dette:\n{signUp.Told}", subjectId: signUp.Id));
    }

    private string? Tell(Student student, StudentDetails typed, SignUp signUp, string summary, DateTime now, bool withLink)
    {
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.SignedUpAgain, now, summary, SignUpNews.Text(student, typed, signUp), subjectId: signUp.Id));
        if (!withLink)
            return null;
        var (token, hash) = SecretToken.Create();
        db.PersonalLinks.Add(new PersonalLink(hash, student.KommuneNumber, student.Id, signUp.Id, offerId: null, now));
        return token;
    }
}

/// <summary>It is done.</summary>
/// <param name="OwnPages">The secret of a link to her own pages, for one who stood in the register with this address.</param>
public sealed record ConfirmedSignUp(string? OwnPages)
{
    /// <summary>Says nothing of it, for logs.</summary>
    public override string ToString() => nameof(ConfirmedSignUp);
}
