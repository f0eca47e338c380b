using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>Plans and stops the mails of an offer, within the save of whoever calls; nothing leaves from here.</summary>
public static class OfferMails
{
    /// <summary>The key of the mail of an offer's round.</summary>
    public static string OfferKey(JobOffer offer) => $"offer:{offer.Id:N}:{offer.Round}";

    /// <summary>The key of the receipt of an offer's latest answer.</summary>
    public static string ReceiptKey(JobOffer offer) => $"receipt:{offer.Id:N}:{offer.AnswerNumber}";

    /// <summary>
    /// What the mail of an offer is, to one who has said no to some kinds: job mail. A free seat is none to one who said yes and waits for
    /// it, but the answer, as a receipt is.
    /// </summary>
    public static ReservationScope? TopicOf(JobOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return offer.WaitingSince is null ? ReservationScope.Jobs : null;
    }

    /// <summary>The mail of this round; the key makes a round's mail unique however often it is planned.</summary>
    public static void PlanOfferMail(this RekrutteringDb db, JobOffer offer, Student student, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(offer);
        var kind = offer.HoldsSeat ? MessageKind.SeatFree : MessageKind.Offer;
        db.Messages.Add(Message.To(student, kind, OfferKey(offer), now, subjectId: offer.Id));
    }

    /// <summary>The receipt of one answer. One who may not be mailed gets none, and the row says why.</summary>
    public static void PlanReceipt(this RekrutteringDb db, JobOffer offer, Student student, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(offer);
        db.PlanUnlessUnreachable(student, Message.To(student, MessageKind.AnswerReceipt, ReceiptKey(offer), now, subjectId: offer.Id));
    }

    /// <summary>The key of the mail that tells that the job, and the offer with it, has ended.</summary>
    public static string EndKey(JobOffer offer) => $"job-ended:{offer.Id:N}";

    /// <summary>States in which a mail has reached the student, or may have.</summary>
    public static readonly IReadOnlyList<MessageState> Reached = [MessageState.HandedOver, MessageState.Sent, MessageState.Uncertain];

    /// <summary>
    /// Which mail tells a student that an offer ends with its job, asked while the offer still stands. Whoever said yes is owed an answer;
    /// whoever has not answered is told that there is nothing to answer any more. Null for one who keeps a seat, has said no, or never heard of it,
    /// and once the days of the job are over.
    /// </summary>
    /// <param name="hasHeard">Whether a mail with the offer is in a state of <see cref="Reached"/>.</param>
    public static MessageKind? EndMailOf(JobOffer offer, SummerJob job, JobStatus end, bool hasHeard, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(job);
        return job.To < OsloTime.DateOf(now) || (offer.Status == OfferStatus.Accepted && end != JobStatus.Cancelled) ? null
            : offer.HasSaidYes ? (end == JobStatus.Cancelled ? MessageKind.JobCancelled : MessageKind.NoSeat)
            : hasHeard && offer.Status is OfferStatus.Offered or OfferStatus.AskLater ? MessageKind.OfferGone : null;
    }

    /// <summary>To one who said yes it is about an agreement and no offer, so no reservation against a kind of mail stops it.</summary>
    public static ReservationScope? TopicOfEnd(MessageKind kind) => kind == MessageKind.OfferGone ? ReservationScope.Jobs : null;

    /// <summary>Tells a student that the job has ended. Who may not be mailed about it, or has no address that works, gets none, and the row says why.</summary>
    public static void PlanEnd(this RekrutteringDb db, JobOffer offer, Student student, MessageKind kind, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(offer);
        db.PlanUnlessUnreachable(student, Message.To(student, kind, EndKey(offer), now, subjectId: offer.Id), TopicOfEnd(kind));
    }

    private static void PlanUnlessUnreachable(this RekrutteringDb db, Student student, Message message, ReservationScope? topic = null)
    {
        if (Message.ReasonToLeaveOut(student, topic) is { } reason)
            message.LeaveOut(reason);
        db.Messages.Add(message);
    }

    /// <summary>What has not left about this offer is not true any more. Gives how many mails that were.</summary>
    public static async Task<int> StopUnsentMailsAsync(this RekrutteringDb db, JobOffer offer, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(offer);
        var unsent = await db.Messages.Where(m => m.SubjectId == offer.Id && (m.State == MessageState.Ready || m.State == MessageState.Deferred)).ToListAsync(ct);
        foreach (var message in unsent)
            message.Cancel(now);
        return unsent.Count;
    }
}
