using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>What a person decides about a mail that may have been delivered, was refused, or waits for a server.</summary>
public enum MessageDecision
{
    /// <summary>It counts as delivered.</summary>
    TreatAsSent,

    /// <summary>It is sent again, with the same Message-ID.</summary>
    SendAgain,

    /// <summary>It was refused, somebody has seen to it in another way, and nothing more is done. Personal mail alone.</summary>
    LetBe,

    /// <summary>It waits, and is not tried again. Personal mail alone.</summary>
    Stop,
}

/// <summary>Settles a mail that no machine can settle.</summary>
public sealed class DecideMessage(RekrutteringDb db, TimeProvider clock)
{
    private static readonly MessageState[] Reaching = [MessageState.Ready, MessageState.Claimed, MessageState.HandedOver, MessageState.Deferred, MessageState.Sent];

    /// <summary>Refused when somebody, or a late answer of the server, has settled it meanwhile; and when it could not reach anybody.</summary>
    public async Task<Result> ExecuteAsync(Guid messageId, MessageDecision decision, CancellationToken cancellationToken = default)
    {
        if (await db.Messages.SingleOrDefaultAsync(m => m.Id == messageId, cancellationToken) is not { } message)
            return new NotFound();
        if (message is { Kind: MessageKind.Campaign, StudentId: null })
            return new RecipientErased();
        var now = clock.UtcNow();
        var decided = decision switch
        {
            MessageDecision.SendAgain => message.SendAgain(now),
            MessageDecision.TreatAsSent => message.TreatAsSent(now),
            MessageDecision.Stop => message.Stop(now),
            _ => message.LetBe(now),
        };
        if (!decided.IsOk)
            return decided;
        var student = await db.Students.Include(s => s.Reservations).SingleOrDefaultAsync(s => s.Id == message.StudentId, cancellationToken);
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Id == message.CampaignId, cancellationToken);
        if (decision == MessageDecision.SendAgain && await WhyNotAgainAsync(message, student, campaign, cancellationToken) is { } no)
            return no;
        if (decision == MessageDecision.TreatAsSent && student is not null)
            TellSent(student, message, now);
        if (decision == MessageDecision.SendAgain && campaign?.Reopen(now).Refusal is { } refusal)
            return refusal;
        return await db.SaveOrRefuseAsync(cancellationToken);
    }

    // The sender would leave it out, and that it may have been delivered would be forgotten.
    private async Task<Refusal?> WhyNotAgainAsync(Message message, Student? student, Campaign? campaign, CancellationToken cancellationToken)
    {
        ReservationScope? topic = campaign is not null ? await db.TextOf(campaign).Select(text => text.Topic).SingleAsync(cancellationToken)
            : message.Kind is MessageKind.Offer or MessageKind.OfferGone ? ReservationScope.Jobs : null;
        if (student is not null && Message.ReasonToLeaveOut(student, topic) is { } reason)
            return reason == LeftOutReason.AddressDead ? new AddressIsDead() : new StudentGetsNoMail(reason);
        return campaign is not null && await db.Messages.AnyAsync(m => m.CampaignId == campaign.Id && m.StudentId == message.StudentId && m.Id != message.Id && Reaching.Contains(m.State), cancellationToken)
            ? new ReachedByItsTwin() : null;
    }

    /// <summary>Who was not informed before this mail was informed by it.</summary>
    private void TellSent(Student student, Message message, DateTime now)
    {
        db.Timeline.Add(MailTimeline.Sent(message, now));
        if (student.InformedAt is not null)
            return;
        student.MarkInformed(now);
        db.Timeline.Add(MailTimeline.Informed(message, now));
    }
}

/// <summary>The student may not be written to any more.</summary>
public sealed record StudentGetsNoMail(LeftOutReason Reason) : Refusal(NoMail.Why(Reason));
