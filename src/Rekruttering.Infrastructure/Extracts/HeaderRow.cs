using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Finds the row that names the columns: under titles and dates, on the sheets that hold the list. What is hidden is looked at only when nothing that is seen is a list.</summary>
static class HeaderRow
{
    internal readonly record struct Place(int Sheet, int Row, string[] Headers);

    /// <summary>The best header, and the same header on other sheets of its kind (seen or hidden), in the order of the sheets; empty when there is none.</summary>
    internal static IReadOnlyList<Place> Find(ITable table)
    {
        foreach (var hidden in (ReadOnlySpan<bool>)[false, true])
        {
            int[] sheets = [.. Enumerable.Range(0, table.Sheets.Count).Where(sheet => table.Sheets[sheet].IsHidden == hidden)];
            var found = sheets.Select(sheet => BestOf(table, sheet)).OfType<(Place Place, int Score)>().ToList();
            if (found.Count > 0)
                return Together(found.MaxBy(one => one.Score).Place, found.ConvertAll(one => one.Place));
            var named = sheets.Select(sheet => FirstOfNames(table, sheet)).OfType<Place>().ToList();
            if (named.Count > 0)
                return Together(named[0], named);
        }
        return [];
    }

    /// <summary>The header of one sheet, whatever stands on the others; empty when there is none.</summary>
    internal static IReadOnlyList<Place> On(ITable table, int sheet) => (BestOf(table, sheet)?.Place ?? FirstOfNames(table, sheet)) is { } place ? [place] : [];

    /// <summary>Whether a header that we know stands on the sheet.</summary>
    internal static bool IsOn(ITable table, int sheet) => BestOf(table, sheet) is not null;

    static List<Place> Together(Place best, List<Place> places) => places.FindAll(place => Same(place.Headers, best.Headers));

    static bool Same(string[] one, string[] other) => Folded(one).SequenceEqual(Folded(other));

    static IEnumerable<string> Folded(string[] headers) => headers[..(Array.FindLastIndex(headers, header => !string.IsNullOrWhiteSpace(header)) + 1)].Select(SearchText.Fold);

    static (Place Place, int Score)? BestOf(ITable table, int sheet)
    {
        (Place Place, int Score)? best = null;
        foreach (var row in table.Rows(sheet).Take(ExtractLimits.HeaderDepth))
        {
            var score = Score(row.Cells);
            if (score > (best?.Score ?? 0)) best = (new Place(sheet, row.Number, row.Cells), score);
            // Below a header that is known well enough come persons.
            if (score >= 40) break;
        }
        return best;
    }

    // Ten for a header we know, one for each other text: of two lists the one that says more of each person is the better.
    static int Score(string[] cells)
    {
        var known = cells.Count(cell => ColumnGuess.FromHeader(cell) is not null || NationalId.IsHeader(cell));
        var named = cells.Count(IsName);
        var filled = cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
        return known >= 2 || (known == 1 && named == filled) ? (known * 10) + named : 0;
    }

    // No header that we know: the first row is taken when every cell of it could name a column, and a person says what they mean.
    static Place? FirstOfNames(ITable table, int sheet)
    {
        var first = table.Rows(sheet).Take(ExtractLimits.HeaderDepth).FirstOrDefault(row => row.Cells is not null && !row.IsBlank);
        return first.Cells is { Length: >= 2 } cells && cells.All(IsName) && cells.Select(SearchText.Fold).Distinct().Count() == cells.Length ? new Place(sheet, first.Number, cells) : null;
    }

    static bool IsName(string cell) => cell.Length is > 0 and <= 100 && char.IsLetter(cell.Trim().FirstOrDefault()) && !cell.Contains('@', StringComparison.Ordinal);
}
