using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Privacy;

/// <summary>What of some rows belonged to somebody who was erased.</summary>
/// <param name="Addresses">E-mail addresses, as they were given.</param>
/// <param name="Phones">Telephone numbers in E.164.</param>
/// <param name="NameKeys">Folded names.</param>
public sealed record ErasedMarks(IReadOnlySet<string> Addresses, IReadOnlySet<string> Phones, IReadOnlySet<string> NameKeys)
{
    /// <summary>Nobody was erased: nearly always.</summary>
    public static readonly ErasedMarks None = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
}

/// <summary>Who was erased. Whoever takes in persons asks here first.</summary>
public sealed class ErasedPersons(RekrutteringDb db, ErasureSeal seal)
{
    /// <summary>What these persons have in common with those who were erased from this kommune's register, and whom nobody has let back in (<see cref="LiftErasure"/>).</summary>
    public async Task<ErasedMarks> ReadAsync(string kommuneNumber, IEnumerable<ParsedPerson?> persons, CancellationToken cancellationToken = default)
    {
        // Erasures are few, and rows many: the rows are held against them, and not one by one asked for.
        var erased = await db.Erasures.AsNoTracking().Where(e => e.KommuneNumber == kommuneNumber && e.LiftedAt == null).Select(e => new { e.AddressHash, e.PhoneHash, e.NameHash }).ToListAsync(cancellationToken);
        if (erased.Count == 0)
            return ErasedMarks.None;
        var hashes = erased.SelectMany(e => new[] { e.AddressHash, e.PhoneHash, e.NameHash }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var rows = persons.OfType<ParsedPerson>().ToList();
        HashSet<string> Known(IEnumerable<string?> texts, Func<string, string?> hash) => [.. texts.OfType<string>().Distinct(StringComparer.Ordinal).Where(text => hash(text) is { } sealedText && hashes.Contains(sealedText))];
        return new(
            Known(rows.Select(p => p.Email), email => seal.Of(kommuneNumber, email)),
            Known(rows.Select(p => p.Phone), phone => seal.OfPhone(kommuneNumber, phone)),
            Known(rows.Select(p => p.NameKey), name => seal.OfName(kommuneNumber, name)));
    }

    /// <summary>Whether the address belonged to somebody who was erased, and nobody has let her back in.</summary>
    public async Task<bool> KeepsOutAsync(string kommuneNumber, string? email, CancellationToken cancellationToken = default) =>
        seal.Of(kommuneNumber, email) is { } hash && await db.Erasures.AnyAsync(e => e.KommuneNumber == kommuneNumber && e.AddressHash == hash, cancellationToken);
}
