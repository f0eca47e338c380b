using System.Globalization;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>First and last name, from one cell or two.</summary>
public static class NameText
{
    const int MaxLength = 100;

    /// <summary>
    /// One name part: blanks made single, formulas and what is no name refused. A lost letter ("Dvo?ák") is taken in with a warning,
    /// since the person is real and only the letter is missing.
    /// </summary>
    public static Reading<string> Part(string? text)
    {
        var name = Clean(text);
        if (name.Length == 0) return Reading<string>.Refuse("Navnet mangler. Fyll inn både fornavn og etternavn.");
        if (IsFormula(name)) return Reading<string>.Refuse("Cellen inneholder en formel i stedet for et navn. Skriv navnet som tekst.");
        if (name.Length > MaxLength) return Reading<string>.Refuse($"Navnet er over {MaxLength} tegn. Rett cellen.");
        if (!name.Any(char.IsLetter) || !name.All(IsNameLetter)) return Reading<string>.Refuse($"{Reading<string>.Quote(name)} ser ikke ut som et navn. Rett cellen.");
        return LostLetter.In(name)
            ? new(name, $"{Reading<string>.Quote(name)} har mistet en bokstav. Rett navnet før du sender noe til studenten.")
            : new(name);
    }

    /// <summary>"Etternavn, Fornavn", or the words in order: the last word is the last name, or else the first one; with the small words before it ("van der Berg").</summary>
    public static (Reading<string> First, Reading<string> Last) Full(string? text, bool lastNameFirst)
    {
        var name = Clean(text);
        if (IsFormula(name)) return (Part(name), Reading<string>.Empty);
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0) return (Part(name[(comma + 1)..]), Part(name[..comma]));
        var words = name.Split(' ');
        if (words.Length < 2)
            return (Reading<string>.Refuse(name.Length == 0 ? "Navnet mangler. Fyll inn både fornavn og etternavn." : $"{Reading<string>.Quote(name)} er bare ett ord. Skriv både fornavn og etternavn."), Reading<string>.Empty);
        var at = lastNameFirst ? 1 : words.Length - 1;
        // "van der Berg" is one last name; in small letters, for "De" may be a first name.
        while (lastNameFirst ? at < words.Length - 1 && Particles.Contains(words[at - 1]) : at > 1 && Particles.Contains(words[at - 1])) at += lastNameFirst ? 1 : -1;
        var (before, after) = (string.Join(' ', words[..at]), string.Join(' ', words[at..]));
        return lastNameFirst ? (Part(after), Part(before)) : (Part(before), Part(after));
    }

    static readonly HashSet<string> Particles = new(["van", "von", "der", "den", "de", "del", "da", "di", "dos", "la", "le", "af", "av", "zu", "ter", "ten", "bin", "ibn", "el", "al"], StringComparer.Ordinal);

    /// <summary>True when a header says that the last name stands first ("Navn (etternavn fornavn)").</summary>
    public static bool SaysLastNameFirst(string header)
    {
        var words = SearchText.Words(header);
        var last = words.IndexOf("etterna", StringComparison.Ordinal);
        var first = words.IndexOf("forna", StringComparison.Ordinal);
        return last >= 0 && first > last;
    }

    /// <summary>What a spreadsheet would run when it opens the text again.</summary>
    public static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@';

    /// <summary>Blanks and line breaks to single blanks, invisible characters off, the replacement mark to <c>?</c>.</summary>
    internal static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var visible = UnicodeText.Mended(text).Normalize().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            .Select(c => c == LostLetter.Replacement ? LostLetter.Mark : char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
        return string.Join(' ', string.Concat(visible).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    static bool IsNameLetter(char c) =>
        char.IsLetter(c) || c is ' ' or '-' or '.' or '\'' or '\u2019' or '´' or '`' or '\u2010' or '\u2011' or '\u2013' or LostLetter.Mark
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
