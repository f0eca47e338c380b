using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Students.Import;

/// <summary>Gives an import up before it is carried out. Its rows are deleted at once: they are people who were told nothing.</summary>
public sealed class CancelImport(RekrutteringDb db)
{
    /// <summary>Refused when the import is being or has been carried out.</summary>
    public async Task<Result> ExecuteAsync(Guid batchId, CancellationToken ct = default)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        if (batch.Cancel() is { IsOk: false } refused)
            return refused;
        if (await db.SaveOrRefuseAsync(ct) is { IsOk: false } changed)
            return changed;
        await db.ImportRows.Where(r => r.BatchId == batchId).ExecuteDeleteAsync(ct);
        return Result.Ok;
    }
}
