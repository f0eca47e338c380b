using System.Text;

namespace Rekruttering.Domain.Common;

/// <summary>Keeps text well-formed: half an emoji, or a character that Unicode says is none, throws at the next one who folds or writes it.</summary>
public static class UnicodeText
{
    /// <summary>The text where each half of a surrogate pair and each noncharacter of the plane is U+FFFD; the same text when there is none.</summary>
    public static string Mended(string text)
    {
        if (!text.Any(letter => char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF')) return text;
        var mended = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes()) mended.Append(letter.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : letter);
        return mended.ToString();
    }

    /// <summary>The text, or at most so many UTF-16 units of its beginning; never half of a pair.</summary>
    public static string Cut(this string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
