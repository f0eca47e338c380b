using System.Globalization;
using System.Text.RegularExpressions;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>The dates of a student licence, as lists write them. They come from its papers: what gives no day is left empty with a warning, never reckoned from the semester.</summary>
public static partial class LicenceText
{
    /// <summary>The first day: a date, or a month, which is taken as its first day and said so.</summary>
    public static Reading<DateOnly?> From(string? text, DateOnly today) => Day(text, today, isLast: false);

    /// <summary>The last day: a date, or a month, which is taken as its last day and said so.</summary>
    public static Reading<DateOnly?> To(string? text, DateOnly today) => Day(text, today, isLast: true);

    /// <summary>Both in one cell: "03.02.2027–31.12.2027", "fra 3. februar 2027", "feb. 2027 til des. 2027". A "nei" is no licence and no warning.</summary>
    public static (Reading<DateOnly?> From, Reading<DateOnly?> To) Period(string? text, DateOnly today)
    {
        var trimmed = text?.Trim() ?? "";
        if (SearchText.Words(trimmed) is "" or "nei" or "ingen" or "ikke" or "ikkje" or "no" or "none") return default;
        if (SearchText.Words(trimmed) is "ja" or "x" or "yes" or "har lisens")
            return (Reading<DateOnly?>.Warn($"{Reading<string>.Quote(trimmed)} sier ikke hvilken dag lisensen gjelder fra. Feltet er tomt; skriv for eksempel «03.02.2027–31.12.2027»."), default);
        var parts = Until().Split(trimmed, 2);
        var first = Before().Replace(parts[0], "").Trim();
        return (From(first, today), parts.Length > 1 ? To(parts[1], today) : default);
    }

    static Reading<DateOnly?> Day(string? text, DateOnly today, bool isLast)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return Reading<DateOnly?>.Empty;
        if (DateText.Day(trimmed).Value is { } day) return Plausible(day, null);
        if (DateText.Month(trimmed) is { Month: { } month } when && when.Year <= today.Year + MostYears)
        {
            var taken = new DateOnly(when.Year, month, isLast ? DateTime.DaysInMonth(when.Year, month) : 1);
            var words = taken.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("nb-NO"));
            return Plausible(taken, $"Det står bare en måned. Vi har satt {words}; rett det hvis lisensen {(isLast ? "går ut" : "gjelder fra")} en annen dag.");
        }
        return Reading<DateOnly?>.Warn($"{Reading<string>.Quote(trimmed)} er ikke en dato vi kan lese. Feltet er tomt; skriv den som 14.03.2027.");

        Reading<DateOnly?> Plausible(DateOnly found, string? warning) => found.Year >= 2000 && found <= today.AddYears(MostYears)
            ? new(found, warning)
            : Reading<DateOnly?>.Warn($"{Reading<string>.Quote(trimmed)} er for langt unna til å gjelde en lisens. Feltet er tomt.");
    }

    const int MostYears = 10;

    [GeneratedRegex(@"\s*(?:[–—]|\s-\s|(?<=\d)-(?=\d{1,2}\.)|\b(?:til og med|til|t\.?o\.?m\.?|to|until)(?=\s|\d))\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?:\s*(?:ja|har|gyldig|gjelder|gjeld|lisens|valid|fra og med|frå og med|f\.?o\.?m\.?|fra|frå|from)\b[.,:]?)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
