namespace Rekruttering.Domain.Statistics;

/// <summary>How many of a kommune's students a table counts in one year, all and by country; totals and their parts are never added together.</summary>
/// <param name="Year">The year.</param>
/// <param name="Total">All countries.</param>
/// <param name="ByCountry">Each country that the table names, and other countries where it says how many there are in all.</param>
public sealed record CountedYear(int Year, CountRange Total, IReadOnlyDictionary<string, CountRange> ByCountry)
{
    /// <summary>Counts those who study in one year of one table; null when the table says nothing of them.</summary>
    public static CountedYear? Of(int year, IEnumerable<StatisticsCell> cells)
    {
        var numbers = cells.Where(cell => cell.Year == year && cell.Status == CountedStatus.Studying).GroupBy(cell => cell.FromNumber, StringComparer.Ordinal).ToList();
        // A kommune that was there before or came after stands with blanks in the years it did not exist.
        var counted = numbers.Where(number => number.Any(cell => cell.Kind is CellKind.Number or CellKind.Suppressed)).ToList();
        if (numbers.Count == 0)
            return null;
        var each = (counted.Count > 0 ? counted : numbers).Select(ByCountries).ToList();
        var countries = each.SelectMany(number => number.Parts.Keys).Distinct(StringComparer.Ordinal)
            .ToDictionary(code => code, code => CountRange.Sum(each.Select(number => number.Parts.GetValueOrDefault(code, CountRange.Zero))), StringComparer.Ordinal);
        return new CountedYear(year, CountRange.Sum(each.Select(number => number.Total)), countries);
    }

    /// <summary>
    /// What a total and its parts say together. A number that contradicts its parts (rounded figures) is believed. A total behind ":" is one or two, but where a
    /// part is hidden too it may be hidden only so that nobody can work that one out, and then it says no more than that there is somebody.
    /// </summary>
    /// <param name="areAll">Whether the parts are all there are; else a total that says nothing itself has no upper end.</param>
    public static CountRange Together(CellValue? total, IReadOnlyCollection<CountRange> parts, bool areAll = true) =>
        Together(total?.Kind ?? (areAll ? null : CellKind.Missing), total?.Range ?? CountRange.Unknown, parts, areAll);

    private static CountRange Together(CellKind? kind, CountRange said, IReadOnlyCollection<CountRange> parts, bool areAll)
    {
        if (parts.Count == 0)
            return kind is null ? CountRange.Zero : said;
        var sum = CountRange.Sum(parts);
        var atLeast = areAll ? sum : CountRange.Between(sum.Least, null);
        return kind switch
        {
            CellKind.NotApplicable => sum == CountRange.Zero ? sum : atLeast,
            CellKind.Suppressed when sum.Least > said.Most || parts.Any(part => part is { IsExact: false, Most: not null }) => atLeast.And(CountRange.Between(1, null)) ?? said,
            null => atLeast,
            _ => atLeast.And(said) ?? said,
        };
    }

    private static (CountRange Total, Dictionary<string, CountRange> Parts) ByCountries(IEnumerable<StatisticsCell> cells)
    {
        var countries = cells.GroupBy(cell => cell.Country, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var parts = countries.Where(country => country.Key != CountedCountry.All).ToDictionary(country => country.Key, country => Whole(country.Value), StringComparer.Ordinal);
        var isWhole = parts.ContainsKey(CountedCountry.Others) || (parts.ContainsKey(CountedCountry.Abroad) && parts.ContainsKey(CountedCountry.Norway));
        var summands = Abroad(countries, parts);
        if (!countries.TryGetValue(CountedCountry.All, out var all))
            return (CountRange.Sum(summands), parts);
        return (Together(KindOf(all), Whole(all), summands, isWhole), parts);
    }

    // "Utlandet" beside countries that it is the sum of: what it has more than they is in other countries. Gives back what adds up to the total.
    private static List<CountRange> Abroad(Dictionary<string, List<StatisticsCell>> countries, Dictionary<string, CountRange> parts)
    {
        var named = parts.Where(part => part.Key is not (CountedCountry.Norway or CountedCountry.Abroad)).Select(part => part.Value).ToList();
        if (named.Count == 0 || !parts.Remove(CountedCountry.Abroad, out var said))
            return [.. parts.Values];
        var abroad = Together(KindOf(countries[CountedCountry.Abroad]), said, named, areAll: parts.ContainsKey(CountedCountry.Others));
        var (sum, home) = (CountRange.Sum(named), parts.TryGetValue(CountedCountry.Norway, out var norway) ? norway : CountRange.Zero);
        parts.TryAdd(CountedCountry.Others, CountRange.Between(sum.Most is { } most ? Math.Max(0, abroad.Least - most) : 0, abroad.Less(sum.Least).Most));
        return [home, abroad];
    }

    // A country that stands only in parts has no cell of its own to be hidden.
    private static CellKind KindOf(List<StatisticsCell> cells) => cells.Find(cell => cell.Part.Length == 0)?.Kind ?? CellKind.Number;

    private static CountRange Whole(List<StatisticsCell> cells) =>
        Together(cells.Find(cell => cell.Part.Length == 0)?.Value, [.. cells.Where(cell => cell.Part.Length > 0).Select(cell => cell.Value.Range)]);
}
