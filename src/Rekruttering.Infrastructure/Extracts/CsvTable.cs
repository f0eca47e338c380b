using CsvHelper;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>A text file with separators. CsvHelper finds the separator and takes quotes, line breaks in cells and stray quotes as they come.</summary>
sealed class CsvTable(byte[] bytes) : ITable
{
    // What no text has. Vertical tab, form feed and the four separators (0x1C to 0x1F) come into lists from Word and Excel, and are read as blanks.
    static readonly System.Buffers.SearchValues<char> Forbidden =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x1C).Select(c => (char)c).Where(c => c is not (>= '\t' and <= '\r'))]);

    public IReadOnlyList<TableSheet> Sheets { get; } = [default];

    public bool IsGrid => false;

    /// <summary>Refuses what is no text at all: a picture, a program, zero bytes.</summary>
    internal static CsvTable Open(byte[] bytes)
    {
        using var text = TextEncoding.Read(bytes);
        var (buffer, isBlank) = (new char[16 * 1024], true);
        for (int read; (read = text.Read(buffer)) > 0;)
        {
            if (buffer.AsSpan(0, read).ContainsAny(Forbidden)) throw new UnreadableExtractException(Sentences.NotText);
            isBlank &= buffer.AsSpan(0, read).IsWhiteSpace();
        }
        return isBlank ? throw new UnreadableExtractException(Sentences.Empty) : new CsvTable(bytes);
    }

    public IEnumerable<TableRow> Rows(int sheet)
    {
        var unclosed = 0L;
        // Through a reader and not as text in memory, which would weigh twice the file; and only so is the size of one row kept down, before a million cells of it are counted.
        using var lines = TextEncoding.Read(bytes);
        using var reader = CsvReader.Create(lines, new CsvReaderOptions
        {
            MaxRecordSize = ExtractLimits.RowBytes,
            HasHeader = false,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : unclosed,
        });
        for (var number = 1; Next(reader, number); number++)
        {
            if (unclosed > 0)
                throw new UnreadableExtractException($"Filen slutter midt i en tekst: et anførselstegn i rad {unclosed} blir aldri lukket. Åpne filen, rett raden og last opp på nytt.");
            var row = (int)reader.RowNumber;
            if (reader.FieldCount > ExtractLimits.Columns * 10) throw new UnreadableExtractException(Sentences.TooWide);
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
            yield return new TableRow(row, cells);
        }
    }

    static bool Next(CsvReader reader, int number)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new UnreadableExtractException($"Rad {number} er over en million tegn lang. Kanskje mangler det et anførselstegn eller et linjeskift; rett raden og last opp på nytt.");
        }
    }
}
