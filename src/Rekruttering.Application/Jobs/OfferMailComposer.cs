using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Jobs;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Jobs;

/// <summary>
/// Writes what an offer sends: the offer, the free seat, the receipt, and the word that the job has ended. A mail that is not true any more (withdrawn, answered, a newer
/// round or answer) is not written.
/// </summary>
public sealed class OfferMailComposer(RekrutteringDb db, TimeProvider clock) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.Offer, MessageKind.SeatFree, MessageKind.AnswerReceipt, MessageKind.JobCancelled, MessageKind.NoSeat, MessageKind.OfferGone];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var offerIds = messages.Select(m => m.SubjectId).OfType<Guid>().Distinct().ToList();
        var offers = await db.JobOffers.AsNoTracking().Where(o => offerIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var jobIds = offers.Values.Select(o => o.JobId).Distinct().ToList();
        var jobs = await db.SummerJobs.AsNoTracking().Where(j => jobIds.Contains(j.Id)).ToDictionaryAsync(j => j.Id, cancellationToken);
        var lines = (await OfferFreeSeat.InLine(db.JobOffers.Where(o => jobIds.Contains(o.JobId))).Select(o => new { o.JobId, o.Id }).ToListAsync(cancellationToken))
            .ToLookup(o => o.JobId, o => o.Id);
        var inCalendars = await InCalendarsAsync(messages, offerIds, cancellationToken);
        return mail => mail.Message.SubjectId is { } id && offers.GetValueOrDefault(id) is { } offer
            ? Write(mail, jobs[offer.JobId], offer, [.. lines[offer.JobId]], inCalendars.Contains(id))
            : null;
    }

    // Those whose last receipt that left, or may have left, brought the days to the calendar.
    private async Task<HashSet<Guid>> InCalendarsAsync(IReadOnlyList<Message> messages, List<Guid> offerIds, CancellationToken cancellationToken)
    {
        if (messages.All(m => m.Kind is not (MessageKind.AnswerReceipt or MessageKind.JobCancelled)))
            return [];
        var (kind, ids) = (MessageKind.AnswerReceipt, messages.Select(m => m.Id).ToList());
        var receipts = await db.Messages.Where(m => m.Kind == kind && m.SubjectId != null && offerIds.Contains(m.SubjectId.Value) && !ids.Contains(m.Id) && m.CalendarMethod != null && OfferMails.Reached.Contains(m.State))
            .Select(m => new { OfferId = m.SubjectId!.Value, m.HandedOverAt, m.CalendarMethod }).ToListAsync(cancellationToken);
        return [.. receipts.GroupBy(r => r.OfferId).Where(of => of.MaxBy(r => r.HandedOverAt)!.CalendarMethod == "PUBLISH").Select(of => of.Key)];
    }

    /// <summary>The offer's own mail, also as a preview of one that is not made yet.</summary>
    public static MailDraft Offer(MailToWrite mail, SummerJob job, JobOffer offer)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(offer);
        var answerBy = OsloTime.FromUtc(offer.Deadline);
        return new MailDraft(MailReason.JobOffer, OfferMails.TopicOf(offer), mail.Language, (frame, links) => offer.HoldsSeat
            ? new SeatFreeMail
            {
                Frame = frame,
                FirstName = mail.Student?.FirstName,
                Job = Facts(job),
                AnswerBy = answerBy,
                AnswerUrl = links.Answer,
                ContactName = job.ContactName ?? frame.SenderName,
                ContactPhone = job.ContactPhone ?? frame.SenderPhone,
            }
            : new OfferMail
            {
                Frame = frame,
                FirstName = mail.Student?.FirstName,
                Job = Facts(job),
                AnswerBy = answerBy,
                AnswerUrl = links.Answer,
                PersonalWords = offer.PersonalWords,
                ContactName = job.ContactName ?? frame.SenderName,
                ContactPhone = job.ContactPhone ?? frame.SenderPhone,
            });
    }

    private MailDraft? Write(MailToWrite mail, SummerJob job, JobOffer offer, List<Guid> line, bool isInCalendar)
    {
        if (mail.Message.Kind is MessageKind.JobCancelled or MessageKind.NoSeat or MessageKind.OfferGone)
            return Ended(mail, job, offer, isInCalendar);
        if (mail.Message.Kind == MessageKind.AnswerReceipt)
            return mail.Message.Key == OfferMails.ReceiptKey(offer) && AnswerOf(offer.Status) is { } answer ? Receipt(mail, job, offer, answer, line.IndexOf(offer.Id) + 1, isInCalendar) : null;
        var stands = mail.Message.Key == OfferMails.OfferKey(offer) && offer.Status == OfferStatus.Offered && offer.MayAccept(job, clock.UtcNow());
        return stands ? Offer(mail, job, offer) : null;
    }

    private static MailDraft Receipt(MailToWrite mail, SummerJob job, JobOffer offer, ReceivedAnswer answer, int place, bool isInCalendar) =>
        new(MailReason.JobOffer, null, mail.Language, (frame, links) => new AnswerReceiptMail
        {
            Frame = frame,
            FirstName = mail.Student?.FirstName,
            Job = Facts(job),
            Answer = answer,
            AnswerBy = OsloTime.FromUtc(offer.Deadline),
            ChangeUrl = links.Answer,
            WaitingNumber = place > 0 ? place : null,
            ContactName = job.ContactName ?? frame.SenderName,
            ContactPhone = job.ContactPhone ?? frame.SenderPhone,
        })
        {
            // A yes brings the days; whoever takes the yes back has them taken out again.
            Calendar = answer == ReceivedAnswer.Accepted || isInCalendar ? DaysOf(job, offer) with { IsCancelled = answer != ReceivedAnswer.Accepted } : null,
        };

    private static MailDraft Ended(MailToWrite mail, SummerJob job, JobOffer offer, bool isInCalendar) =>
        new(MailReason.JobOffer, OfferMails.TopicOfEnd(mail.Message.Kind), mail.Language, (frame, _) => new JobEndedMail
        {
            Frame = frame,
            FirstName = mail.Student?.FirstName,
            Job = Facts(job) with { Pay = null, Housing = null },
            HadSaidYes = mail.Message.Kind != MessageKind.OfferGone,
            IsCancelled = job.Status == JobStatus.Cancelled,
            TakesOutOfCalendar = isInCalendar,
            ContactName = job.ContactName ?? frame.SenderName,
            ContactPhone = job.ContactPhone ?? frame.SenderPhone,
        })
        {
            Calendar = isInCalendar ? DaysOf(job, offer) with { IsCancelled = true, Sequence = offer.AnswerNumber + 1 } : null,
        };

    private static CalendarEntry DaysOf(SummerJob job, JobOffer offer) => new()
    {
        SubjectId = offer.Id,
        Sequence = offer.AnswerNumber,
        Summary = $"{job.Title}, {job.Workplace}",
        Place = job.Workplace,
        Days = (job.From, job.To),
    };

    private static ReceivedAnswer? AnswerOf(OfferStatus status) => status switch
    {
        OfferStatus.Accepted => ReceivedAnswer.Accepted,
        OfferStatus.Declined => ReceivedAnswer.Declined,
        OfferStatus.WaitingList => ReceivedAnswer.WaitingList,
        OfferStatus.AskLater => ReceivedAnswer.AskLater,
        _ => null,
    };

    private static JobFacts Facts(SummerJob job) => new()
    {
        Title = job.Title,
        Workplace = job.Workplace,
        From = job.From,
        To = job.To,
        Pay = job.Pay,
        Housing = job.Housing,
    };
}
