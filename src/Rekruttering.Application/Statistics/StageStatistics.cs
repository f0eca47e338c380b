using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Application.Statistics;

/// <summary>
/// Takes the cells of the kommune in scope out of a table and keeps them aside: nothing counts them yet. The rest of the file is counted and left; another
/// kommune's figures are never stored here. All or nothing.
/// </summary>
public sealed class StageStatistics(RekrutteringDb db, IStatisticsReader reader, TimeProvider clock)
{
    /// <summary>The new extract's id, or that of the same file when it waits here already.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Stream file, string fileName, Guid? byUserId, CancellationToken ct = default)
    {
        var read = await reader.ReadAsync(file, fileName, ct);
        return read.IsOk ? await ExecuteAsync(read.Value, byUserId, ct) : read.Refusal;
    }

    /// <inheritdoc cref="ExecuteAsync(Stream, string, Guid?, CancellationToken)"/>
    public async Task<Result<Guid>> ExecuteAsync(StatisticsFile file, Guid? byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var number = db.ScopeNumber!;
        var cells = file.Table.Cells.Where(cell => cell.Kommune == number).ToList();
        if (cells.Count == 0)
            return new NoFiguresForKommune(Kommuner.Find(number)?.Name ?? number);
        // What was removed may be brought in again as it is; it was somebody's wish to be without it, and now it is somebody's to have it.
        var same = await db.StatisticsExtracts.Where(e => e.Sha256 == file.Sha256 && e.Status != ExtractStatus.Removed).OrderBy(e => e.Status).FirstOrDefaultAsync(ct);
        if (same is { Status: ExtractStatus.InUse })
            return new SameFileAgain(same.Id, same.InUseAt!.Value);
        if (same is not null)
            return same.Id;
        var extract = new StatisticsExtract(number, file.FileName, file.Sha256, file.Table.Facts, byUserId, clock.UtcNow());
        await db.Database.CreateExecutionStrategy().ExecuteAsync(() => SaveAsync(extract, cells, ct));
        return extract.Id;
    }

    private async Task SaveAsync(StatisticsExtract extract, List<ReadCell> cells, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.StatisticsExtracts.Add(extract);
        await db.SaveChangesAsync(ct);
        await using (var rows = new BulkInsert<StatisticsCell>(db))
            foreach (var cell in cells)
                rows.Insert(new StatisticsCell(extract, cell));
        await transaction.CommitAsync(ct);
    }
}

/// <summary>The table does not speak of this kommune.</summary>
public sealed record NoFiguresForKommune(string Kommune) : Refusal($"Tabellen har ingen tall for {Kommune}. Hent den ut på nytt med {Kommune} som hjemkommune.");

/// <summary>The very same file is in use.</summary>
public sealed record SameFileAgain(Guid ExtractId, DateTime InUseAt)
    : Refusal($"Denne filen er hentet inn allerede, {OsloTime.FromUtc(InUseAt).ToString("d. MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("nb-NO"))}. Ingenting er endret.");
