using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// Gives every campaign whose open hours are over the next ones, and takes back what is left of one whose limit has passed. Claims look at
/// the stretch itself, so nothing leaves outside it even when this comes late. Works in the scope of all kommuner.
/// </summary>
public sealed class TurnSendWindows(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Twice is once.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.UtcNow();
        var closed = await db.Campaigns.Where(c => (c.Status == CampaignStatus.Running || c.Status == CampaignStatus.Paused) && c.ClosesAt <= now).ToListAsync(cancellationToken);
        foreach (var campaign in closed)
        {
            if (campaign.SendUntil <= now)
                await TakeBackAsync(campaign.Id, now, cancellationToken);
            else
                campaign.TurnWindow(now);
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Paused, cancelled or finished at this moment; the next turn looks again.
            db.ChangeTracker.Clear();
        }
    }

    private Task<int> TakeBackAsync(Guid campaignId, DateTime now, CancellationToken cancellationToken) => db.Messages
        .Where(m => m.CampaignId == campaignId && (m.State == MessageState.Ready || m.State == MessageState.Deferred))
        .ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Cancelled)
            .SetProperty(m => m.LeftOutReason, LeftOutReason.TooLate)
            .SetProperty(m => m.SettledAt, now)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
}
