using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Application.Jobs;

/// <summary>
/// Changes a job. A later deadline also counts for those who have not answered yet; an earlier one does not, for a mail has
/// promised them their time.
/// </summary>
public sealed class EditSummerJob(RekrutteringDb db)
{
    /// <param name="version">The version the form was made from: over a newer one it is refused, and nothing is lost.</param>
    public async Task<Result> ExecuteAsync(Guid jobId, int version, SummerJobDetails details, CancellationToken ct)
    {
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            return new NotFound();
        if (job.Version != version)
            return new ChangedMeanwhile();
        var count = await db.CountSeatsAsync(job, ct);
        if (job.Edit(WriteSummerJob.Clean(details), count.Taken + count.Held) is { IsOk: false } refused)
            return refused;
        foreach (var offer in await db.JobOffers.Where(o => o.JobId == jobId && (o.Status == OfferStatus.Offered || o.Status == OfferStatus.AskLater)).ToListAsync(ct))
            offer.Extend(job.AnswerDeadline);
        return await db.SaveOrRefuseAsync(ct);
    }
}
