using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Jobs;

/// <summary>Takes an offer back that has no seat yet. A mail that has not left does not leave; the link of one that has says so.</summary>
public sealed class WithdrawOffer(RekrutteringDb db, TimeProvider clock)
{
    public async Task<Result> ExecuteAsync(Guid jobId, Guid offerId, Guid byUserId, CancellationToken ct)
    {
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job
            || await db.JobOffers.SingleOrDefaultAsync(o => o.Id == offerId && o.JobId == jobId, ct) is not { } offer)
            return new NotFound();
        if (offer.Withdraw(job) is { IsOk: false } refused)
            return refused;
        await db.StopUnsentMailsAsync(offer, clock.UtcNow(), ct);
        db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, offer.StudentId, TimelineKind.OfferWithdrawn, clock.UtcNow(),
            $"Tilbudet om «{job.Title}» ble trukket.", actorId: byUserId, subjectId: offer.Id));
        return await db.SaveOrRefuseAsync(ct);
    }
}
