using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Puts the cells of one row of a dry run right and makes the dry run again: what the row says now may be what another row of the file says. What was
/// typed is kept also where it cannot be read.
/// </summary>
public sealed class MendRow(RekrutteringDb db, CheckImport check)
{
    /// <summary>Longest text of a cell that is typed.</summary>
    public const int LongestCell = 4_000;

    /// <summary>What became of the row; refused when the import is not at the dry run.</summary>
    /// <param name="rowId">The row.</param>
    /// <param name="typed">The cells, in the file's order; what is not typed stays.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Result<ImportRow>> ExecuteAsync(Guid rowId, IReadOnlyList<string?> typed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (await db.ImportRows.SingleOrDefaultAsync(r => r.Id == rowId, ct) is not { } row)
            return new NotFound();
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == row.BatchId, ct);
        if (batch.Status != ImportStatus.Checked)
            return new ImportNotThere();
        if (typed.Any(cell => cell?.Length > LongestCell))
            return new InvalidInput("Cells", $"En av cellene er for lang: grensen er {LongestCell} tegn.");
        row.Mend(ImportJson.Write(Merged(row.CellTexts(), typed, batch.ColumnNames().Count)));
        if (await db.SaveOrRefuseAsync(ct) is { IsOk: false } changed)
            return changed.Refusal;
        if (await check.ExecuteAsync(batch.Id, ImportAnswers.Of(batch), ct) is { IsOk: false } refused)
            return refused.Refusal;
        return await db.ImportRows.AsNoTracking().SingleAsync(r => r.Id == rowId, ct);
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
