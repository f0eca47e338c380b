using System.Globalization;
using System.Text.RegularExpressions;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>Dates, months and years as Norwegian lists write them.</summary>
public static partial class DateText
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

    /// <summary>
    /// A day: "12.12.2025", "2025-03-14" (Excel's dates arrive so), "14/3/2025", "14. mars 2025", "14.03.25". The time that a form writes after it is left out. Empty is no value.
    /// What looks like a date and does not exist is refused; so is what is no date.
    /// </summary>
    public static Reading<DateOnly?> Day(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return Reading<DateOnly?>.Empty;
        if (Numbers(trimmed) is not { } date)
            return Reading<DateOnly?>.Refuse($"{Reading<DateOnly?>.Quote(trimmed)} er ikke en dato vi kan lese. Skriv den som 14.03.2025.");
        return date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Year is >= 1900 and <= 2200 && date.Day <= DateTime.DaysInMonth(date.Year, date.Month)
            ? new(new DateOnly(date.Year, date.Month, date.Day))
            : Reading<DateOnly?>.Refuse($"{trimmed} finnes ikke. Rett datoen.");
    }

    /// <summary>A year with or without a month: "2029", "juni 2029", "06.2029", "2029-06", "jun.29" as Norwegian Excel turns "juni 2029" into, or a whole date.</summary>
    internal static (int Year, int? Month)? Month(string text)
    {
        if (Day(text) is { Value: { } day }) return (day.Year, day.Month);
        var folded = SearchText.Fold(text);
        if (YearOnly().Match(folded) is { Success: true } year) return (Int(year, "y"), null);
        if (MonthFirst().Match(folded) is { Success: true } first && InYear(Int(first, "m")) is { } m1) return (Int(first, "y"), m1);
        if (YearFirst().Match(folded) is { Success: true } last && InYear(Int(last, "m")) is { } m2) return (Int(last, "y"), m2);
        return NamedMonth().Match(folded) is { Success: true } named && MonthNamed(named.Groups["m"].Value) is { } m3 ? (FullYear(named.Groups["y"].Value), m3) : null;
    }

    static (int Year, int Month, int Day)? Numbers(string text)
    {
        var folded = SearchText.Fold(text);
        if (Iso().Match(folded) is { Success: true } iso) return (Int(iso, "y"), Int(iso, "m"), Int(iso, "d"));
        if (Norwegian().Match(folded) is { Success: true } norwegian) return (FullYear(norwegian.Groups["y"].Value), Int(norwegian, "m"), Int(norwegian, "d"));
        if (Written().Match(folded) is { Success: true } written && MonthNamed(written.Groups["m"].Value) is { } month) return (Int(written, "y"), month, Int(written, "d"));
        return null;
    }

    static int FullYear(string digits) => digits.Length == 2 ? 2000 + int.Parse(digits, CultureInfo.InvariantCulture) : int.Parse(digits, CultureInfo.InvariantCulture);

    static int? InYear(int month) => month is >= 1 and <= 12 ? month : null;

    static int? MonthNamed(string word)
    {
        if (word.Length < 3) return null;
        var start = word[..3] switch { "may" => "mai", "oct" => "okt", "dec" => "des", var other => other };
        var index = Array.IndexOf(Months, start);
        return index < 0 ? null : index + 1;
    }

    static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{4})[-.](?<m>\d{1,2})[-.](?<d>\d{1,2})(?:[t ](?:00:00(?::00(?:\.0+)?)?z|\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?))?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<d>\d{1,2})[./-] ?(?<m>\d{1,2})[./-] ?(?<y>\d{4}|\d{2})(?:,? (?:kl\.? ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$")]
    private static partial Regex Norwegian();

    [GeneratedRegex(@"^(?<d>\d{1,2})(?:\. ?| )(?<m>[a-z]+)\.?,? (?<y>\d{4})$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?:ca\.? ?)?(?<y>(?:19|20)\d{2})\.?$")]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"^(?<m>\d{1,2}) ?[./-] ?(?<y>(?:19|20)\d{2})$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2}) ?[./-] ?(?<m>\d{1,2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<m>[a-z]{3,9})(?:\. ?| ?[-/] ?| )(?<y>(?:19|20)\d{2}|\d{2})$")]
    private static partial Regex NamedMonth();
}
