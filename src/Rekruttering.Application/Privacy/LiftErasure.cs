using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Privacy;

/// <summary>What is known of an address that was erased: when, and by whom.</summary>
public sealed record ErasedAddress(DateTime At, string By);

/// <summary>
/// Lifts what keeps an erased address out, on the person's own wish: a deliberate step by somebody who says how the person asked, kept with
/// the time and the name. It forgets the address for good. No import ever does it.
/// </summary>
public sealed class LiftErasure(RekrutteringDb db, ErasureSeal seal, TimeProvider clock)
{
    /// <summary>Null when nothing keeps the address out; the same for what is no address.</summary>
    public async Task<ErasedAddress?> ReadAsync(string? email, CancellationToken cancellationToken = default)
    {
        if (await Of(email).OrderByDescending(e => e.At).FirstOrDefaultAsync(cancellationToken) is not { } erasure)
            return null;
        var by = await db.Users.Where(u => u.Id == erasure.ById).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new ErasedAddress(erasure.At, by ?? "en tidligere kollega");
    }

    /// <summary>Lifts it. Afterwards the person can be written in by hand, on any basis, and by lists too.</summary>
    public async Task<Result> ExecuteAsync(string? email, string? reason, Guid byUserId, CancellationToken cancellationToken = default)
    {
        var erasures = await Of(email).ToListAsync(cancellationToken);
        if (erasures.Count == 0)
            return new AddressNotErased { Field = "Email" };
        var why = NationalId.Scrub((reason ?? "").Trim());
        if (why.Length is < 10 or > Erasure.LongestReason)
            return InvalidInput.In("Reason", $"Skriv hvordan og når personen ba om det, med 10 til {Erasure.LongestReason} tegn.");
        foreach (var erasure in erasures)
            erasure.Lift(why, byUserId, clock.UtcNow());
        return await db.SaveOrRefuseAsync(cancellationToken);
    }

    private IQueryable<Erasure> Of(string? email)
    {
        var hash = db.ScopeNumber is { } kommune ? seal.Of(kommune, email) : null;
        return db.Erasures.Where(e => hash != null && e.AddressHash == hash);
    }
}
