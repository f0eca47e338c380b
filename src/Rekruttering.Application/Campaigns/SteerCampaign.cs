using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Campaigns;

/// <summary>Takes a scheduled campaign back to a draft.</summary>
public sealed class UnscheduleCampaign(RekrutteringDb db)
{
    /// <summary>Refused when it has started meanwhile.</summary>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        return campaign.Unschedule() is { IsOk: false } refused ? refused : await db.SaveOrRefuseAsync(cancellationToken);
    }
}

/// <summary>Lets a paused campaign go on where it stopped.</summary>
public sealed class ResumeCampaign(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Nobody who was sent to is sent to again: every row knows.</summary>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        return campaign.Resume(clock.UtcNow()) is { IsOk: false } refused ? refused : await db.SaveOrRefuseAsync(cancellationToken);
    }
}

/// <summary>Gives up a draft; it stays in the list.</summary>
public sealed class DiscardDraft(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when it was released meanwhile.</summary>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        return campaign.Discard(clock.UtcNow()) is { IsOk: false } refused ? refused : await db.SaveOrRefuseAsync(cancellationToken);
    }
}

/// <summary>
/// Stops a campaign for good and takes back what has not left. First the stop is saved, then the rows: a sender that claims in between
/// sees the stop after its claim.
/// </summary>
public sealed class CancelCampaign(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>What was handed over already cannot be taken back.</summary>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        var now = clock.UtcNow();
        if (campaign.Cancel(now) is { IsOk: false } refused)
            return refused;
        var saved = await db.SaveOrRefuseAsync(cancellationToken);
        if (!saved.IsOk)
            return saved;
        await db.StopRestAsync(id, now, cancellationToken);
        return Result.Ok;
    }
}

/// <summary>What is left of a campaign.</summary>
internal static class CampaignRest
{
    /// <summary>Takes back what has not been handed over. A sender that has claimed it finds another version and lets it be.</summary>
    public static Task<int> StopRestAsync(this RekrutteringDb db, Guid campaignId, DateTime now, CancellationToken cancellationToken) => db.Messages
        .Where(m => m.CampaignId == campaignId && (m.State == MessageState.Ready || m.State == MessageState.Deferred || m.State == MessageState.Claimed))
        .ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Cancelled)
            .SetProperty(m => m.SettledAt, now)
            .SetProperty(m => m.ClaimedBy, (string?)null)
            .SetProperty(m => m.ClaimedUntil, (DateTime?)null)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
}

/// <summary>
/// The same again, as a draft without a time: elsewhere a copied schedule has sent at once (odoo/odoo#106232, SparkDevNetwork/Rock#6916).
/// </summary>
public sealed class CopyCampaign(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Gives the copy's id.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Guid id, Guid byUserId, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        var name = campaign.Name.Length > 112 ? campaign.Name[..112] : campaign.Name;
        var copy = new Campaign(campaign.KommuneNumber, $"{name} (kopi)", campaign.TemplateId, campaign.Audience, byUserId, clock.UtcNow());
        _ = copy.Spare(campaign.OnlyInformed, campaign.QuietDays);
        if (campaign.EventCancelledAt is null)
            _ = copy.InviteTo(campaign.Event);
        db.Campaigns.Add(copy);
        await db.SaveChangesAsync(cancellationToken);
        return copy.Id;
    }
}

/// <summary>Where two people are asked for: the writer says that the draft is ready for somebody else to look at and release.</summary>
public sealed class AskForRelease(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Asking twice is once.</summary>
    public async Task<Result> ExecuteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        return campaign.AskForRelease(clock.UtcNow()) is { IsOk: false } refused ? refused : await db.SaveOrRefuseAsync(cancellationToken);
    }
}
