using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>Ends what stands open with one student, within the save of whoever calls.</summary>
public static class EndOffers
{
    /// <summary>
    /// The student wants no contact: what is not answered and places in a queue are withdrawn, as if a recruiter had done it, and nobody waits
    /// to be asked again. A seat that is taken stays: it is an agreement.
    /// </summary>
    /// <param name="byUserId">Who noted it; null for the student.</param>
    public static async Task EndOffersAsync(this RekrutteringDb db, Student student, DateTime now, Guid? byUserId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(student);
        var open = await db.JobOffers.Where(o => o.StudentId == student.Id && (o.Status == OfferStatus.Offered || o.Status == OfferStatus.AskLater || o.Status == OfferStatus.WaitingList)).ToListAsync(ct);
        var (ids, jobIds) = (open.Select(o => (Guid?)o.Id).ToList(), open.Select(o => o.JobId).ToList());
        var jobs = await db.SummerJobs.Where(j => jobIds.Contains(j.Id)).ToDictionaryAsync(j => j.Id, ct);
        foreach (var offer in open)
        {
            offer.Withdraw(jobs[offer.JobId]);
            await db.StopUnsentMailsAsync(offer, now, ct);
            db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, student.Id, TimelineKind.OfferWithdrawn, now,
                $"Tilbudet om «{jobs[offer.JobId].Title}» falt bort: studenten vil ikke kontaktes.", actorId: byUserId, subjectId: offer.Id));
        }
        foreach (var waiting in await db.Inquiries.Where(i => ids.Contains(i.OfferId) && i.SettledAt == null && i.Text == AnswerOffer.WantsToBeAsked).ToListAsync(ct))
            waiting.SettleByStudent(now);
    }
}
