using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>What a student can say to an offer.</summary>
public enum OfferAnswer { Yes, No, Later }

/// <summary>
/// A student's answer by the personal link. Answer, receipt, timeline and the question that waits for the kommune are one save. The
/// job's version is the gate for the last seat: of two who say yes at once one save fails, is tried anew and then sees no free seat.
/// The same answer again changes nothing.
/// </summary>
public sealed class AnswerOffer(RekrutteringDb db, OpenPersonalLink open, TimeProvider clock)
{
    /// <summary>Of so many who answer in the same instant the last still gets through, for at each attempt one of them does.</summary>
    public const int MostAttempts = 30;

    /// <returns>
    /// Where the offer stands now. <see cref="NotFound"/> for a link that does not hold or carries no offer; else the rule that said no:
    /// a message that came with that answer waits for the kommune all the same.
    /// </returns>
    public async Task<Result<OfferStatus>> ExecuteAsync(string? token, OfferAnswer answer, string? message, CancellationToken ct)
    {
        var text = Clean(message);
        if (text?.Length > Inquiry.MostCharacters)
            return InvalidInput.In("Message", $"Skriv høyst {Inquiry.MostCharacters} tegn.");
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await TryAsync(token, answer, text, ct) is { } result)
                return result;
            db.ChangeTracker.Clear();
        }
        return new TooManyAtOnce();
    }

    private async Task<Result<OfferStatus>?> TryAsync(string? token, OfferAnswer answer, string? text, CancellationToken ct)
    {
        if (await open.ExecuteAsync(token, ct) is not { Link.OfferId: { } offerId } link)
            return (Result<OfferStatus>)new NotFound();
        var jobId = await db.JobOffers.Where(o => o.Id == offerId).Select(o => o.JobId).SingleAsync(ct);
        // The job before the offers: a change after this line touches its version.
        var job = await db.SummerJobs.SingleAsync(j => j.Id == jobId, ct);
        var offer = await db.JobOffers.SingleAsync(o => o.Id == offerId, ct);
        var before = offer.Status;
        var changed = await SayAsync(job, offer, answer, text, ct);
        if (!changed.IsOk && text is null)
            return (Result<OfferStatus>)changed.Refusal;
        if (!changed.IsOk)
            await PassOnAsync(job, offer, answer, text!, ct);
        else if (changed.Value)
            await WriteDownAsync(job, offer, link.Student, before, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return changed.IsOk ? (Result<OfferStatus>)offer.Status : (Result<OfferStatus>)changed.Refusal;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsUniqueViolation())
        {
            return null;
        }
    }

    private async Task<Result<bool>> SayAsync(SummerJob job, JobOffer offer, OfferAnswer answer, string? text, CancellationToken ct) => answer switch
    {
        OfferAnswer.Yes => offer.Accept(job, await db.CountSeatsAsync(job, ct, without: offer.Id), text, clock.UtcNow()),
        OfferAnswer.No => offer.Decline(job, text, clock.UtcNow()),
        _ => offer.AskLater(job, text, clock.UtcNow()),
    };

    private async Task WriteDownAsync(SummerJob job, JobOffer offer, Student student, OfferStatus before, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.StopUnsentMailsAsync(offer, now, ct);
        db.PlanReceipt(offer, student, now);
        db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, student.Id, TimelineKind.OfferAnswered, now, Summary(job, offer, before), offer.StudentMessage, subjectId: offer.Id));
        foreach (var waiting in await db.Inquiries.Where(i => i.OfferId == offer.Id && i.SettledAt == null && i.Text == WantsToBeAsked).ToListAsync(ct))
            waiting.SettleByStudent(now);
        if ((offer.StudentMessage ?? (offer.Status == OfferStatus.AskLater ? WantsToBeAsked : null)) is { } question)
            db.Inquiries.Add(new Inquiry(offer.KommuneNumber, student.Id, offer.Id, question, now));
    }

    // The answer is not taken, but what somebody wrote with it reaches the kommune, once.
    private async Task PassOnAsync(SummerJob job, JobOffer offer, OfferAnswer answer, string text, CancellationToken ct)
    {
        if (await db.Inquiries.AnyAsync(i => i.OfferId == offer.Id && i.Text == text, ct))
            return;
        db.Inquiries.Add(new Inquiry(offer.KommuneNumber, offer.StudentId, offer.Id, text, clock.UtcNow()));
        var said = answer switch { OfferAnswer.Yes => "ja takk", OfferAnswer.No => "nei takk", _ => "spør meg senere" };
        db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, offer.StudentId, TimelineKind.QuestionAsked, clock.UtcNow(),
            $"Svarte «{said}» til «{job.Title}» da svaret ikke kunne tas imot, og skrev en melding.", text, subjectId: offer.Id));
    }

    /// <summary>What stands in the kommune's list when a student said "later" and nothing more.</summary>
    public const string WantsToBeAsked = "Vil bli spurt igjen senere.";

    private static string Summary(SummerJob job, JobOffer offer, OfferStatus before) => (before, offer.Status) switch
    {
        (OfferStatus.Accepted, OfferStatus.Declined) => $"Ga tilbake plassen i «{job.Title}».",
        (_, OfferStatus.Accepted) => $"Takket ja til «{job.Title}».",
        (_, OfferStatus.WaitingList) => $"Takket ja til «{job.Title}», og står på venteliste.",
        (_, OfferStatus.Declined) => $"Takket nei til «{job.Title}».",
        _ => $"Vil bli spurt igjen senere om «{job.Title}».",
    };

    // A browser sends \r\n for each line break of a text box, and counts it as one character.
    private static string? Clean(string? message) =>
        string.IsNullOrWhiteSpace(message) ? null : NationalId.Scrub(message.ReplaceLineEndings("\n").Trim());
}
