using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rekruttering.Domain.Common;

/// <summary>The one folding of text for search and comparison. Databases differ on case and æøå, so we fold before anything is stored or asked for.</summary>
public static class SearchText
{
    // ASCII and the three letters that Norwegian has more: what nearly every text here is made of, and folds letter by letter.
    static readonly SearchValues<char> Usual = SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(code => (char)code), .. "æøåÆØÅ"]);

    /// <summary>
    /// Lower case, diacritics off, white space to single blanks: "Łódź" → "lodz", "Åse  Øverås" → "ase overas", "Sæther" → "saether".
    /// Folding twice changes nothing. Punctuation and <c>?</c> stay.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        return text.AsSpan().ContainsAnyExcept(Usual) ? FoldAny(text) : FoldUsual(text);
    }

    // The same as below, without asking Unicode about each letter: an import folds a name a dozen times.
    static string FoldUsual(string text)
    {
        Span<char> folded = text.Length <= 128 ? stackalloc char[256] : new char[2 * text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter)) { if (length > 0 && folded[length - 1] != ' ') folded[length++] = ' '; }
            else if (letter is 'æ' or 'Æ') (folded[length++], folded[length++]) = ('a', 'e');
            else folded[length++] = letter switch { 'ø' or 'Ø' => 'o', 'å' or 'Å' => 'a', _ => char.ToLowerInvariant(letter) };
        }
        return folded[..length].TrimEnd(' ').ToString();
    }

    static string FoldAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in UnicodeText.Mended(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(letter) || char.IsControl(letter)) { if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' '); }
            else if (Plain(letter) is { } plain) folded.Append(plain);
            else folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>The words of a text, folded, without punctuation: what names of places are compared by. A lost letter (<c>?</c>) inside a word stays.</summary>
    public static string Words(string? text)
    {
        var folded = Fold(text);
        Span<char> words = folded.Length <= 256 ? stackalloc char[256] : new char[folded.Length];
        var length = 0;
        foreach (var letter in folded)
        {
            if (char.IsLetterOrDigit(letter) || letter is LostLetter.Mark) words[length++] = letter;
            else if (letter == LostLetter.Replacement) words[length++] = LostLetter.Mark;
            else if (length > 0 && words[length - 1] != ' ') words[length++] = ' ';
        }
        return words[..length].TrimEnd(' ').ToString();
    }

    /// <summary>
    /// The words that somebody is found by, and the words that are typed to find her, each folded as the other: "Sæther, Aase" and "sather ase" are the same.
    /// Letters and digits only, so that no engine takes a sign for an order.
    /// </summary>
    public static string Search(string? text) => Doubles(Words(text).Replace(LostLetter.Mark, ' '));

    /// <summary>
    /// The key that two spellings of one name share, in either order of the words: Åse Øverås = Aase Øveraas = "Overas, Ase".
    /// Broad on purpose: it points at a possible duplicate, and never decides alone.
    /// </summary>
    public static string NameKey(string? name)
    {
        var words = Doubles(Words(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    // Two letters for the one that a keyboard lacks.
    static string Doubles(string folded) =>
        folded.Replace("aa", "a", StringComparison.Ordinal).Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal);

    // The letters that decomposition leaves whole.
    static string? Plain(char letter) => letter switch
    {
        'ø' or 'Ø' => "o",
        'æ' or 'Æ' => "ae",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ŋ' or 'Ŋ' => "n",
        'ŧ' or 'Ŧ' => "t",
        'ħ' or 'Ħ' => "h",
        'þ' or 'Þ' => "th",
        'ß' or 'ẞ' => "ss",
        'œ' or 'Œ' => "oe",
        'ı' => "i",
        '\u2019' or '\u02BC' => "'",
        '\u2010' or '\u2011' or '\u2013' => "-",
        _ => null,
    };
}

/// <summary>
/// A letter that the file's character set could not hold and that became <c>?</c>: Windows-1252, Norwegian Excel's own, has no ł, ń, ř or ī.
/// </summary>
public static class LostLetter
{
    /// <summary>What Excel writes in the place of the letter.</summary>
    public const char Mark = '?';

    /// <summary>What a decoder writes in the place of a byte that means nothing.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>True when a letter of a word has been lost ("Dvo?ák", "?ukowski"), not when a question is asked ("Ola?").</summary>
    public static bool In(string? text)
    {
        if (text is null) return false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == Replacement || (text[i] == Mark && i + 1 < text.Length && char.IsLetter(text[i + 1]))) return true;
        return false;
    }

    /// <summary>True when the pattern, each mark standing for any one letter, is the candidate. Both are already folded.</summary>
    public static bool Fits(string pattern, string candidate)
    {
        if (pattern.Length != candidate.Length) return false;
        for (var i = 0; i < pattern.Length; i++)
            if (pattern[i] != candidate[i] && !(pattern[i] is Mark or Replacement && char.IsLetter(candidate[i]))) return false;
        return true;
    }
}
