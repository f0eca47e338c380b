namespace Rekruttering.Domain.Statistics;

/// <summary>How many of a kommune's students a table counts in one year, all and by country; totals and their parts are never added together.</summary>
/// <param name="Year">The year.</param>
/// <param name="Total">All countries.</param>
/// <param name="ByCountry">Each country that the table names.</param>
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
    /// What a total and its parts say together. A number that contradicts its parts (rounded figures) is believed. A total behind ":" beside its parts may be
    /// hidden only so that nobody can work the parts out: then the parts alone speak.
    /// </summary>
    public static CountRange Together(CellValue? total, IReadOnlyCollection<CountRange> parts)
    {
        if (parts.Count == 0)
            return total?.Range ?? CountRange.Zero;
        var sum = CountRange.Sum(parts);
        return total is { Kind: CellKind.Number } number ? sum.And(number.Range) ?? number.Range : sum;
    }

    private static (CountRange Total, Dictionary<string, CountRange> Parts) ByCountries(IEnumerable<StatisticsCell> cells)
    {
        var countries = cells.GroupBy(cell => cell.Country, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var parts = countries.Where(country => country.Key != CountedCountry.All).ToDictionary(country => country.Key, country => Whole(country.Value), StringComparer.Ordinal);
        if (!countries.TryGetValue(CountedCountry.All, out var all))
            return (CountRange.Sum(parts.Values), parts);
        var whole = Whole(all);
        return (parts.Count == 0 ? whole : Together(whole.IsExact ? CellValue.Of(whole.Least) : null, parts.Values), parts);
    }

    private static CountRange Whole(List<StatisticsCell> cells) =>
        Together(cells.Find(cell => cell.Part.Length == 0)?.Value, [.. cells.Where(cell => cell.Part.Length > 0).Select(cell => cell.Value.Range)]);
}
