using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Puts the cells of one row right. In a dry run the row is decided anew, with those whose outcome hangs on it. After the import was carried out a refused row
/// is carried out by itself: it counts in the same import and is taken back with it. What was typed is kept also where it cannot be read.
/// </summary>
public sealed class MendRow(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    /// <summary>Longest text of a cell that is typed.</summary>
    public const int LongestCell = 4_000;

    /// <summary>What became of the row; refused when the import is not at the dry run, or carried out with this row refused.</summary>
    /// <param name="rowId">The row.</param>
    /// <param name="typed">The cells, in the file's order; what is not typed stays.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Result<ImportRow>> ExecuteAsync(Guid rowId, IReadOnlyList<string?> typed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (await db.ImportRows.SingleOrDefaultAsync(r => r.Id == rowId, ct) is not { } row)
            return new NotFound();
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == row.BatchId, ct);
        if (!batch.MayMend(row))
            return batch.ForgottenAt is null ? new ImportNotThere() : new ImportForgotten();
        if (typed.Any(cell => cell?.Length > LongestCell))
            return new InvalidInput("Cells", $"En av cellene er for lang: grensen er {LongestCell} tegn.");
        var (before, cells) = (row.Who, Merged(row.CellTexts(), typed, batch.ColumnNames().Count));
        row.Mend(ImportJson.Write(cells), cells.WhoIn(batch.Fields()));
        try
        {
            return await DecideAsync(batch, row, before, ct) is { IsOk: false } changed ? changed.Refusal : row;
        }
        catch (Exception lost) when (lost.IsLostRace())
        {
            return new ChangedMeanwhile();
        }
    }

    private async Task<Result> DecideAsync(ImportBatch batch, ImportRow row, string before, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        return await new RedecideRow(db, erased).ExecuteAsync(batch, row, before, clock.UtcNow(), transaction, ct);
    }

    // As many cells as there are columns; one too many is kept only while something stands in it.
    private static List<string> Merged(IReadOnlyList<string> cells, IReadOnlyList<string?> typed, int columns)
    {
        List<string> merged = [.. Enumerable.Range(0, Math.Max(columns, cells.Count)).Select(i => i < typed.Count ? NationalId.Scrub((typed[i] ?? "").Trim()) : i < cells.Count ? cells[i] : "")];
        while (merged.Count > columns && merged[^1].Length == 0)
            merged.RemoveAt(merged.Count - 1);
        return merged;
    }
}
