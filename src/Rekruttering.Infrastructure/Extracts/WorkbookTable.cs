using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Rekruttering.Domain.Common;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>An Excel workbook (.xlsx). Dates come out as 2025-03-14, numbers as they would be typed, formulas as the value or the error they had when saved.</summary>
sealed class WorkbookTable(byte[] bytes, IReadOnlyList<TableSheet> sheets) : ITable
{
    const int NameLength = 60;

    public IReadOnlyList<TableSheet> Sheets => sheets;

    public bool IsGrid => true;

    // ExcelDataReader asks for a code page even where it will not use it.
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static WorkbookTable Open(byte[] bytes)
    {
        try
        {
            WorkbookWeight.Check(bytes);
            if (IsStrict(bytes)) throw new UnreadableExtractException(Sentences.StrictWorkbook);
            bytes = ErrorCells.AsText(bytes);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
            if (reader.ResultsCount > ExtractLimits.Sheets) throw new UnreadableExtractException(Sentences.TooManySheets);
            var sheets = new List<TableSheet>();
            do sheets.Add(new TableSheet(NameOf(reader), reader.VisibleState.EndsWith("hidden", StringComparison.OrdinalIgnoreCase))); while (reader.NextResult());
            return new WorkbookTable(bytes, sheets);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new UnreadableExtractException(Sentences.BrokenWorkbook);
        }
    }

    public IEnumerable<TableRow> Rows(int sheet)
    {
        using var reader = Opened(sheet);
        var number = 0;
        while (Next(reader))
        {
            // Excel's own last row; a file that claims more was not made by a spreadsheet.
            if (++number > 1_048_576) throw new UnreadableExtractException(Sentences.TooLong);
            yield return new TableRow(number, Cells(reader));
        }
    }

    // Excel's "Strict Open XML" has other names for everything, and ExcelDataReader 3.6 finds no sheet in it.
    static bool IsStrict(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        using var stream = zip.GetEntry("xl/workbook.xml")!.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return xml.MoveToContent() == XmlNodeType.Element && xml.NamespaceURI.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal);
    }

    static string NameOf(IExcelDataReader reader) => NationalId.Scrub(PlainText.Of(reader.Name is { Length: > NameLength } name ? name.Cut(NameLength) + "…" : reader.Name ?? ""));

    IExcelDataReader Opened(int sheet)
    {
        try
        {
            var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
            for (var i = 0; i < sheet; i++) reader.NextResult();
            // Every cell of the rectangle that the sheet claims is looked at: one cell in Excel's last corner makes seventeen thousand million of them.
            return (long)reader.RowCount * reader.FieldCount <= ExtractLimits.SpreadCells ? reader : throw new UnreadableExtractException(Sentences.TooSpread);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new UnreadableExtractException(Sentences.BrokenWorkbook);
        }
    }

    static bool Next(IExcelDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new UnreadableExtractException(Sentences.BrokenWorkbook);
        }
    }

    static string[] Cells(IExcelDataReader reader)
    {
        var last = reader.FieldCount - 1;
        while (last >= 0 && reader.GetValue(last) is null or "") last--;
        var cells = new string[last + 1];
        for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
        return cells;
    }

    static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // XmlException is also how a document type definition, and with it an external entity, is turned down.
    static bool IsBroken(Exception exception) =>
        exception is ExcelReaderException or InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException
            or IndexOutOfRangeException or NotSupportedException or InvalidOperationException or NullReferenceException or KeyNotFoundException or IOException or InvalidCastException;
}
