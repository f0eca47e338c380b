using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>An Excel workbook (.xlsx). Dates come out as 2025-03-14, numbers as they would be typed, formulas as the value they had when saved.</summary>
sealed class WorkbookTable(byte[] bytes, int sheets) : ITable
{
    public int Sheets => sheets;

    // ExcelDataReader asks for a code page even where it will not use it.
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static WorkbookTable Open(byte[] bytes)
    {
        try
        {
            WorkbookWeight.Check(bytes);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
            return new WorkbookTable(bytes, reader.ResultsCount);
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
