using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Lis1;

/// <summary>
/// The two intakes of a year: start 1 March and 1 September (domain facts 1.1). The dates of applying and of the offer rounds move
/// from year to year, so they are read at Helsedirektoratet and not computed here.
/// </summary>
public static class Lis1Intake
{
    /// <summary>How many a student may state wishes for.</summary>
    public const int Ahead = 6;

    /// <summary>The first day at work.</summary>
    public static DateOnly StartOf(Term intake) => new(intake.Year, intake.Season == Season.Spring ? 3 : 9, 1);

    /// <summary>The intakes that begin after a day, nearest first.</summary>
    public static IReadOnlyList<Term> After(DateOnly day)
    {
        var first = new Term(day.Year, Season.Spring);
        while (StartOf(first) <= day)
            first = first.Plus(1);
        return [.. Enumerable.Range(0, Ahead).Select(first.Plus)];
    }

    /// <summary>"mars 2027".</summary>
    public static string NameOf(Term intake) => $"{(intake.Season == Season.Spring ? "mars" : "september")} {intake.Year}";

    /// <summary>"2027-03": for addresses and forms.</summary>
    public static string CodeOf(Term intake) => $"{intake.Year:0000}-{(intake.Season == Season.Spring ? "03" : "09")}";

    /// <summary>The intake with this code, or null.</summary>
    public static Term? Parse(string? code) => code is { Length: 7 } && code[4] == '-' && int.TryParse(code[..4], out var year) && year is > 2000 and < 2200
        ? code[5..] switch { "03" => new Term(year, Season.Spring), "09" => new Term(year, Season.Autumn), _ => null }
        : null;
}
