using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;
using Rekruttering.Application.Students;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>
/// Writes a sheet as Norwegian Excel opens it: CSV in UTF-8 with a mark and <c>;</c>, days as 03.02.2027; XLSX with days as dates and a header that stays.
/// No cell is a formula: what a spreadsheet would run is marked as text (an apostrophe in CSV, the cell's own mark in XLSX).
/// </summary>
public static class SheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly System.Buffers.SearchValues<char> Formula = System.Buffers.SearchValues.Create("=+-@\t\r\n");
    private static readonly CsvWriterOptions Csv = new() { Separator = ';', WriteByteOrderMark = true };

    /// <summary>Writes the whole file; the stream stays open.</summary>
    public static Task WriteAsync(Stream to, SheetFormat format, Sheet sheet, CancellationToken ct = default) =>
        format == SheetFormat.Csv ? WriteCsvAsync(to, sheet, ct) : WriteXlsxAsync(to, sheet, ct);

    /// <summary>What a browser is told.</summary>
    public static string ContentType(SheetFormat format) => format == SheetFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static async Task WriteCsvAsync(Stream to, Sheet sheet, CancellationToken ct)
    {
        using var writer = CsvWriter.Create(to, Csv, leaveOpen: true);
        writer.WriteRecord([.. sheet.Columns]);
        await foreach (var row in sheet.Rows.WithCancellation(ct))
            writer.WriteRecord([.. row.Select(cell => cell switch
            {
                null => "",
                DateOnly day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
                _ => Text(cell) is var text && RunsAsFormula(text) ? "'" + text : Text(cell),
            })]);
    }

    private static async Task WriteXlsxAsync(Stream to, Sheet sheet, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (name, text) in Frame)
        {
            await using var part = await zip.CreateEntry(name).OpenAsync(ct);
            await part.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        }
        await using var stream = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(ct);
        await using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, CloseOutput = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultColWidth=\"18\" defaultRowHeight=\"15\"/>");
        xml.WriteStartElement("sheetData");
        WriteRow(xml, [.. sheet.Columns], style: 2);
        await foreach (var row in sheet.Rows.WithCancellation(ct))
            WriteRow(xml, row, style: 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
        await xml.FlushAsync();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<object?> cells, int style)
    {
        xml.WriteStartElement("row");
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c");
            if (cell is DateOnly day)
            {
                xml.WriteAttributeString("s", "1");
                xml.WriteElementString("v", (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture));
            }
            else if (Text(cell) is { Length: > 0 } text)
            {
                xml.WriteAttributeString("s", (RunsAsFormula(text) ? 3 : style).ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(text);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // A sign that XML cannot hold would make the whole book unreadable.
    private static string Text(object? cell) => cell?.ToString() is { } text ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= 32 || rune.Value is '\t' or '\n' or '\r').Where(rune => rune.Value is not (0xFFFE or 0xFFFF))) : "";

    private static bool RunsAsFormula(string text) => text.Length > 0 && Formula.Contains(text[0]);

    private static (string Name, string Text)[] Frame =>
    [
        ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Types}worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/></Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Studenter\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"),
        // 0 as it is, 1 a date, 2 the header, 3 a text that only looks like a formula.
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf xfId=\"0\"/><xf xfId=\"0\" numFmtId=\"14\" applyNumberFormat=\"1\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/><xf xfId=\"0\" quotePrefix=\"1\"/></cellXfs></styleSheet>"),
    ];
}
