using CsvHelper;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>
/// The rows that could not be taken in, in the file's own columns with the reason last: opens right in Norwegian Excel (UTF-8 with a mark, <c>;</c>),
/// is mended there and uploaded again. What a spreadsheet would run as a formula is written as text; <see cref="ExtractReader"/> takes the mark of that off.
/// </summary>
public static class RefusedRowsFile
{
    /// <summary>The header of the last column.</summary>
    public const string ReasonColumn = "Hvorfor raden ikke ble tatt inn";

    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        ValidateFieldCount = false,
    };

    /// <summary>Writes the file; the stream stays open.</summary>
    public static async Task WriteAsync(Stream to, IReadOnlyList<string> columns, IEnumerable<(IReadOnlyList<string> Cells, string Reason)> rows, CancellationToken ct = default)
    {
        using var text = new MemoryStream();
        using (var writer = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            writer.WriteRecord([.. columns, ReasonColumn]);
            foreach (var (cells, reason) in rows)
                writer.WriteRecord([.. Padded(cells, columns.Count), reason, .. cells.Skip(columns.Count)]);
        }
        text.Position = 0;
        await text.CopyToAsync(to, ct);
    }

    // Cells to the right of the last header stay where they were: the reason stands under its own header, before them.
    private static IEnumerable<string> Padded(IReadOnlyList<string> cells, int columns) => Enumerable.Range(0, columns).Select(i => i < cells.Count ? cells[i] : "");
}
