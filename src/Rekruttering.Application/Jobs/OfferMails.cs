using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
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

    /// <summary>The key of the mail that tells that the job will not be.</summary>
    public static string CancelledKey(JobOffer offer) => $"job-cancelled:{offer.Id:N}";

    /// <summary>
    /// Tells one who had a seat that the job will not be. It is about an agreement and no offer, so no reservation against a kind of mail stops
    /// it; who wants no contact, is archived or has no address that works gets none, and the row says why.
    /// </summary>
    public static void PlanJobCancelled(this RekrutteringDb db, JobOffer offer, Student student, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(offer);
        db.PlanUnlessUnreachable(student, Message.To(student, MessageKind.JobCancelled, CancelledKey(offer), now, subjectId: offer.Id));
    }

    private static void PlanUnlessUnreachable(this RekrutteringDb db, Student student, Message message)
    {
        if (Message.ReasonToLeaveOut(student, topic: null) is { } reason)
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
