using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>An offer that ended because its student wants no contact, and what it was.</summary>
/// <param name="ToldId">The line on the timeline.</param>
/// <param name="WasMailed">False where its mail had not left: the student may not know of the offer.</param>
public sealed record EndedOffer(Guid OfferId, OfferStatus Was, DateTime? WaitingSince, Guid ToldId, bool WasMailed);

/// <summary>Ends what stands open with one student, within the save of whoever calls.</summary>
public static class EndOffers
{
    /// <summary>What "no contact" ends: not a seat that is taken.</summary>
    public static IQueryable<JobOffer> OpenOffers(this RekrutteringDb db, Guid studentId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.JobOffers.Where(o => o.StudentId == studentId && (o.Status == OfferStatus.Offered || o.Status == OfferStatus.AskLater || o.Status == OfferStatus.WaitingList));
    }

    /// <summary>
    /// The student wants no contact: what is not answered and places in a queue are withdrawn, as if a recruiter had done it, and nobody waits
    /// to be asked again. A seat that is taken stays: it is an agreement.
    /// </summary>
    /// <param name="byUserId">Who noted it; null for the student.</param>
    /// <param name="of">Whose offers, where they are not the student's own yet.</param>
    public static async Task<IReadOnlyList<EndedOffer>> EndOffersAsync(this RekrutteringDb db, Student student, DateTime now, Guid? byUserId, CancellationToken ct, Guid? of = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(student);
        var open = await db.OpenOffers(of ?? student.Id).ToListAsync(ct);
        var (ids, jobIds) = (open.Select(o => (Guid?)o.Id).ToList(), open.Select(o => o.JobId).ToList());
        var jobs = await db.SummerJobs.Where(j => jobIds.Contains(j.Id)).ToDictionaryAsync(j => j.Id, ct);
        var ended = new List<EndedOffer>();
        foreach (var offer in open)
        {
            var (was, waitingSince) = (offer.Status, offer.WaitingSince);
            offer.Withdraw(jobs[offer.JobId]);
            var stopped = await db.StopUnsentMailsAsync(offer, now, ct);
            var told = new TimelineEntry(offer.KommuneNumber, student.Id, TimelineKind.OfferWithdrawn, now,
                $"Tilbudet om «{jobs[offer.JobId].Title}» falt bort: studenten vil ikke kontaktes.", actorId: byUserId, subjectId: offer.Id);
            db.Timeline.Add(told);
            ended.Add(new EndedOffer(offer.Id, was, waitingSince, told.Id, stopped == 0));
        }
        foreach (var waiting in await db.Inquiries.Where(i => ids.Contains(i.OfferId) && i.SettledAt == null && i.Text == AnswerOffer.WantsToBeAsked).ToListAsync(ct))
            waiting.SettleByStudent(now);
        return ended;
    }
}
