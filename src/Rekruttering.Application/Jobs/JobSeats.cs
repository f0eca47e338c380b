using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Application.Jobs;

/// <summary>Counts seats from the offers, where they are true; no number of taken seats is stored.</summary>
public static class JobSeats
{
    /// <summary>
    /// The seats of a job. Whoever decides by them loads the job first and lets its version be the gate: a change between this count
    /// and the save has touched the job, so the save fails and is tried anew.
    /// </summary>
    /// <param name="without">An offer that is left out of the count: the one that is being answered.</param>
    public static async Task<SeatCount> CountSeatsAsync(this RekrutteringDb db, SummerJob job, CancellationToken ct, Guid? without = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        return (await db.CountSeatsAsync([job], ct, without))[job.Id];
    }

    /// <summary>The seats of several jobs in one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SeatCount>> CountSeatsAsync(this RekrutteringDb db, IReadOnlyCollection<SummerJob> jobs, CancellationToken ct, Guid? without = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(jobs);
        var ids = jobs.Select(j => j.Id).ToList();
        var rows = await db.JobOffers.AsNoTracking()
            .Where(o => ids.Contains(o.JobId) && o.Id != without)
            .GroupBy(o => new { o.JobId, o.Status, Waited = o.WaitingSince != null })
            .Select(g => new { g.Key.JobId, g.Key.Status, g.Key.Waited, Count = g.Count() })
            .ToListAsync(ct);
        return jobs.ToDictionary(j => j.Id, j => new SeatCount(
            j.Seats,
            rows.Where(r => r.JobId == j.Id && r.Status == OfferStatus.Accepted).Sum(r => r.Count),
            rows.Where(r => r.JobId == j.Id && r.Status == OfferStatus.Offered && r.Waited).Sum(r => r.Count),
            rows.Where(r => r.JobId == j.Id && r.Status == OfferStatus.WaitingList).Sum(r => r.Count)));
    }
}
