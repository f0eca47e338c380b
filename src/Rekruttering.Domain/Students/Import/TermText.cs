using System.Globalization;
using System.Text.RegularExpressions;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>When a degree starts and ends, as lists write it. What cannot be read is left empty with a warning: it can be asked for later.</summary>
public static partial class TermText
{
    /// <summary>
    /// A term: "høst 2023", "vår 21", "H2023", "2023 haust", "august 2023", a date. A year alone is taken as its autumn, when nearly all begin, and said so.
    /// </summary>
    public static Reading<Term?> Start(string? text, DateOnly today)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return Reading<Term?>.Empty;
        var folded = SearchText.Fold(trimmed);
        if (Seasonal(folded) is { } term) return Plausible(term);
        if (DateText.Month(trimmed) is not { } when)
            return Reading<Term?>.Warn($"{Reading<Term?>.Quote(trimmed)} kan ikke leses som et semester. Feltet er tomt; skriv for eksempel «høst 2023».");
        if (when.Month is { } month) return Plausible(Term.Of(new DateOnly(when.Year, month, 1)));
        var autumn = Plausible(new Term(when.Year, Season.Autumn));
        return autumn.Value is null ? autumn : autumn with { Warning = $"Det står bare {when.Year}. Vi har satt høst {when.Year}; rett det hvis studiet begynte om våren." };

        Reading<Term?> Plausible(Term found) => found.Year >= today.Year - 20 && found.Year <= today.Year + 2
            ? new(found)
            : Reading<Term?>.Warn($"{Reading<Term?>.Quote(trimmed)} er for langt unna til å være studiestart. Feltet er tomt.");
    }

    /// <summary>The start reckoned back from a year of study ("3", "3. år") on the day the list was made.</summary>
    public static Reading<Term?> FromStudyYear(string? text, DateOnly on)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return Reading<Term?>.Empty;
        if (StudyYear().Match(SearchText.Fold(trimmed)) is not { Success: true } match)
            return Reading<Term?>.Warn($"{Reading<Term?>.Quote(trimmed)} kan ikke leses som et studieår fra 1 til 7. Studiestart er tom.");
        var now = Term.Of(on);
        var autumn = now.Season == Season.Autumn ? now : now.Plus(-1);
        var start = autumn.Plus(-2 * (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1));
        return new(start, $"Studiestart er regnet ut fra studieåret: {start}. Rett den hvis studiet begynte om våren eller studenten har hatt permisjon.");
    }

    /// <summary>Year and month of graduation: "2029", "juni 2029", a date. A season gives the year alone.</summary>
    public static Reading<(int Year, int? Month)?> Graduation(string? text, DateOnly today)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return Reading<(int, int?)?>.Empty;
        var folded = SearchText.Fold(trimmed);
        (int Year, int? Month)? when = Seasonal(folded) is { } term ? (term.Year, null)
            : Summer().Match(folded) is { Success: true } summer ? (int.Parse(summer.Groups[1].ValueSpan, CultureInfo.InvariantCulture), null)
            : DateText.Month(trimmed);
        if (when is not { } found || found.Year < today.Year - 20 || found.Year > today.Year + 12)
            return Reading<(int, int?)?>.Warn($"{Reading<Term?>.Quote(trimmed)} kan ikke leses som måned og år. Feltet er tomt; skriv for eksempel «juni 2029».");
        return new(found);
    }

    static Term? Seasonal(string folded)
    {
        var match = SeasonFirst().Match(folded);
        if (!match.Success) match = SeasonLast().Match(folded);
        if (!match.Success) return null;
        var year = match.Groups["y"].Value;
        var full = int.Parse(year, CultureInfo.InvariantCulture) + (year.Length == 2 ? 2000 : 0);
        return new Term(full, match.Groups["s"].Value[0] is 'v' or 's' ? Season.Spring : Season.Autumn);
    }

    const string Seasons = "host(?:en|semesteret)?|haust(?:en)?|autumn|fall|var(?:en|semesteret)?|spring|h|v";

    [GeneratedRegex($@"^(?<s>{Seasons})[ .\-/']*(?<y>(?:19|20)?\d{{2}})$")]
    private static partial Regex SeasonFirst();

    [GeneratedRegex($@"^(?<y>(?:19|20)\d{{2}})[ .\-/]*(?<s>{Seasons})$")]
    private static partial Regex SeasonLast();

    [GeneratedRegex(@"^(?:sommer|sommeren|sommar|sommaren|summer) ((?:19|20)\d{2})$")]
    private static partial Regex Summer();

    [GeneratedRegex(@"^([1-7])(?:\.? ?(?:ar|studiear|aret|klasse|year|arskurs|trinn)?)?\.?$")]
    private static partial Regex StudyYear();
}
