using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// Starts one scheduled campaign whose time has come: freezes the audience as one message row per student, ready or left out with its
/// reason, in one transaction with the start. Run twice, or at once in two places, it starts once: the second meets the campaign's
/// version, and below that the rows' unique key.
/// </summary>
public sealed class StartCampaign(RekrutteringDb db, Audience audience, TimeProvider clock)
{
    private const int AtATime = 1000;

    /// <summary>Done, or why not. Too late, the campaign is a draft again and says so.</summary>
    public async Task<Result> ExecuteAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign is null)
            return new NotFound();
        var now = clock.UtcNow();
        var started = campaign.Start(now);
        try
        {
            if (started.IsOk)
                await FreezeAsync(campaign, now, cancellationToken);
            else if (started.Refusal is CampaignTooLate)
                await db.SaveChangesAsync(cancellationToken);
            return started;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return new ChangedMeanwhile();
        }
    }

    // Saved in portions, so that memory does not grow with the audience; all or nothing by the transaction.
    private async Task FreezeAsync(Campaign campaign, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var topic = await db.TextOf(campaign).Select(text => text.Topic).SingleAsync(cancellationToken);
        var unsaved = 0;
        await foreach (var member in audience.ReadAsync(campaign, topic, cancellationToken))
        {
            db.Messages.Add(RowFor(member, campaign.Id, now));
            if (++unsaved < AtATime)
                continue;
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            unsaved = 0;
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static Message RowFor(AudienceMember member, Guid campaignId, DateTime now)
    {
        var message = Message.To(member.Student, MessageKind.Campaign, $"campaign:{campaignId:N}:{member.Student.Id:N}", now, campaignId);
        if (member.LeftOut is { } reason)
            message.LeaveOut(reason);
        return message;
    }
}
