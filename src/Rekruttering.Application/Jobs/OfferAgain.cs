using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>Makes an offer once more, with a new deadline and a new mail: more time, or a second chance after a no or a silence.</summary>
public sealed class OfferAnew(RekrutteringDb db, TimeProvider clock) : OfferAgain(db, clock)
{
    public Task<Result> ExecuteAsync(Guid jobId, Guid offerId, DateTime deadline, Guid byUserId, CancellationToken ct) =>
        AgainAsync(jobId, offers => offers.Where(o => o.Id == offerId), deadline, byUserId, ct);
}

/// <summary>
/// Offers a seat that became free to the first on the waiting list, and holds it until the new deadline. Two recruiters at once offer
/// one seat once: the second is told.
/// </summary>
public sealed class OfferFreeSeat(RekrutteringDb db, TimeProvider clock) : OfferAgain(db, clock)
{
    private readonly RekrutteringDb _db = db;

    /// <summary>The students who wait, in order: who said yes first is first.</summary>
    public static IQueryable<JobOffer> InLine(IQueryable<JobOffer> offers) =>
        offers.Where(o => o.Status == OfferStatus.WaitingList).OrderBy(o => o.WaitingSince).ThenBy(o => o.Id);

    /// <summary>Who would be asked; null when nobody waits.</summary>
    public async Task<(JobOffer Offer, Student Student)?> PreviewAsync(Guid jobId, CancellationToken ct)
    {
        if (await InLine(_db.JobOffers.Where(o => o.JobId == jobId)).FirstOrDefaultAsync(ct) is not { } next)
            return null;
        return (next, await _db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == next.StudentId, ct));
    }

    /// <param name="offerId">The one who was shown as next: when another is next by now, nothing is sent.</param>
    public async Task<Result> ExecuteAsync(Guid jobId, Guid offerId, DateTime deadline, Guid byUserId, CancellationToken ct)
    {
        if (await PreviewAsync(jobId, ct) is not var (next, _))
            return new NobodyWaits();
        if (next.Id != offerId)
            return new ChangedMeanwhile();
        return await AgainAsync(jobId, offers => offers.Where(o => o.Id == offerId), deadline, byUserId, ct);
    }
}

/// <summary>What both have in common: a round more, its mail and its line in the timeline, in one save.</summary>
public abstract class OfferAgain(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Why no mail with this offer may go to this student (with reservations), or null.</summary>
    public static StudentCannotBeOffered? WhyNoMail(JobOffer offer, Student student) =>
        Message.ReasonToLeaveOut(student, OfferMails.TopicOf(offer)) is { } reason ? new(reason) : null;

    protected async Task<Result> AgainAsync(Guid jobId, Func<IQueryable<JobOffer>, IQueryable<JobOffer>> which, DateTime deadline, Guid byUserId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job
            || await which(db.JobOffers.Where(o => o.JobId == jobId)).SingleOrDefaultAsync(ct) is not { } offer)
            return new NotFound();
        var student = await db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == offer.StudentId, ct);
        if (WhyNoMail(offer, student) is { } noMail)
            return noMail;
        if (offer.OfferAgain(job, await db.CountSeatsAsync(job, ct, without: offer.Id), deadline, now) is { IsOk: false } refused)
            return refused;
        await db.StopUnsentMailsAsync(offer, now, ct);
        db.PlanOfferMail(offer, student, now);
        var what = offer.HoldsSeat ? "Fikk tilbud om en ledig plass i" : "Fikk nytt tilbud om";
        db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, student.Id, TimelineKind.OfferMade, now, $"{what} «{job.Title}».", actorId: byUserId, subjectId: offer.Id));
        return await db.SaveOrRefuseAsync(ct);
    }
}

/// <summary>The waiting list is empty.</summary>
public sealed record NobodyWaits() : Refusal("Ingen står på ventelisten.");

/// <summary>No mail with the offer may go to this student; whoever wants no contact is not called either.</summary>
public sealed record StudentCannotBeOffered(LeftOutReason Reason) : Refusal(NoMail.Why(Reason) + Reason switch
{
    LeftOutReason.Reserved => " Ring, og opphev reservasjonen på studentens kort hvis studenten vil ha tilbudet.",
    LeftOutReason.NoAddress or LeftOutReason.AddressDead => " Ring, og skriv adressen du får, på studentens kort.",
    LeftOutReason.Archived => " Hent studenten tilbake på kortet, eller trekk tilbudet: da er det den nestes tur.",
    _ => "",
});
