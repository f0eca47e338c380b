using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students;

/// <summary>What must hold between a student and the rest of the kommune's register.</summary>
internal static class RegisterChecks
{
    /// <summary>The same mailbox twice is refused; archived students count, so that they are taken back and not written anew.</summary>
    public static async Task<Refusal?> SameEmailAsync(RekrutteringDb db, string? email, Guid? except, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var address))
            return null;
        var key = address.Key;
        var other = await db.Students.Where(s => s.EmailKey == key && s.Id != except).OrderBy(s => s.CreatedAt).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
        // Lists and mails may still use the address of before a merge: it is that student's.
        other ??= await db.StudentAliases.Where(a => a.EmailKey == key && a.StudentId != except).Select(a => (Guid?)a.StudentId).FirstOrDefaultAsync(ct);
        return other is { } id ? new EmailAlreadyRegistered(id) { Field = nameof(StudentForm.Email) } : null;
    }

    /// <summary>
    /// Somebody who may be the same person by the broad rules is asked about once: those on whom the user has decided are not asked about again.
    /// </summary>
    public static async Task<Refusal?> DuplicateAsync(RekrutteringDb db, StudentDetails details, string? notTheSameAs, Guid? except, CancellationToken ct)
    {
        var alike = await new AlikeStudents(db).ReadAsync(PersonTraits.Of(details), except, ct);
        var asked = PossibleDuplicate.IdsIn(notTheSameAs);
        return alike.Any(one => !asked.Contains(one.Id)) ? new PossibleDuplicate(alike) : null;
    }

    /// <summary>Those about whom the user was asked, and said that it is another person: they are not shown as a pair again.</summary>
    public static async Task MarkApartAsync(RekrutteringDb db, Student student, string? notTheSameAs, Guid byUserId, DateTime now, CancellationToken ct)
    {
        var asked = PossibleDuplicate.IdsIn(notTheSameAs);
        if (asked.Count == 0)
            return;
        var known = await db.TwoPersons.Where(p => p.FirstId == student.Id || p.SecondId == student.Id).ToListAsync(ct);
        foreach (var other in await db.Students.Where(s => asked.Contains(s.Id) && s.Id != student.Id).Select(s => s.Id).ToListAsync(ct))
            if (!known.Exists(mark => mark.Beside(student.Id) == other))
                db.TwoPersons.Add(new TwoPersons(student.KommuneNumber, student.Id, other, byUserId, now));
    }

    /// <summary>A contact person works for the kommune.</summary>
    public static async Task<Refusal?> ContactPersonAsync(RekrutteringDb db, Guid? userId, CancellationToken ct) =>
        userId is null || await db.Memberships.AnyAsync(m => m.UserId == userId && m.KommuneNumber == db.ScopeNumber, ct)
            ? null
            : InvalidInput.In(nameof(StudentForm.ContactPersonId), "Velg en kollega fra listen.");

    /// <summary>The names of those among them who work for the kommune today: nobody else is a student's contact person.</summary>
    public static async Task<Dictionary<Guid, string>> ColleaguesAsync(RekrutteringDb db, IEnumerable<Guid?> userIds, CancellationToken ct)
    {
        var names = await NamesOfAsync(db, userIds, ct);
        var members = await db.Memberships.Where(m => m.KommuneNumber == db.ScopeNumber && names.Keys.Contains(m.UserId)).Select(m => m.UserId).ToListAsync(ct);
        return members.ToDictionary(id => id, id => names[id]);
    }

    /// <summary>The names of those who work, or have worked, with a student.</summary>
    public static async Task<Dictionary<Guid, string>> NamesOfAsync(RekrutteringDb db, IEnumerable<Guid?> userIds, CancellationToken ct)
    {
        var ids = userIds.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName == "" ? u.Email ?? "" : u.DisplayName, ct);
    }
}

/// <summary>The address stands in the kommune's register already.</summary>
/// <param name="StudentId">Whose it is; a student of the same kommune.</param>
public sealed record EmailAlreadyRegistered(Guid StudentId) : Refusal("En student med denne e-postadressen står allerede i registeret.");

/// <summary>Somebody who may be the same stands in the register: the user is asked once whether it is one person.</summary>
/// <param name="Alike">Who, in the same kommune, the most alike first.</param>
public sealed record PossibleDuplicate(IReadOnlyList<AlikeStudent> Alike) : Refusal("Det står noen i registeret som kan være samme person. Se om det er den samme før du lagrer.")
{
    /// <summary>What to send back in <see cref="StudentForm.NotTheSameAs"/> when it is another person: in letters alone, for digits in a form may be taken for a fødselsnummer.</summary>
    public string Asked => string.Join(',', Alike.Select(one => string.Concat(one.Id.ToString("N").Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 'g') : c))));

    /// <summary>Whom the user was asked about.</summary>
    public static IReadOnlyList<Guid> IdsIn(string? asked) =>
        [.. (asked ?? "").Split(',', 2 * AlikeStudents.Most).Select(text => string.Concat(text.Select(c => c is >= 'g' and <= 'p' ? (char)(c - 'g' + '0') : c)))
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
