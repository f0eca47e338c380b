using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Statistics;

/// <summary>One year: all, and by country.</summary>
/// <param name="Year">The year.</param>
/// <param name="CountedOn">The day the figures are of.</param>
/// <param name="Extract">The table they come from.</param>
/// <param name="Total">All countries.</param>
/// <param name="Countries">By country: Norway first, then by how many are missing; only where somebody is counted or known.</param>
/// <param name="Nobody">Countries where nobody is counted and nobody known.</param>
public sealed record YearOfCoverage(int Year, DateOnly CountedOn, StatisticsExtract Extract, Coverage Total, IReadOnlyList<CountryCoverage> Countries, IReadOnlyList<string> Nobody)
{
    /// <summary>One of the countries, or nobody known and nobody counted.</summary>
    public Coverage In(string country) => Countries.FirstOrDefault(c => c.Code == country)?.Coverage ?? new Coverage(0, Nobody.Contains(country) ? CountRange.Zero : null);
}

/// <summary>One country of a year. An empty code is a known student whose country is not noted.</summary>
public sealed record CountryCoverage(string Code, Coverage Coverage);

/// <summary>The coverage of one kommune by one definition.</summary>
/// <param name="Definition">What makes a student one of the kommune's.</param>
/// <param name="Years">Oldest first; never empty.</param>
/// <param name="OutsideHome">In the register, and from another kommune: not counted here.</param>
/// <param name="BegunSince">Began after the newest day counted.</param>
/// <param name="StartUnknown">Counted in every year, because nobody has noted when they began.</param>
public sealed record CoverageOfKommune(CountDefinition Definition, IReadOnlyList<YearOfCoverage> Years, int OutsideHome, int BegunSince, int StartUnknown)
{
    /// <summary>The newest.</summary>
    public YearOfCoverage Newest => Years[^1];
}

/// <summary>
/// Holds the register of the kommune in scope against the statistics. Known in a year are those in the working register (reserved ones too, archived ones
/// not) whose home is here or not noted, and who studied on the day that was counted: begun, and neither finished nor given up.
/// </summary>
public sealed class CoverageReading(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>One for each definition in use; empty when there are no statistics.</summary>
    public async Task<IReadOnlyList<CoverageOfKommune>> ReadAsync(CancellationToken ct = default)
    {
        var extracts = await db.StatisticsExtracts.AsNoTracking().Where(e => e.Status == ExtractStatus.InUse).OrderByDescending(e => e.InUseAt).ThenByDescending(e => e.Id).ToListAsync(ct);
        if (extracts.Count == 0)
            return [];
        var ids = extracts.Select(e => e.Id).ToList();
        var cells = (await db.StatisticsCells.AsNoTracking().Where(c => ids.Contains(c.ExtractId)).ToListAsync(ct)).ToLookup(c => c.ExtractId);
        // One row for all who are alike, so that a large register costs no more than a small one.
        var active = await db.Students.Where(s => s.Status == StudentStatus.Active)
            .GroupBy(s => new { s.CountryCode, s.StudyPlaceCode, s.HomeKommune, s.StartTerm, s.LastTerm, s.Progression })
            .Select(g => new KnownStudents(new KnownStudent(g.Key.CountryCode, g.Key.StudyPlaceCode, g.Key.HomeKommune, g.Key.StartTerm, g.Key.LastTerm, g.Key.Progression), g.Count()))
            .ToListAsync(ct);
        var now = Term.Of(OsloTime.DateOf(clock.UtcNow()));
        var home = active.ToLookup(s => s.Each.HomeKommune is null || s.Each.HomeKommune == db.ScopeNumber);
        var (here, away) = (home[true].ToList(), home[false].Where(s => s.Each.IsUnderWay).Sum(s => s.Count));
        return [.. extracts.GroupBy(e => e.Definition!.Value).OrderBy(group => group.Key)
            .Select(group => (group.Key, Years: Years(group, cells, here, now))).Where(definition => definition.Years.Count > 0)
            .Select(definition => new CoverageOfKommune(definition.Key, definition.Years, away,
                here.Where(s => s.Each.StartTerm > Term.Of(definition.Years[^1].CountedOn) && s.Each.IsUnderWay).Sum(s => s.Count),
                here.Where(s => s.Each.StartTerm is null && s.Each.IsUnderWay).Sum(s => s.Count)))];
    }

    // For each year the table taken into use last that speaks of those who study.
    private static List<YearOfCoverage> Years(IEnumerable<StatisticsExtract> newestFirst, ILookup<Guid, StatisticsCell> cells, List<KnownStudents> here, Term now)
    {
        var years = new SortedDictionary<int, YearOfCoverage>();
        foreach (var extract in newestFirst)
            foreach (var year in cells[extract.Id].Select(c => c.Year).Distinct().Where(year => !years.ContainsKey(year)).ToList())
                if (CountedYear.Of(year, cells[extract.Id]) is { } counted)
                    years.Add(year, Year(extract, counted, [.. here.Where(s => s.Each.StudiedIn(Term.Of(extract.DayOf(year)), now))]));
        return [.. years.Values];
    }

    private static YearOfCoverage Year(StatisticsExtract extract, CountedYear counted, List<KnownStudents> known)
    {
        var byRow = known.GroupBy(s => RowOf(s.Each.Country, counted.ByCountry)).ToDictionary(group => group.Key, group => group.Sum(s => s.Count), StringComparer.Ordinal);
        // A table of totals alone has no countries to hold the register against.
        var rows = counted.ByCountry.Count == 0 ? [] : counted.ByCountry.Keys.Union(byRow.Keys)
            .Select(code => new CountryCoverage(code, new Coverage(byRow.GetValueOrDefault(code), counted.ByCountry.TryGetValue(code, out var range) ? range : null))).ToList();
        var seen = rows.Where(row => row.Coverage.Known > 0 || row.Coverage.Counted != CountRange.Zero)
            .OrderBy(row => row.Code.Length == 0).ThenBy(row => row.Code is CountedCountry.Others or CountedCountry.Abroad).ThenByDescending(row => row.Code == CountedCountry.Norway)
            .ThenByDescending(row => row.Coverage.Counted?.Most ?? -1).ThenByDescending(row => row.Coverage.Known).ThenBy(row => row.Code, StringComparer.Ordinal).ToList();
        return new YearOfCoverage(counted.Year, extract.DayOf(counted.Year), extract, new Coverage(known.Sum(s => s.Count), counted.Total), seen,
            [.. rows.Except(seen).Select(row => row.Code).Order(StringComparer.Ordinal)]);
    }

    private static string RowOf(string? country, IReadOnlyDictionary<string, CountRange> rows) => country switch
    {
        null => "",
        _ when rows.ContainsKey(country) => country,
        _ when country != CountedCountry.Norway && rows.ContainsKey(CountedCountry.Others) => CountedCountry.Others,
        _ when country != CountedCountry.Norway && rows.ContainsKey(CountedCountry.Abroad) => CountedCountry.Abroad,
        _ => country,
    };
}
