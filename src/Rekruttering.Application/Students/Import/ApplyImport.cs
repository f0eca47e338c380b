using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Says that a checked import is to be carried out. From here <see cref="ContinueImport"/> does it, also after a crash. Saying so twice is once.</summary>
public sealed class ApplyImport(RekrutteringDb db)
{
    /// <param name="batchId">The import.</param>
    /// <param name="seen"><see cref="ImportBatch.ReadBy"/> of the dry run that whoever says so has seen.</param>
    /// <param name="takePossibleDuplicates">Rows that may be somebody in the register are taken in as new students all the same.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Result> ExecuteAsync(Guid batchId, string? seen, bool takePossibleDuplicates, CancellationToken ct = default)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        if (batch.Status == ImportStatus.Checked && batch.ReadBy != seen)
            return new DryRunMadeAnew();
        if (batch.BeginApply() is { IsOk: false } refused)
            return refused;
        batch.TakePossibleDuplicates |= takePossibleDuplicates;
        return await db.SaveOrRefuseAsync(ct);
    }
}
