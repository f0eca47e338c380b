using CsvHelper;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>A text file with separators. CsvHelper finds the separator and takes quotes, line breaks in cells and stray quotes as they come.</summary>
sealed class CsvTable(string text) : ITable
{
    static readonly System.Buffers.SearchValues<char> Forbidden =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r' or '\f')), '\u007F']);

    public int Sheets => 1;

    /// <summary>Refuses what is no text at all: a picture, a program, zero bytes.</summary>
    internal static CsvTable Open(byte[] bytes)
    {
        // Excel on DOS heritage ends a file with Ctrl-Z.
        var text = TextEncoding.Decode(bytes).TrimEnd('\u001A');
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableExtractException(Sentences.Empty);
        if (text.AsSpan().ContainsAny(Forbidden)) throw new UnreadableExtractException(Sentences.NotText);
        return new CsvTable(text);
    }

    public IEnumerable<TableRow> Rows(int sheet)
    {
        var unclosed = 0L;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : unclosed,
        });
        while (reader.Read())
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
}
