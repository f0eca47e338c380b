using System.Text;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Finds the character set of a text file: a byte order mark, else UTF-16 by its zero bytes, else UTF-8 if every byte fits, else Windows-1252.</summary>
static class TextEncoding
{
    // ISO-8859-1 is read as Windows-1252: they differ only where the former has control characters that no list holds.
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text without its mark.</summary>
    internal static string Decode(byte[] bytes)
    {
        var text = Find(bytes).GetString(bytes);
        return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
    }

    /// <summary>The same, little by little: the text of a whole file weighs twice the file.</summary>
    internal static StreamReader Read(byte[] bytes)
    {
        var encoding = Find(bytes);
        // Excel on DOS heritage ends a file with Ctrl-Z.
        var length = encoding.IsSingleByte || encoding is UTF8Encoding ? bytes.AsSpan().TrimEnd((byte)0x1A).Length : bytes.Length;
        return new StreamReader(new MemoryStream(bytes, 0, length, writable: false), encoding);
    }

    static Encoding Find(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Utf16WithoutMark(bytes) ?? (IsUtf8(bytes) ? Encoding.UTF8 : Windows1252),
    };

    // Latin letters in UTF-16 have a zero in every other byte.
    static UnicodeEncoding? Utf16WithoutMark(byte[] bytes)
    {
        var pairs = Math.Min(bytes.Length / 2, 2_000);
        var (evenZeros, oddZeros) = (0, 0);
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] == 0) evenZeros++;
            if (bytes[(2 * i) + 1] == 0) oddZeros++;
        }
        if (bytes.Length % 2 != 0 || pairs < 2) return null;
        if (oddZeros * 10 > pairs * 8 && evenZeros == 0) return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return evenZeros * 10 > pairs * 8 && oddZeros == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
