using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Students.Import;

/// <summary>Says that a checked import is to be carried out. From here <see cref="ContinueImport"/> does it, also after a crash. Saying so twice is once.</summary>
public sealed class ApplyImport(RekrutteringDb db)
{
    /// <param name="batchId">The import.</param>
    /// <param name="takePossibleDuplicates">Rows that may be somebody in the register are taken in as new students all the same.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Result> ExecuteAsync(Guid batchId, bool takePossibleDuplicates, CancellationToken ct = default)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        if (batch.BeginApply() is { IsOk: false } refused)
            return refused;
        batch.TakePossibleDuplicates |= takePossibleDuplicates;
        return await db.SaveOrRefuseAsync(ct);
    }
}
