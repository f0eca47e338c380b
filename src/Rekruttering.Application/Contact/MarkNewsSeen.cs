using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Contact;

/// <summary>Moves the line between old and new on the user's morning page.</summary>
public sealed class MarkNewsSeen(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <param name="until">The newest item that was shown, UTC: what arrived while the page was open stays new. Never moves back or ahead of now.</param>
    public async Task ExecuteAsync(Guid userId, DateTime until, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var seen = until > now ? now : until;
        await db.Memberships
            .Where(m => m.UserId == userId && m.KommuneNumber == scope.Number && (m.NewsSeenAt == null || m.NewsSeenAt < seen))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NewsSeenAt, seen), ct);
    }
}
