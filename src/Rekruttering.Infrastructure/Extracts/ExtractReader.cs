using System.Security.Cryptography;
using System.Text;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Reads CSV and XLSX. Holds one file (at most 20 MB) in memory and goes through it row by row, once to check and once for each reader.</summary>
public sealed class ExtractReader : IExtractReader
{
    /// <inheritdoc/>
    public async Task<Result<Extract>> ReadAsync(Stream file, string? sheet = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var bytes = await Take(file, cancellationToken);
            return Check(Open(bytes), string.IsNullOrWhiteSpace(sheet) ? null : sheet.Trim(), bytes, cancellationToken);
        }
        catch (UnreadableExtractException unreadable)
        {
            return new UnreadableExtract(unreadable.Message);
        }
    }

    /// <summary>The file's bytes, or a refusal past the limit.</summary>
    internal static async Task<byte[]> Take(Stream file, CancellationToken cancellationToken)
    {
        if (file.CanSeek)
        {
            if (file.Length > ExtractLimits.FileBytes) throw new UnreadableExtractException(Sentences.TooLarge);
            var whole = new byte[file.Length - file.Position];
            await file.ReadExactlyAsync(whole, cancellationToken);
            return whole.Length == 0 ? throw new UnreadableExtractException(Sentences.Empty) : whole;
        }
        using var taken = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (taken.Length + read > ExtractLimits.FileBytes) throw new UnreadableExtractException(Sentences.TooLarge);
            taken.Write(buffer, 0, read);
        }
        return taken.Length == 0 ? throw new UnreadableExtractException(Sentences.Empty) : taken.ToArray();
    }

    static ITable Open(byte[] bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => WorkbookTable.Open(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new UnreadableExtractException(Sentences.OldExcel),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new UnreadableExtractException(Sentences.NotText),
        _ => CsvTable.Open(bytes),
    };

    static Extract Check(ITable table, string? sheet, byte[] file, CancellationToken cancellationToken)
    {
        var places = sheet is null ? HeaderRow.Find(table) : HeaderRow.On(table, Sheet(table, sheet));
        if (places.Count == 0) throw new UnreadableExtractException(Sentences.NoHeader);
        var named = Array.FindLastIndex(places[0].Headers, header => !string.IsNullOrWhiteSpace(header)) + 1;
        if (named > ExtractLimits.Columns) throw new UnreadableExtractException(Sentences.TooWide);
        // Remarks are written beside a list in columns without a header. In a text file such a cell may be a row that was shifted, and is refused.
        var most = table.IsGrid ? ExtractLimits.Columns : named;
        var headers = Enumerable.Range(0, most).Select(i => i < places[0].Headers.Length && places[0].Headers[i].Trim() is { Length: > 0 } text ? text : $"Kolonne {i + 1}").ToArray();
        var (width, used) = (named, new bool[most]);

        var ids = new NationalIdColumns(headers);
        var count = 0;
        foreach (var row in Rows(table, places))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > ExtractLimits.Rows) throw new UnreadableExtractException(Sentences.TooLong);
            var last = Array.FindLastIndex(row.Cells, cell => !string.IsNullOrWhiteSpace(cell));
            if (last >= ExtractLimits.Columns) throw new UnreadableExtractException(Sentences.TooWide);
            for (var i = named; i < most && i <= last; i++)
                if (!string.IsNullOrWhiteSpace(row.Cells[i])) (used[i], width) = (true, Math.Max(width, i + 1));
            if (Array.Exists(row.Cells, cell => cell.Length > ExtractLimits.CellCharacters))
                throw new UnreadableExtractException($"En celle i rad {RowNumber.Words(row.Number)} er på over 64 000 tegn. Kanskje mangler et anførselstegn; rett raden og last opp på nytt.");
            ids.Add(row.Cells);
        }
        if (count == 0) throw new UnreadableExtractException(Sentences.NoRows);

        // The reason why a row was refused is ours: a file of refused rows has the columns that the list it came from had.
        var kept = Enumerable.Range(0, width).Where(i => (i < named || used[i]) && !ids.IsDropped(i) && headers[i] != RefusedRowsFile.ReasonColumn).ToArray();
        return new Extract(
            [.. kept.Select(i => NationalId.Scrub(headers[i]))],
            [.. Enumerable.Range(0, width).Where(ids.IsDropped).Select(i => NationalId.Scrub(headers[i]))],
            count,
            Fingerprint(table, sheet, places, file),
            () => Rows(table, places).Select(row => Clean(row, kept, width)))
        {
            Sheets = Sheets(table, places, sheet is not null),
        };
    }

    static int Sheet(ITable table, string name)
    {
        var found = Enumerable.Range(0, table.Sheets.Count).Where(i => SearchText.Fold(table.Sheets[i].Name) == SearchText.Fold(name)).ToList();
        if (found.Count > 0) return found[0];
        var seen = table.Sheets.Where(one => !string.IsNullOrEmpty(one.Name) && !one.IsHidden).Select(one => $"«{one.Name}»").ToList();
        throw new UnreadableExtractException(seen.Count == 0
            ? "Filen har ingen ark å velge mellom. La feltet for ark stå tomt og last opp på nytt."
            : $"Filen har ikke noe ark som heter «{NationalId.Scrub(name.Cut(60))}». {(seen.Count == 1 ? "Arket i den heter" : "Arkene i den heter")} {seen.Take(20).Listed()}. Skriv navnet slik det står nederst i Excel, og last opp på nytt.");
    }

    // Another sheet of a file is another list; the one that would have been read anyway is the same.
    static string Fingerprint(ITable table, string? sheet, IReadOnlyList<HeaderRow.Place> places, byte[] file)
    {
        var whole = SHA256.HashData(file);
        return Convert.ToHexString(sheet is null || HeaderRow.Find(table).Select(place => place.Sheet).SequenceEqual(places.Select(place => place.Sheet))
            ? whole
            : SHA256.HashData([.. whole, .. Encoding.UTF8.GetBytes(table.Sheets[places[0].Sheet].Name)]));
    }

    // One sheet after the other; each has its own row 1, so that several are told apart in the number.
    static IEnumerable<TableRow> Rows(ITable table, IReadOnlyList<HeaderRow.Place> places) => places.SelectMany(place => table.Rows(place.Sheet)
        .Where(row => row.Number > place.Row && !row.IsBlank)
        .Select(row => places.Count > 1 ? row with { Number = RowNumber.On(Tab(table, place.Sheet), row.Number) } : row));

    static int Tab(ITable table, int sheet) => Enumerable.Range(0, sheet + 1).Count(i => table.Sheets[i].IsHidden == table.Sheets[sheet].IsHidden);

    // Of what was not read: all that is seen and not blank, and what is hidden and looks like a list. Sheets of choices for a cell are hidden and are none.
    static List<ImportSheet> Sheets(ITable table, IReadOnlyList<HeaderRow.Place> places, bool isChosen)
    {
        var read = places.Select(place => place.Sheet).ToHashSet();
        var sheets = Enumerable.Range(0, table.Sheets.Count)
            .Where(sheet => read.Contains(sheet) || (table.Sheets[sheet].IsHidden ? HeaderRow.IsOn(table, sheet) : table.Rows(sheet).Any(row => !row.IsBlank)))
            .Select(sheet => new ImportSheet(table.Sheets[sheet].Name, Tab(table, sheet), read.Contains(sheet), table.Sheets[sheet].IsHidden, isChosen && read.Contains(sheet))).ToList();
        return sheets.Count > 1 ? sheets : [];
    }

    // The kept columns, and whatever stands to the right of the last header so that a shifted row is seen for what it is.
    static ExtractRow Clean(TableRow row, int[] kept, int width)
    {
        var extra = Math.Max(0, row.Cells.Length - width);
        var cells = new string[kept.Length + extra];
        for (var i = 0; i < kept.Length; i++) cells[i] = kept[i] < row.Cells.Length ? Plain(row.Cells[kept[i]]) : "";
        for (var i = 0; i < extra; i++) cells[kept.Length + i] = Plain(row.Cells[width + i]);
        return new ExtractRow(row.Number, extra > 0 && cells.AsSpan(kept.Length).IndexOfAnyExcept("") < 0 ? cells[..kept.Length] : cells);
    }

    // An apostrophe before + or = is how a spreadsheet, and our own file of refused rows, says "this is text".
    static string Plain(string cell) => NationalId.Scrub(cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell);
}
