using Rekruttering.Domain.Statistics;

namespace Rekruttering.Domain.Tests.Statistics;

public class HoldingTheRegisterAgainstCounts
{
    [Theory]
    [InlineData(9, 12, 14, "9 kjente av 12–14", "64–75 %")]
    [InlineData(13, 12, 14, "13 kjente av 12–14", "93–100 %")]
    [InlineData(14, 14, 14, "14 kjente av 14", "100 %")]
    [InlineData(0, 1, 2, "ingen kjente av 1–2", "0 %")]
    [InlineData(1, 3, 3, "1 kjent av 3", "33 %")]
    public void A_share_runs_from_the_lowest_to_the_highest_it_can_be(int known, int least, int most, string words, string share)
    {
        var coverage = new Coverage(known, CountRange.Between(least, most));
        Assert.Equal((words, share), (coverage.ToString(), coverage.ShareText));
        Assert.True(coverage.Share!.Value.High <= 100);
    }

    [Theory]
    [InlineData(5, 2, 4, "5 kjente, flere enn de 2–4 som er talt")]
    [InlineData(2, 1, 1, "2 kjente, flere enn den 1 som er talt")]
    [InlineData(3, 0, 0, "3 kjente, men ingen er talt")]
    public void More_than_were_counted_is_told_in_words_and_never_as_a_share(int known, int least, int most, string words)
    {
        var coverage = new Coverage(known, CountRange.Between(least, most));
        Assert.True(coverage.IsMoreThanCounted);
        Assert.Equal(words, coverage.ToString());
        Assert.Null(coverage.ShareText);
        Assert.Equal(CountRange.Zero, coverage.Gap);
    }

    [Fact]
    public void What_the_table_does_not_say_is_not_guessed()
    {
        Assert.Equal("4 kjente, ikke med i tabellen", new Coverage(4, null).ToString());
        Assert.Equal("4 kjente, antallet er ikke kjent", new Coverage(4, CountRange.Unknown).ToString());
        Assert.Equal("4 kjente av minst 6", new Coverage(4, CountRange.Between(6, null)).ToString());
        Assert.Null(new Coverage(4, CountRange.Between(6, null)).Share);
    }
}
