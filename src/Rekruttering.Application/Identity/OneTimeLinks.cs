using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Identity;

/// <summary>
/// Makes a link that works once: 24 hours for the first administrator and for a new password, 7 days for an invitation.
/// An earlier, unused link for the same user and purpose stays valid (a mail may be sent twice); the first administrator's is replaced.
/// </summary>
public sealed class IssueOneTimeLink(RekrutteringDb db, TimeProvider clock)
{
    /// <returns>The secret of the link: shown or mailed now, never known again.</returns>
    public async Task<string> ExecuteAsync(OneTimeLinkPurpose purpose, Guid? userId, CancellationToken cancellationToken = default)
    {
        if (purpose == OneTimeLinkPurpose.FirstAdministrator)
            await db.OneTimeLinks.Where(l => l.Purpose == purpose && l.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        var (token, hash) = SecretToken.Create();
        db.OneTimeLinks.Add(new OneTimeLink(hash, purpose, userId, clock.UtcNow(), LifetimeOf(purpose)));
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>An invitation may lie over a weekend; what stands in for a password may not.</summary>
    public static TimeSpan LifetimeOf(OneTimeLinkPurpose purpose) =>
        purpose == OneTimeLinkPurpose.Invitation ? TimeSpan.FromDays(7) : TimeSpan.FromHours(24);
}

/// <summary>Finds a link that still works, and changes nothing: opening a link is safe however often it is followed.</summary>
public sealed class FindOneTimeLink(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>The link and its user, or null: unknown, malformed, used and expired look the same.</summary>
    public async Task<FoundLink?> ExecuteAsync(string? token, OneTimeLinkPurpose purpose, CancellationToken cancellationToken = default)
    {
        if (SecretToken.HashOf(token) is not { } hash)
            return null;
        var now = clock.UtcNow();
        var link = await db.OneTimeLinks.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt >= now, cancellationToken);
        if (link is null)
            return null;
        var user = link.UserId is { } id ? await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        return new FoundLink(link, user);
    }

    /// <summary>Uses the link up; false when somebody else did in the meantime. To be called inside the transaction of what it pays for.</summary>
    public async Task<bool> UseUpAsync(FoundLink found, CancellationToken cancellationToken = default)
    {
        var now = clock.UtcNow();
        return await db.OneTimeLinks.Where(l => l.Id == found.Link.Id && l.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancellationToken) == 1;
    }
}

/// <summary>A link that works, and whom it is for (nobody yet, for the first administrator).</summary>
public sealed record FoundLink(OneTimeLink Link, AppUser? User)
{
    /// <summary>The id alone, for logs.</summary>
    public override string ToString() => $"one-time link {Link.Id}";
}
