using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Statistics;

/// <summary>What a file held, all kommuner together.</summary>
/// <param name="Cells">All cells; the sum of the next four.</param>
/// <param name="Numbers">Counted.</param>
/// <param name="Suppressed">":".</param>
/// <param name="Missing">"..".</param>
/// <param name="NotApplicable">".".</param>
/// <param name="Kommuner">Kommuner of today that have cells.</param>
/// <param name="Years">Years that have cells.</param>
public sealed record TableCounts(int Cells, int Numbers, int Suppressed, int Missing, int NotApplicable, int Kommuner, int Years);

/// <summary>What a table says about itself.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Source">Who made it, when it says so.</param>
/// <param name="Definition">What makes a student one of the kommune's, when it says so.</param>
/// <param name="CountedOn">The day of the newest year, when it says so.</param>
/// <param name="UpdatedOn">When the source last changed it, when it says so.</param>
/// <param name="LeftOut">JSON array of sentences on what could not be used.</param>
/// <param name="Counts">How much it held.</param>
public sealed record TableFacts(string Title, string? Source, CountDefinition? Definition, DateOnly? CountedOn, DateOnly? UpdatedOn, string LeftOut, TableCounts Counts)
{
    /// <summary>Statistics Norway counts students on 1 October (ssb.no, "Studenter i høyere utdanning").</summary>
    public static DateOnly CensusDay(int year) => new(year, 10, 1);

    /// <summary>The census day of the newest year, or today where that day has not come.</summary>
    public static DateOnly LatestCensusDay(int year, DateTime now) => CensusDay(year) is var day && day <= OsloTime.DateOf(now) ? day : OsloTime.DateOf(now);
}

/// <summary>A cell that was understood.</summary>
/// <param name="Kommune">Today's number.</param>
/// <param name="FromNumber">The number in the table.</param>
/// <param name="Year">The year counted.</param>
/// <param name="Country">ISO code, or one of <see cref="CountedCountry"/>.</param>
/// <param name="Status">Which students.</param>
/// <param name="Part">What else the table is divided by; empty for the whole.</param>
/// <param name="Value">The contents.</param>
public readonly record struct ReadCell(string Kommune, string FromNumber, int Year, string Country, CountedStatus Status, string Part, CellValue Value);
