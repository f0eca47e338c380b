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
