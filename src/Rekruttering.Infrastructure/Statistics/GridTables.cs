using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Statistics.Tables;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Infrastructure.Extracts;

namespace Rekruttering.Infrastructure.Statistics;

/// <summary>
/// Tables in rows and columns: the long ones of PxWeb (a row a cell), and the wide ones that people order (titles on top, one or more rows of headings,
/// merged or repeated, a column for each country or year, notes below). Every sheet that holds a table gives one; hidden ones only where no other does.
/// </summary>
static class GridTables
{
    internal static List<RawTable> Of(ITable grid, CancellationToken ct)
    {
        var (tables, seen) = (new List<RawTable>(), false);
        foreach (var sheet in Enumerable.Range(0, grid.Sheets.Count).OrderBy(sheet => grid.Sheets[sheet].IsHidden))
        {
            if (grid.Sheets[sheet].IsHidden && seen) continue;
            var rows = Rows(grid, sheet, ct);
            if (GridHead.Find(rows) is not { } head) continue;
            var columns = new GridColumns(head, rows);
            seen |= !grid.Sheets[sheet].IsHidden;
            tables.Add(new RawTable(head.Title, [.. head.Texts, .. columns.Notes], null, null, columns.Dimensions, columns.Cells(rows)));
        }
        return tables.Count > 0 ? tables : throw new UnreadableExtractException(LooksLikePersons(grid) ? TableSentences.Persons : TableSentences.NoKommune);
    }

    // Read anew each time it is gone through: a table is never held as text.
    private static IEnumerable<TableRow> Rows(ITable grid, int sheet, CancellationToken ct)
    {
        var count = 0;
        foreach (var row in grid.Rows(sheet))
        {
            ct.ThrowIfCancellationRequested();
            if (row.IsBlank) continue;
            if (++count > ExtractLimits.Rows * 4) throw new UnreadableExtractException(TableSentences.TooManyCells);
            if (Array.FindLastIndex(row.Cells, cell => !string.IsNullOrWhiteSpace(cell)) >= ExtractLimits.Columns) throw new UnreadableExtractException(Sentences.TooWide);
            if (Array.Exists(row.Cells, cell => cell.Length > ExtractLimits.CellCharacters)) throw new UnreadableExtractException($"En celle i rad {row.Number} er på over 64 000 tegn. Hent tabellen ut på nytt.");
            yield return row;
        }
    }

    internal static bool LooksLikePersons(IEnumerable<string> headers) =>
        headers.Any(header => NationalId.IsHeader(header) || ColumnGuess.FromHeader(header) is ImportField.FirstName or ImportField.LastName or ImportField.FullName or ImportField.FullNameLastFirst or ImportField.Email);

    private static bool LooksLikePersons(ITable grid) =>
        Enumerable.Range(0, grid.Sheets.Count).Any(sheet => grid.Rows(sheet).Take(ExtractLimits.HeaderDepth).Any(row => LooksLikePersons(row.Cells)));
}

/// <summary>Where the headings stand.</summary>
/// <param name="Title">The first line above them, or the name of the only column of numbers.</param>
/// <param name="Texts">The lines above.</param>
/// <param name="Rows">The headings from the top, merged ones written out.</param>
/// <param name="LastRow">The number of the lowest of them.</param>
sealed record GridHead(string Title, IReadOnlyList<string> Texts, IReadOnlyList<string[]> Rows, int LastRow)
{
    /// <summary>What the columns that carry text are called, from whichever heading row says it; empty for one that none names.</summary>
    internal string NameOf(int column) => Rows.Reverse().Select(row => column < row.Length ? row[column].Trim() : "").FirstOrDefault(text => text.Length > 0) ?? "";

    internal int Width => Rows.Max(row => row.Length);

    internal static GridHead? Find(IEnumerable<TableRow> rows)
    {
        var top = rows.Take(ExtractLimits.HeaderDepth).ToList();
        var named = top.FindIndex(row => Filled(row) >= 2 && Array.Exists(row.Cells, cell => DimensionKinds.OfName(cell) == DimensionKind.Kommune && cell.Length <= 60));
        if (named < 0) return null;
        if (GridTables.LooksLikePersons(top[named].Cells)) throw new UnreadableExtractException(TableSentences.Persons);
        var kommune = Array.FindIndex(top[named].Cells, cell => DimensionKinds.OfName(cell) == DimensionKind.Kommune);
        // Headings go on below where the kommune's own is merged downwards, and above where the others are merged over it.
        var last = named;
        while (last + 1 < top.Count && Blank(top[last + 1], kommune) && Filled(top[last + 1]) >= 2) last++;
        var first = named;
        while (first > 0 && Filled(top[first - 1]) >= 1 && Blank(top[first - 1], 0) && Blank(top[first - 1], kommune)) first--;
        var width = top[first..(last + 1)].Max(row => row.Cells.Length);
        var stub = Stub(top[first..(last + 1)]);
        var heads = top[first..(last + 1)].Select((row, i) => Written(row.Cells, width, stub, merged: first + i < last || i < named - first)).ToList();
        var texts = top[..first].SelectMany(row => row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(3)).Select(Brief).ToList();
        // PxWeb names the column of figures by the whole table; "antall" names nothing.
        var ofFigures = heads[^1].LastOrDefault(text => text.EndsWith(',') || text.Contains(" etter ", StringComparison.Ordinal))?.TrimEnd(',');
        return new GridHead(texts.FirstOrDefault() ?? Brief(ofFigures ?? ""), texts, heads, top[last].Number);
    }

    internal static string Brief(string text) => text.Trim().Cut(StatisticsLimits.TextLength);

    private static int Filled(TableRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static bool Blank(TableRow row, int column) => column >= row.Cells.Length || string.IsNullOrWhiteSpace(row.Cells[column]);

    // The columns to the left that some heading row names as a dimension.
    private static int Stub(List<TableRow> heads)
    {
        var stub = 0;
        while (heads.Exists(row => stub < row.Cells.Length && DimensionKinds.OfName(row.Cells[stub]) != DimensionKind.Unknown)) stub++;
        return stub;
    }

    private static string[] Written(string[] cells, int width, int stub, bool merged)
    {
        var written = new string[width];
        for (var i = 0; i < width; i++)
        {
            written[i] = i < cells.Length ? cells[i].Trim() : "";
            if (merged && i > stub && written[i].Length == 0) written[i] = written[i - 1];
        }
        return written;
    }
}
