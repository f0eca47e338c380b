using System.Buffers;
using System.Text;

namespace Rekruttering.Domain.Common;

/// <summary>Keeps text well-formed: half an emoji, or a character that Unicode says is none, throws at the next one who folds or writes it.</summary>
public static class UnicodeText
{
    static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.IsSurrogate(c) || IsNone(c))]);

    /// <summary>The text where each half of a surrogate pair and each noncharacter is U+FFFD; the same text when there is none.</summary>
    public static string Mended(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        var mended = new StringBuilder(text.Length);
        // Half a pair comes out of the enumeration as the replacement mark.
        foreach (var rune in text.EnumerateRunes()) mended.Append(IsNone(rune.Value) ? Rune.ReplacementChar : rune);
        return mended.ToString();
    }

    /// <summary>The text, or at most so many UTF-16 units of its beginning; never half of a pair.</summary>
    public static string Cut(this string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    static bool IsNone(int code) => code is >= 0xFDD0 and <= 0xFDEF || (code & 0xFFFE) == 0xFFFE;
}
