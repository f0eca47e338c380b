using System.Buffers;
using System.Text;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>
/// Text that every part of the program and both databases can hold. A control character, as a line break in a cell of Excel or Word (vertical tab), becomes a
/// blank; half a surrogate pair and what Unicode calls a noncharacter, on which <see cref="string.Normalize()"/> throws, become the replacement mark.
/// </summary>
static class PlainText
{
    static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => IsBlank(c) || char.IsSurrogate(c) || IsNoncharacter(c))]);

    internal static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        var plain = new StringBuilder(text.Length);
        // Half a pair comes out of the enumeration as the replacement mark.
        foreach (var rune in text.EnumerateRunes())
            _ = IsBlank(rune.Value) ? plain.Append(' ') : plain.Append(IsNoncharacter(rune.Value) ? Rune.ReplacementChar : rune);
        return plain.ToString();
    }

    static bool IsBlank(int code) => code is < 0x20 and not ('\t' or '\n' or '\r') or (>= 0x7F and < 0xA0);

    static bool IsNoncharacter(int code) => code is >= 0xFDD0 and <= 0xFDEF || (code & 0xFFFE) == 0xFFFE;
}
