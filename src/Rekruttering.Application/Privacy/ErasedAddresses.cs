using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Application.Privacy;

/// <summary>Which addresses belonged to somebody who was erased. Whoever takes in persons asks here first.</summary>
public sealed class ErasedAddresses(RekrutteringDb db, AddressSeal seal)
{
    private const int AtATime = 500;

    /// <summary>Those of the addresses that were erased from this kommune's register, as they were given.</summary>
    public async Task<IReadOnlySet<string>> ReadAsync(string kommuneNumber, IEnumerable<string?> addresses, CancellationToken cancellationToken = default)
    {
        var erased = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!await db.Erasures.AnyAsync(e => e.KommuneNumber == kommuneNumber && e.AddressHash != null, cancellationToken))
            return erased;
        foreach (var chunk in addresses.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Chunk(AtATime))
        {
            var hashes = chunk.Select(address => (Address: address, Hash: seal.Of(kommuneNumber, address))).Where(one => one.Hash is not null).ToList();
            var wanted = hashes.ConvertAll(one => one.Hash!);
            var found = await db.Erasures.Where(e => e.KommuneNumber == kommuneNumber && wanted.Contains(e.AddressHash!)).Select(e => e.AddressHash!).ToHashSetAsync(cancellationToken);
            erased.UnionWith(hashes.Where(one => found.Contains(one.Hash!)).Select(one => one.Address));
        }
        return erased;
    }

    /// <summary>Whether the address belonged to somebody who was erased, and nobody has let her back in (<see cref="LiftErasure"/>).</summary>
    public async Task<bool> KeepsOutAsync(string kommuneNumber, string? email, CancellationToken cancellationToken = default) =>
        (await ReadAsync(kommuneNumber, [email], cancellationToken)).Count > 0;
}
