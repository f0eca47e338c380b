using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Students;

/// <summary>The stage is computed on the day that asks, from the start and the terms lost.</summary>
public sealed class CountingStudyYears
{
    [Theory]
    [InlineData("2026-11-22", 2026, Season.Autumn, 0, "1. år")]
    [InlineData("2026-11-22", 2022, Season.Autumn, 0, "5. år")]
    [InlineData("2026-07-31", 2022, Season.Autumn, 0, "4. år")]
    [InlineData("2026-08-01", 2022, Season.Autumn, 0, "5. år")]
    [InlineData("2027-01-01", 2022, Season.Autumn, 0, "5. år")]
    [InlineData("2026-11-22", 2026, Season.Spring, 0, "1. år")]
    [InlineData("2027-01-01", 2026, Season.Spring, 0, "2. år")]
    [InlineData("2026-11-22", 2022, Season.Autumn, 2, "4. år")]
    [InlineData("2026-11-22", 2027, Season.Spring, 0, "ikke begynt")]
    [InlineData("2026-11-22", 2026, Season.Autumn, 1, "ikke begynt")]
    [InlineData("2026-11-22", 2021, Season.Spring, 0, "6. år")]
    [InlineData("2026-11-22", 2020, Season.Autumn, 0, "ferdig etter planen")]
    [InlineData("2026-11-22", 2020, Season.Autumn, 1, "6. år")]
    public void A_year_is_two_terms_and_a_lost_term_is_not_counted(string day, int year, Season season, int delay, string stage) =>
        Assert.Equal(stage, StudyStage.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new Term(year, season), delay).ToString());

    [Fact]
    public void Without_a_start_the_year_is_unknown() => Assert.Equal("ukjent år", StudyStage.On(new(2026, 11, 22), null, 0).ToString());

    [Fact]
    public void A_term_is_its_index_and_back()
    {
        for (var index = 4000; index < 4100; index++)
        {
            var term = Term.FromIndex(index);
            Assert.Equal(index, term.Index);
            Assert.Equal(term.Plus(3), Term.FromIndex(index + 3));
            Assert.True(term < term.Plus(1) && term.Plus(1) > term && term >= term.Plus(0) && term <= term.Plus(0));
        }
    }

    [Theory]
    [InlineData("2026-01-01", "vår 2026")]
    [InlineData("2026-07-31", "vår 2026")]
    [InlineData("2026-08-01", "høst 2026")]
    [InlineData("2026-12-31", "høst 2026")]
    public void A_day_belongs_to_a_term(string day, string term) =>
        Assert.Equal(term, Term.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());
}
