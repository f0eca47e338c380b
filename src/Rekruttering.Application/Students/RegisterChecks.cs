using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

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
        return other is { } id ? new EmailAlreadyRegistered(id) { Field = nameof(StudentForm.Email) } : null;
    }

    /// <summary>A namesake may be the same person; two known years of birth that differ say that it is not.</summary>
    public static async Task<Refusal?> NamesakeAsync(RekrutteringDb db, StudentDetails details, string? notTheSameAs, Guid? except, CancellationToken ct)
    {
        var key = SearchText.NameKey($"{details.FirstName} {details.LastName}");
        if (key == notTheSameAs)
            return null;
        var namesakes = await db.Students.Where(s => s.NameKey == key && s.Id != except)
            .Where(s => s.BirthYear == null || details.BirthYear == null || s.BirthYear == details.BirthYear)
            .OrderBy(s => s.CreatedAt).Take(5).Select(s => s.Id).ToListAsync(ct);
        return namesakes.Count == 0 ? null : new PossibleDuplicate(namesakes, key);
    }

    /// <summary>A contact person works for the kommune.</summary>
    public static async Task<Refusal?> ContactPersonAsync(RekrutteringDb db, Guid? userId, CancellationToken ct) =>
        userId is null || await db.Memberships.AnyAsync(m => m.UserId == userId && m.KommuneNumber == db.ScopeNumber, ct)
            ? null
            : InvalidInput.In(nameof(StudentForm.ContactPersonId), "Velg en kollega fra listen.");

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

/// <summary>Somebody of the same name stands in the register: the user is asked once whether it is the same person.</summary>
/// <param name="StudentIds">The namesakes, in the same kommune.</param>
/// <param name="NameKey">What to send back in <see cref="StudentForm.NotTheSameAs"/> when it is another person.</param>
public sealed record PossibleDuplicate(IReadOnlyList<Guid> StudentIds, string NameKey) : Refusal("Det står en student med samme navn i registeret. Se om det er den samme før du lagrer.");
