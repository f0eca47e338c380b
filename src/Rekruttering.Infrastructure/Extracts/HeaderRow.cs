using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Finds the row that names the columns: under titles and dates, on the sheet that holds the list.</summary>
static class HeaderRow
{
    internal readonly record struct Place(int Sheet, int Row, string[] Headers);

    internal static Place? Find(ITable table)
    {
        Place? best = null;
        var bestScore = 0;
        for (var sheet = 0; sheet < table.Sheets; sheet++)
        {
            foreach (var row in table.Rows(sheet).Take(ExtractLimits.HeaderDepth))
            {
                var score = Score(row.Cells);
                if (score > bestScore) (best, bestScore) = (new Place(sheet, row.Number, row.Cells), score);
                // Below a header that is known well enough come persons.
                if (score >= 40) break;
            }
        }
        return best ?? FirstOfNames(table);
    }

    // Ten for a header we know, one for each other text: two sheets with the same headers are told apart by their own columns.
    static int Score(string[] cells)
    {
        var known = cells.Count(cell => ColumnGuess.FromHeader(cell) is not null || NationalId.IsHeader(cell));
        var named = cells.Count(IsName);
        var filled = cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
        return known >= 2 || (known == 1 && named == filled) ? (known * 10) + named : 0;
    }

    // No header that we know: the first row is taken when every cell of it could name a column, and a person says what they mean.
    static Place? FirstOfNames(ITable table)
    {
        for (var sheet = 0; sheet < table.Sheets; sheet++)
        {
            var first = table.Rows(sheet).Take(ExtractLimits.HeaderDepth).FirstOrDefault(row => row.Cells is not null && !row.IsBlank);
            if (first.Cells is { Length: >= 2 } cells && cells.All(IsName) && cells.Select(SearchText.Fold).Distinct().Count() == cells.Length)
                return new Place(sheet, first.Number, cells);
        }
        return null;
    }

    static bool IsName(string cell) => cell.Length is > 0 and <= 100 && char.IsLetter(cell.Trim().FirstOrDefault()) && !cell.Contains('@', StringComparison.Ordinal);
}
