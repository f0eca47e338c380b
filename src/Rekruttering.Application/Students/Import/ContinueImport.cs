using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Carries an import out from where it is. Each chunk of rows is one save: students, their timelines and the rows' outcomes together, so that a kill
/// loses at most a chunk that was not written, and a row that is settled is never touched again. Every row is decided anew against the register
/// of the moment. Two that run at once are told apart by the version of the batch: the slower one's chunk is undone and read again.
/// </summary>
public sealed class ContinueImport(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    // Each row lies somewhere else in half a dozen indexes, so that a page of them is written for nearly every row of a small chunk and for every few of a
    // large one: 100,000 rows in chunks of 500 wrote 2 GB. This many take half a second, for which others who save wait.
    private const int ChunkRows = 2_000;

    /// <summary>Carries out at most so many rows; the rest waits for the next run.</summary>
    /// <returns>True when the import is done.</returns>
    public async Task<bool> ExecuteAsync(Guid batchId, int atMost = int.MaxValue, CancellationToken ct = default)
    {
        await using var roomy = await db.WriteManyAsync(ct);
        var (left, last) = (atMost, 0);
        while (true)
        {
            db.ChangeTracker.Clear();
            if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { Status: ImportStatus.Applying } batch)
                return true;
            if (left <= 0)
                return false;
            try
            {
                var rows = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => CarryOutAsync(batch, last, Math.Min(left, ChunkRows), ct));
                (left, last) = (left - rows.Count, rows.Count > 0 ? rows[^1].Number : 0);
            }
            catch (Exception race) when (race.IsLostRace())
            {
                // Another run took these rows, or somebody saved one of these students: seen anew.
                last = 0;
            }
        }
    }

    private async Task<List<ImportRow>> CarryOutAsync(ImportBatch batch, int after, int count, CancellationToken ct)
    {
        var now = clock.UtcNow();
        // Settled rows are stepped over by number: to look for the first that is not would read them all for every chunk.
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id && r.Number > after && r.AppliedAt == null).OrderBy(r => r.Number).Take(count).ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (rows.Count > 0)
            await new SettleRows(db, erased).ExecuteAsync(batch, rows, now, ct);
        else if (after == 0)
            _ = batch.EndApply(now);
        db.Entry(batch).State = EntityState.Modified;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (batch.Status == ImportStatus.Applied)
            await db.TendAsync(ct);
        return rows;
    }
}
