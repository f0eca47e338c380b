using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class ReadingTermsAndGraduation
{
    static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("høst 2023", "høst 2023")]
    [InlineData("Hausten 2023", "høst 2023")]
    [InlineData("vår 2021", "vår 2021")]
    [InlineData("V21", "vår 2021")]
    [InlineData("h-2023", "høst 2023")]
    [InlineData("2023 høst", "høst 2023")]
    [InlineData("autumn 2024", "høst 2024")]
    [InlineData("august 2023", "høst 2023")]
    [InlineData("01.2023", "vår 2023")]
    [InlineData("2025-08-15", "høst 2025")]
    [InlineData("2026-01-15", "vår 2026")]
    [InlineData("aug.23", "høst 2023")]
    [InlineData("Jan-24", "vår 2024")]
    public void A_term_is_read(string text, string term)
    {
        var reading = TermText.Start(text, Today);
        Assert.Equal(term, reading.Value?.ToString());
        Assert.Null(reading.Warning);
    }

    [Fact]
    public void A_year_alone_is_taken_as_its_autumn_and_said_so()
    {
        var reading = TermText.Start("2023", Today);
        Assert.Equal(new Term(2023, Season.Autumn), reading.Value);
        Assert.Contains("bare 2023", reading.Warning);
    }

    [Theory]
    [InlineData("snart")]
    [InlineData("høst 1950")]
    [InlineData("vår 2090")]
    [InlineData("femte")]
    public void What_is_no_start_is_left_empty_with_a_warning(string text)
    {
        var reading = TermText.Start(text, Today);
        Assert.Null(reading.Value);
        Assert.NotNull(reading.Warning);
        Assert.Null(reading.Refusal);
    }

    [Theory]
    [InlineData("1", "2026-11-22", "høst 2026")]
    [InlineData("3. år", "2026-11-22", "høst 2024")]
    [InlineData("3", "2026-05-01", "høst 2023")]
    [InlineData("6. studieår", "2026-05-01", "høst 2020")]
    public void A_year_of_study_is_reckoned_back_from_the_day_of_the_list(string text, string on, string term)
    {
        var reading = TermText.FromStudyYear(text, DateOnly.Parse(on));
        Assert.Equal(term, reading.Value?.ToString());
        Assert.Contains("regnet ut", reading.Warning);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("doktorgrad")]
    public void Other_years_of_study_are_left_empty(string text) => Assert.Null(TermText.FromStudyYear(text, Today).Value);

    [Theory]
    [InlineData("2029", 2029, null)]
    [InlineData("juni 2029", 2029, 6)]
    [InlineData("des. 2028", 2028, 12)]
    [InlineData("06/2029", 2029, 6)]
    [InlineData("2029-06", 2029, 6)]
    [InlineData("2031-06-20", 2031, 6)]
    [InlineData("vår 2029", 2029, null)]
    [InlineData("jun.29", 2029, 6)]
    [InlineData("des 28", 2028, 12)]
    [InlineData("sommeren 2029", 2029, null)]
    public void Graduation_is_a_year_with_or_without_its_month(string text, int year, int? month) =>
        Assert.Equal((year, month), TermText.Graduation(text, Today).Value);

    [Theory]
    [InlineData("ferdig snart")]
    [InlineData("2090")]
    [InlineData("13.2029")]
    public void What_is_no_graduation_is_left_empty_with_a_warning(string text)
    {
        var reading = TermText.Graduation(text, Today);
        Assert.Null(reading.Value);
        Assert.NotNull(reading.Warning);
    }
}
