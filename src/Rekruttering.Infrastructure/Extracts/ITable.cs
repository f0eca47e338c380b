namespace Rekruttering.Infrastructure.Extracts;

/// <summary>A file's cells as text, row by row; every call to <see cref="Rows"/> starts from the top.</summary>
interface ITable
{
    /// <summary>All rows of a sheet, blank ones too, with the number a spreadsheet shows.</summary>
    IEnumerable<TableRow> Rows(int sheet);

    /// <summary>A CSV file has one, without a name.</summary>
    IReadOnlyList<TableSheet> Sheets { get; }

    /// <summary>Each cell stands in a column of its own, whatever the others hold: what is to the right of the headers has no name, and is no row that was shifted by a separator too many.</summary>
    bool IsGrid { get; }
}

readonly record struct TableSheet(string Name, bool IsHidden);

readonly record struct TableRow
{
    /// <summary>Every cell of every file passes here, and what no text can hold is gone after it.</summary>
    internal TableRow(int number, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++) cells[i] = PlainText.Of(cells[i]);
        (Number, Cells) = (number, cells);
    }

    internal int Number { get; init; }

    internal string[] Cells { get; }

    internal bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
