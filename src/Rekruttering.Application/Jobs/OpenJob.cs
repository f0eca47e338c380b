using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Jobs;

/// <summary>Makes a draft ready to be offered; nobody is told by it.</summary>
public sealed class OpenJob(RekrutteringDb db)
{
    public async Task<Result> ExecuteAsync(Guid jobId, CancellationToken ct)
    {
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            return new NotFound();
        if (job.Open() is { IsOk: false } refused)
            return refused;
        return await db.SaveOrRefuseAsync(ct);
    }
}
