using System.IO.Compression;
using System.Xml;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>
/// Weighs a workbook before a parser sees it. A zip can say any size about its parts, so they are unpacked and counted, into nothing; and what a parser holds
/// as objects (a row, a long text, all that stands outside the rows) is counted too: four bytes of XML make a hundred of memory.
/// </summary>
static class WorkbookWeight
{
    internal static void Check(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry("xl/workbook.xml") is null) throw new UnreadableExtractException(IsOtherSheet(zip) ? Sentences.OtherSheet : Sentences.NotWorkbook);
        if (zip.Entries.Count > ExtractLimits.ZipParts) throw new UnreadableExtractException(Sentences.Bomb);
        var left = ExtractLimits.UnpackedBytes;
        foreach (var part in zip.Entries)
        {
            var size = Weigh(part, left);
            left -= size;
            // The table of texts is held in memory as a whole while a workbook is read.
            if (size > ExtractLimits.SharedTextBytes && part.Name == "sharedStrings.xml") throw new UnreadableExtractException(Sentences.Bomb);
            if (size > ExtractLimits.HarmlessBytes) CountObjects(part, size);
        }
    }

    // The part that makes a zip an OpenDocument, a binary workbook of Excel's, a sheet of Numbers'.
    static bool IsOtherSheet(ZipArchive zip) => Array.Exists(["content.xml", "xl/workbook.bin", "Index/Document.iwa", "Index.zip"], part => zip.GetEntry(part) is not null);

    static long Weigh(ZipArchiveEntry part, long limit)
    {
        var (size, isMarkup, sinceMark) = (0L, false, 0L);
        var buffer = new byte[64 * 1024];
        using var stream = part.Open();
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            // Pictures have no marks to wait for.
            isMarkup = size == 0 ? buffer[0] is (byte)'<' or 0xEF or 0xFE or (byte)' ' or (byte)'\n' || (buffer[0] == 0xFF && buffer[1] == 0xFE) : isMarkup;
            size += read;
            if (size > limit) throw new UnreadableExtractException(Sentences.Bomb);
            var last = buffer.AsSpan(0, read).LastIndexOf((byte)'<');
            sinceMark = last >= 0 ? read - last : sinceMark + read;
            if (isMarkup && sinceMark > ExtractLimits.TextBytes) throw new UnreadableExtractException(Sentences.LongText);
        }
        return size;
    }

    static void CountObjects(ZipArchiveEntry part, long size)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true });
        try
        {
            if (xml.MoveToContent() != XmlNodeType.Element) return;
        }
        catch (XmlException)
        {
            // A picture. What a parser takes for a sheet all the same, it finds broken as well.
            return;
        }
        // By whatever name.
        var isTexts = xml.LocalName == "sst";
        if (isTexts && size > ExtractLimits.SharedTextBytes) throw new UnreadableExtractException(Sentences.Bomb);
        for (var (inRow, cells, outside) = (false, 0, 0); xml.Read();)
        {
            if (xml.LocalName == "row" && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                (inRow, cells) = (xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false }, 0);
            else if (xml.NodeType == XmlNodeType.Element && inRow && xml.LocalName == "c" && ++cells > ExtractLimits.RowCells)
                throw new UnreadableExtractException(Sentences.TooWide);
            else if (xml.NodeType == XmlNodeType.Element && !inRow && !isTexts && ++outside > ExtractLimits.ObjectsOutsideRows)
                throw new UnreadableExtractException(Sentences.Bomb);
        }
    }
}
