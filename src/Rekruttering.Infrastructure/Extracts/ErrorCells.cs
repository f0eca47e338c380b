using System.IO.Compression;
using System.Xml;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>
/// Makes texts of the cells where a formula failed (<c>t="e"</c>: #N/A, #REF!). ExcelDataReader 3.6 gives them out as nothing, and a list would lose what
/// should have stood there without a word. Only a workbook that has such cells is written anew, little by little.
/// </summary>
static class ErrorCells
{
    internal static byte[] AsText(byte[] bytes)
    {
        using var book = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var sheets = book.Entries.Where(part => part.FullName.StartsWith("xl/", StringComparison.Ordinal) && part.Name.EndsWith(".xml", StringComparison.Ordinal) && HasError(part)).ToHashSet();
        if (sheets.Count == 0) return bytes;
        using var told = new MemoryStream();
        using (var copy = new ZipArchive(told, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in book.Entries)
            {
                using var from = part.Open();
                using var to = copy.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                if (sheets.Contains(part)) Copy(from, to);
                else from.CopyTo(to);
            }
        return told.ToArray();
    }

    // A quick look at the bytes: what it takes for an error by mistake, the copying leaves as it is.
    static bool HasError(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var (buffer, kept) = (new byte[64 * 1024], 0);
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf("t=\"e\""u8) >= 0 || seen.IndexOf("t='e'"u8) >= 0) return true;
            kept = Math.Min(seen.Length, 4);
            seen[^kept..].CopyTo(buffer);
        }
        return false;
    }

    static void Copy(Stream from, Stream to)
    {
        using var xml = XmlReader.Create(from, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true });
        using var copy = XmlWriter.Create(to, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize });
        while (xml.Read())
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var (isEmpty, isCell) = (xml.IsEmptyElement, xml.LocalName == "c");
                    copy.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                    while (xml.MoveToNextAttribute())
                        copy.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, isCell && xml is { Name: "t", Value: "e" } ? "str" : xml.Value);
                    if (isEmpty) copy.WriteEndElement();
                    break;
                case XmlNodeType.EndElement:
                    copy.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    copy.WriteString(xml.Value);
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    copy.WriteWhitespace(xml.Value);
                    break;
            }
    }
}
