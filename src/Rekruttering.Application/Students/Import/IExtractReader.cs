using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Reads a list that somebody made in a spreadsheet. The whole file is gone through once before anything is answered, so that whoever reads the
/// rows afterwards meets no error half-way. What comes out carries no fødselsnummer.
/// </summary>
public interface IExtractReader
{
    /// <summary>Reads a CSV or XLSX file of any dialect, or says in one sentence why not and what to do. The stream is read to its end, or to the limit.</summary>
    /// <param name="file">The file as it was sent; need not be seekable.</param>
    /// <param name="sheet">The sheet of a workbook that is to be read, as its tab says, whatever else looks like a list; null leaves it to the headings.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Result<Extract>> ReadAsync(Stream file, string? sheet = null, CancellationToken cancellationToken = default);
}

/// <summary>A list that was understood as a table.</summary>
public sealed class Extract
{
    readonly Func<IEnumerable<ExtractRow>> rows;

    /// <param name="columns">Header texts, dropped columns left out.</param>
    /// <param name="droppedColumns">Header texts of the columns that held fødselsnummer.</param>
    /// <param name="rowCount">How many rows <see cref="Rows"/> gives.</param>
    /// <param name="fingerprint">SHA-256 of the file, in hexadecimal; of another sheet of it than the usual, with the sheet's name.</param>
    /// <param name="rows">Starts a reading from the first row.</param>
    public Extract(IReadOnlyList<string> columns, IReadOnlyList<string> droppedColumns, int rowCount, string fingerprint, Func<IEnumerable<ExtractRow>> rows) =>
        (Columns, DroppedColumns, RowCount, Fingerprint, this.rows) = (columns, droppedColumns, rowCount, fingerprint, rows);

    /// <summary>Header texts, in the file's order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Columns of fødselsnummer that were left out.</summary>
    public IReadOnlyList<string> DroppedColumns { get; }

    /// <summary>What was read of a workbook with several sheets, and what was not; empty for all other files.</summary>
    public IReadOnlyList<ImportSheet> Sheets { get; init; } = [];

    /// <summary>Rows below the header that are not blank.</summary>
    public int RowCount { get; }

    /// <summary>The same for the same list of the same file, byte for byte.</summary>
    public string Fingerprint { get; }

    /// <summary>The rows, one at a time; may be gone through again.</summary>
    public IEnumerable<ExtractRow> Rows() => rows();
}

/// <summary>One row of a list.</summary>
/// <param name="Number">As the spreadsheet shows it: the first row of the file is 1. In a list of several sheets see <see cref="RowNumber"/>.</param>
/// <param name="Cells">Parallel to the columns; more only when the row itself has more.</param>
public sealed record ExtractRow(int Number, IReadOnlyList<string> Cells);

/// <summary>The file cannot be read as a list of persons; the sentence says why and what to do.</summary>
public sealed record UnreadableExtract(string Sentence) : Refusal(Sentence);
