using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Deletes what stands in the rows of imports that are <see cref="ImportBatch.KeptDays"/> days old: of those that were carried out the outcomes stay,
/// so that the history still counts; those that were never carried out are given up. Twice is once.
/// </summary>
public sealed class ForgetImports(RekrutteringDb db, KommuneScope scope, CancelImport cancel, TimeProvider clock)
{
    /// <summary>Goes through all kommuner, one import at a time.</summary>
    public async Task ExecuteAsync(CancellationToken ct = default)
    {
        scope.EnterEverywhere();
        var before = clock.UtcNow().AddDays(-ImportBatch.KeptDays);
        var old = await db.ImportBatches.AsNoTracking()
            .Where(b => b.ForgottenAt == null && (b.UndoneAt ?? b.AppliedAt ?? b.CreatedAt) <= before && b.Status != ImportStatus.Applying && b.Status != ImportStatus.Undoing && b.Status != ImportStatus.Cancelled)
            .OrderBy(b => b.CreatedAt).Select(b => new { b.Id, b.KommuneNumber, b.Status }).ToListAsync(ct);
        foreach (var batch in old)
        {
            scope.Enter(batch.KommuneNumber);
            db.ChangeTracker.Clear();
            if (batch.Status is ImportStatus.Applied or ImportStatus.Undone)
                await ForgetAsync(batch.Id, ct);
            else
                await cancel.ExecuteAsync(batch.Id, ct);
        }
        scope.EnterEverywhere();
        // A kill between giving up and deleting leaves rows that nobody can reach.
        await db.ImportRows.Where(r => db.ImportBatches.Any(b => b.Id == r.BatchId && b.Status == ImportStatus.Cancelled)).ExecuteDeleteAsync(ct);
    }

    // Closed to undoing first: what stood there before is never half gone while somebody takes an import back.
    private async Task ForgetAsync(Guid batchId, CancellationToken ct)
    {
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, ct);
        if (batch.Status is not (ImportStatus.Applied or ImportStatus.Undone))
            return;
        batch.Forget(clock.UtcNow());
        if (await db.SaveOrRefuseAsync(ct) is { IsOk: false })
            return;
        await db.ImportRows.Where(r => r.BatchId == batchId).ExecuteUpdateAsync(row => row
            .SetProperty(r => r.Cells, "[]").SetProperty(r => r.Who, "").SetProperty(r => r.Reason, (string?)null).SetProperty(r => r.Question, (string?)null).SetProperty(r => r.UnknownPlace, (string?)null)
            .SetProperty(r => r.Warnings, "[]").SetProperty(r => r.Changes, "[]").SetProperty(r => r.Before, (string?)null).SetProperty(r => r.After, (string?)null).SetProperty(r => r.Answer, (string?)null), ct);
    }
}
