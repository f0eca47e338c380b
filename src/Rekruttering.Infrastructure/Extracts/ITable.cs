namespace Rekruttering.Infrastructure.Extracts;

/// <summary>A file's cells as text, row by row; every call to <see cref="Rows"/> starts from the top.</summary>
interface ITable
{
    /// <summary>All rows of a sheet, blank ones too, with the number a spreadsheet shows.</summary>
    IEnumerable<TableRow> Rows(int sheet);

    /// <summary>A CSV file has one.</summary>
    int Sheets { get; }
}

readonly record struct TableRow(int Number, string[] Cells)
{
    internal bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
