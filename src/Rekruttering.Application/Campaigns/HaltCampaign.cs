using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// Pauses a running campaign, for a person or for the sender; when it was the sender, the administrators get a mail. First the pause itself is saved, then what is claimed is given back:
/// whoever claims in between reads the pause after the claim, so at most the one mail that is leaving over each connection still leaves.
/// Works in a scope of its own, since the sender is in the middle of its rows.
/// </summary>
public sealed class HaltCampaign(IServiceScopeFactory scopes, KommuneScope asker, TimeProvider clock)
{
    /// <param name="reason">Why, for the recruiter; null when a person paused it.</param>
    public async Task<Result> ExecuteAsync(Guid campaignId, string? reason, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterSame(asker);
        var db = scope.ServiceProvider.GetRequiredService<RekrutteringDb>();
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign is null)
            return new NotFound();
        if (campaign.Pause(reason?.Cut(Campaign.LongestReason)).Refusal is { } refusal)
            return refusal;
        if (campaign.PauseReason is not null)
            db.Messages.AddRange(await CampaignHaltedMails.PlanAsync(db, campaign, clock.UtcNow(), cancellationToken));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        await db.Messages.Where(m => m.CampaignId == campaignId && m.State == MessageState.Claimed).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Ready)
            .SetProperty(m => m.ClaimedBy, (string?)null)
            .SetProperty(m => m.ClaimedUntil, (DateTime?)null)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        return Result.Ok;
    }
}
