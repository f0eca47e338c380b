using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Application.Jobs;

/// <summary>Ends the offers whose deadline has passed without an answer, and tells the timelines. Running it twice, or late, changes nothing twice.</summary>
public sealed class ExpireOffers(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <returns>How many were ended.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        scope.EnterEverywhere();
        var now = clock.UtcNow();
        var due = await db.JobOffers.AsNoTracking()
            .Where(o => (o.Status == OfferStatus.Offered || o.Status == OfferStatus.AskLater) && o.Deadline < now)
            .OrderBy(o => o.Deadline).Select(o => new { o.Id, o.JobId }).ToListAsync(ct);
        var ended = 0;
        foreach (var row in due)
        {
            db.ChangeTracker.Clear();
            if (await ExpireAsync(row.JobId, row.Id, now, ct))
                ended++;
        }
        return ended;
    }

    private async Task<bool> ExpireAsync(Guid jobId, Guid offerId, DateTime now, CancellationToken ct)
    {
        var job = await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct);
        var offer = await db.JobOffers.SingleOrDefaultAsync(o => o.Id == offerId, ct);
        if (job is null || offer is null || !offer.ExpireIfDue(job, now))
            return false;
        await db.StopUnsentMailsAsync(offer, now, ct);
        db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, offer.StudentId, TimelineKind.OfferExpired, now, $"Svarfristen gikk ut for «{job.Title}» uten svar.", subjectId: offer.Id));
        // Whoever was quicker, a student or a recruiter, is right; what is still due is due at the next run too.
        return (await db.SaveOrRefuseAsync(ct)).IsOk;
    }
}
