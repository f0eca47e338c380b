using System.IO.Compression;
using System.Text;

namespace Rekruttering.Tests.Import;

/// <summary>Small workbooks made by hand, good and bad.</summary>
static class Workbooks
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static byte[] Of(string rows) => OfSheet($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");

    /// <summary>A sheet with one piece again and again, and other parts beside it.</summary>
    internal static byte[] Of(string before, string again, int times, string after, params (string Name, string Text)[] parts)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Frame.Concat(parts)) Write(zip, name, text);
            using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>{before}");
            for (var i = 0; i < times; i++) sheet.Write(again);
            sheet.Write($"{after}</sheetData></worksheet>");
        }
        return packed.ToArray();
    }

    internal static byte[] OfSheet(string sheet) => Zip([.. Frame, ("xl/worksheets/sheet1.xml", sheet)]);

    /// <summary>A book of several sheets; the state is what Excel writes of a hidden one.</summary>
    internal static byte[] Book(params (string Name, string State, string Rows)[] sheets) => Zip([
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>"),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData></worksheet>")),
    ]);

    /// <summary>Rows of texts with <c>;</c> between; what begins with # is an error, as a formula leaves it.</summary>
    internal static string Rows(params string[] rows) => string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Split(';').Select((cell, column) => Cell($"{(char)('A' + column)}{i + 1}", cell)))}</row>"));

    static string Cell(string at, string text) => text.StartsWith('#') ? $"<c r=\"{at}\" s=\"0\" t=\"e\"><f>VLOOKUP(1,B1:B2,1,0)</f><v>{text}</v></c>" : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>Three hundred megabytes and more of blanks, in a file of some hundred kilobytes.</summary>
    internal static byte[] Bomb(string part = "xl/worksheets/sheet1.xml", int megabytes = 301)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Frame) Write(zip, name, text);
            using var sheet = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            var blanks = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) sheet.Write(blanks);
        }
        return packed.ToArray();
    }

    /// <summary>As Excel saves "Strict Open XML": the same parts under other names.</summary>
    internal static byte[] Strict(string rows) => Zip([.. Frame.Append(("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"))
        .Select(part => (part.Item1, part.Item2.Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal).Replace(Relations, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)))]);

    internal static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts) Write(zip, name, text);
        return packed.ToArray();
    }

    static (string, string)[] Frame =>
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
    ];

    static void Write(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
