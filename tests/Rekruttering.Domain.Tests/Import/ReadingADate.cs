using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Tests.Import;

public class ReadingADate
{
    [Theory]
    [InlineData("12.12.2025", "2025-12-12")]
    [InlineData("1.3.2025", "2025-03-01")]
    [InlineData("2025-03-14", "2025-03-14")]
    [InlineData("2025-03-14 00:00:00", "2025-03-14")]
    [InlineData("14/3/2025", "2025-03-14")]
    [InlineData("14.03.25", "2025-03-14")]
    [InlineData("14. mars 2025", "2025-03-14")]
    [InlineData("14.mars 2025", "2025-03-14")]
    [InlineData("14.03.2025 14:23", "2025-03-14")]
    [InlineData("14.03.2025 kl. 9.05", "2025-03-14")]
    [InlineData("2025-03-14 09:05:59", "2025-03-14")]
    [InlineData("2025-03-14T00:00:00Z", "2025-03-14")]
    [InlineData("29.02.2024", "2024-02-29")]
    public void Every_Norwegian_way_is_read(string text, string day) => Assert.Equal(DateOnly.Parse(day), DateText.Day(text).Value);

    [Theory]
    [InlineData("31.02.2025")]
    [InlineData("29.02.2025")]
    [InlineData("00.01.2025")]
    [InlineData("01.13.2025")]
    [InlineData("2025-02-30")]
    public void A_day_that_does_not_exist_is_refused_by_name(string text)
    {
        var reading = DateText.Day(text);
        Assert.Null(reading.Value);
        Assert.Equal($"{text} finnes ikke. Rett datoen.", reading.Refusal);
    }

    [Theory]
    [InlineData("i fjor")]
    [InlineData("45672")]
    [InlineData("2025")]
    [InlineData("14mars 2025")]
    // Of which day it is in Oslo, a time in another zone says nothing here.
    [InlineData("2025-03-14T23:30:00Z")]
    public void What_is_no_day_is_refused(string text) => Assert.Contains("er ikke en dato", DateText.Day(text).Refusal);

    [Fact]
    public void An_empty_cell_is_no_day_and_no_fault() => Assert.Equal(default, DateText.Day("  "));
}
