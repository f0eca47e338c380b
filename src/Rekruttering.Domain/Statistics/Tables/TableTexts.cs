using System.Globalization;
using System.Text.RegularExpressions;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Statistics.Tables;

/// <summary>Reads years, days and statuses out of what tables call things.</summary>
public static partial class TableTexts
{
    private static readonly string[] Months = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    /// <summary>"2025", "2024-2025" and "2024/25" (the year in which the autumn term begins), "høsten 2025", "1. oktober 2025"; null when it is no year, or a part of one.</summary>
    public static int? Year(string? text)
    {
        var trimmed = WithoutMarks(text);
        if (WholeYear().Match(trimmed) is { Success: true } whole)
        {
            var first = Number(whole.Groups["first"].Value);
            var second = whole.Groups["second"].Value;
            return second.Length == 0 || Number(second) % 100 == (first + 1) % 100 ? first : null;
        }
        return Words().IsMatch(trimmed) ? Number(AnyYear().Match(trimmed).Value) : null;
    }

    /// <summary>A heading without the marks that point at a note below the table: "Andre land¹", "2025*", "Polen 2)".</summary>
    public static string WithoutMarks(string? text) => NoteMarks().Replace(text?.Trim() ?? "", "");

    /// <summary>The one year that a text speaks of; null for none or several.</summary>
    public static int? OnlyYear(string text)
    {
        var years = AnyYear().Matches(text).Select(match => Number(match.Value)).Distinct().ToList();
        return years.Count == 1 ? years[0] : years.Count == 2 && years[1] == years[0] + 1 && StudyYear().IsMatch(text) ? years[0] : null;
    }

    /// <summary>The day a text says that it was counted on: "1. oktober 2025", or with another year's number near it.</summary>
    public static DateOnly? Day(string text, int year)
    {
        if (DayAndMonth().Match(text) is not { Success: true } hit)
            return null;
        var month = Array.IndexOf(Months, hit.Groups["month"].Value.ToLowerInvariant()) + 1;
        var day = Number(hit.Groups["day"].Value);
        var said = hit.Groups["year"].Value is { Length: > 0 } own ? Number(own) : year;
        return said == year && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>Which students a text means; null when it says nothing of that.</summary>
    public static CountedStatus? Status(string? text)
    {
        var words = SearchText.Words(WithoutMarks(text));
        if (TotalWords.Is(words))
            return CountedStatus.All;
        if (Has(words, "igangv", "i gang", "pagaende", "under utdanning", "studerer", "registrert", "ikke fullfor", "ongoing", "active", "aktive"))
            return CountedStatus.Studying;
        if (Has(words, "fullfor", "ferdig", "uteksaminer", "avlagt", "kandidat", "completed", "graduat"))
            return CountedStatus.Completed;
        if (Has(words, "avbrutt", "sluttet", "discontinued"))
            return CountedStatus.Discontinued;
        return Has(words, "student") ? CountedStatus.Studying : null;
    }

    /// <summary>True for a measure that counts people.</summary>
    public static bool IsPersons(string? label)
    {
        var words = SearchText.Words(label);
        return Has(words, "person", "antall", "student", "tal pa") && !Has(words, "prosent", "andel", "endring", "per 1000", "per 1 000");
    }

    /// <summary>"Igangværende 2025" as its two parts; null when the text does not end in a year.</summary>
    public static (string What, string Year)? EndsInYear(string text) =>
        TrailingYear().Match(text.Trim()) is { Success: true } hit ? (hit.Groups["rest"].Value.Trim(' ', ',', '-', '–'), hit.Groups["year"].Value) : null;

    private static bool Has(string words, params ReadOnlySpan<string> any)
    {
        foreach (var one in any)
            if (words.Contains(one, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:\s*[¹²³⁴⁵⁶⁷⁸⁹*]+|\s+\d\))+$", RegexOptions.None, 1000)]
    private static partial Regex NoteMarks();

    [GeneratedRegex(@"^(?<first>(?:19|20)\d\d)(?:\s*[-–/]\s*(?<second>(?:19|20)?\d\d))?$", RegexOptions.None, 1000)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"^(?:(?:høsten|våren|høst|vår|per|pr\.?|år|skoleåret)\s+)*(?:\d{1,2}\.\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\s+)?(?:19|20)\d\d$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex StudyYear();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})\.\s*(?<month>januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?:\s+(?<year>(?:19|20)\d\d))?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"^(?<rest>.*\S)\s+(?<year>(?:19|20)\d\d)$", RegexOptions.Singleline, 1000)]
    private static partial Regex TrailingYear();
}
