using Rekruttering.Domain.Statistics;

namespace Rekruttering.Domain.Tests.Statistics;

public class CountingHiddenCells
{
    [Fact]
    public void A_sum_over_hidden_cells_runs_from_one_to_two_for_each()
    {
        var sum = CountRange.Sum([CellValue.Of(10).Range, CellValue.Suppressed.Range, CellValue.Suppressed.Range, CellValue.NotApplicable.Range]);
        Assert.Equal(CountRange.Between(12, 14), sum);
        Assert.Equal("12–14", sum.ToString());
        Assert.False(sum.IsExact);
    }

    [Fact]
    public void A_missing_cell_takes_the_upper_end_away_and_never_the_lower()
    {
        var sum = CountRange.Exactly(4) + CellValue.Missing.Range;
        Assert.Equal((4, null), (sum.Least, sum.Most));
        Assert.Equal("minst 4", sum.ToString());
        Assert.Equal("ukjent antall", CountRange.Unknown.ToString());
    }

    [Fact]
    public void Two_ranges_agree_on_what_both_allow_or_contradict_each_other()
    {
        Assert.Equal(CountRange.Between(3, 4), CountRange.Between(1, 4).And(CountRange.Between(3, 9)));
        Assert.Equal(CountRange.Between(3, 4), CountRange.Between(3, null).And(CountRange.Between(1, 4)));
        Assert.Null(CountRange.Between(1, 2).And(CountRange.Exactly(3)));
    }

    [Fact]
    public void What_is_left_is_never_below_zero()
    {
        Assert.Equal(CountRange.Between(3, 5), CountRange.Between(12, 14).Less(9));
        Assert.Equal(CountRange.Between(0, 1), CountRange.Between(3, 5).Less(4));
        Assert.Equal(CountRange.Zero, CountRange.Between(3, 5).Less(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountRange.Between(3, 2));
    }

    [Theory]
    [InlineData("14", CellKind.Number, 14)]
    [InlineData(" 1 204 ", CellKind.Number, 1204)]
    [InlineData("12,0", CellKind.Number, 12)]
    [InlineData("12.00", CellKind.Number, 12)]
    [InlineData("-", CellKind.Number, 0)]
    [InlineData("0", CellKind.Number, 0)]
    [InlineData(":", CellKind.Suppressed, null)]
    [InlineData("..", CellKind.Missing, null)]
    [InlineData("", CellKind.Missing, null)]
    [InlineData(".", CellKind.NotApplicable, null)]
    public void The_four_kinds_of_cell_stay_four(string text, CellKind kind, int? number)
    {
        Assert.Equal(new CellValue(kind, number), CellValue.Read(text));
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("-3")]
    [InlineData("ca. 5")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public void What_is_no_count_is_no_cell(string text) => Assert.Null(CellValue.Read(text));

    [Fact]
    public void Totals_are_not_added_to_their_parts()
    {
        Assert.Equal(CountRange.Exactly(14), CountedYear.Together(CellValue.Of(14), [CountRange.Exactly(10), CountRange.Suppressed, CountRange.Suppressed]));
        // Hidden so that nobody works the parts out: says nothing beside them, and is one or two alone.
        Assert.Equal(CountRange.Between(11, 12), CountedYear.Together(CellValue.Suppressed, [CountRange.Exactly(10), CountRange.Suppressed]));
        Assert.Equal(CountRange.Suppressed, CountedYear.Together(CellValue.Suppressed, []));
        // One or two where no part is hidden, and somebody in any case.
        Assert.Equal(CountRange.Suppressed, CountedYear.Together(CellValue.Suppressed, [CountRange.Zero, CountRange.Zero]));
        // A total that is hidden or missing over some of the parts has no upper end.
        Assert.Equal(CountRange.Between(7, null), CountedYear.Together(CellValue.Missing, [CountRange.Exactly(4), CountRange.Exactly(3)], areAll: false));
        Assert.Equal(CountRange.Between(7, null), CountedYear.Together(CellValue.Suppressed, [CountRange.Exactly(4), CountRange.Exactly(3)], areAll: false));
        Assert.Equal(CountRange.Between(5, null), CountedYear.Together(CellValue.Suppressed, [CountRange.Exactly(4), CountRange.Suppressed], areAll: false));
        Assert.Equal(CountRange.Zero, CountedYear.Together(CellValue.NotApplicable, [CountRange.Zero]));
        Assert.Equal(CountRange.Exactly(4), CountedYear.Together(CellValue.NotApplicable, [CountRange.Exactly(4)]));
        // Rounded figures contradict each other: the counted total is believed.
        Assert.Equal(CountRange.Exactly(9), CountedYear.Together(CellValue.Of(9), [CountRange.Exactly(3), CountRange.Exactly(3)]));
    }

    [Fact]
    public void A_year_is_counted_by_country_and_total_over_all_that_became_the_kommune()
    {
        var year = CountedYear.Of(2025, Cells(
            ("5006", "NO", "", CellValue.Of(8)), ("5006", "PL", "", CellValue.Suppressed), ("5006", "", "", CellValue.Of(10)),
            ("1702", "NO", "", CellValue.Missing), ("1702", "PL", "", CellValue.NotApplicable)))!;
        Assert.Equal(CountRange.Exactly(10), year.Total);
        Assert.Equal(CountRange.Exactly(8), year.ByCountry["NO"]);
        Assert.Equal(CountRange.Suppressed, year.ByCountry["PL"]);
        var both = CountedYear.Of(2025, Cells(("1702", "NO", "", CellValue.Of(8)), ("1724", "NO", "", CellValue.Suppressed)))!;
        Assert.Equal(CountRange.Between(9, 10), both.Total);
    }

    [Theory]
    // Norway, abroad, Poland, Hungary and all: what the total is, and what "andre land" is.
    [InlineData("9", "12", "3", "2", null, "21", "7")]
    [InlineData("9", "12", ":", "2", null, "21", "8–9")]
    [InlineData("9", "5", "3", "2", "14", "14", "0")]
    [InlineData("9", ":", "0", "0", null, "10–11", "1–2")]
    [InlineData("9", "..", "3", "2", null, "minst 14", "ukjent antall")]
    [InlineData("9", "12", "3", "..", "..", "21", "0–9")]
    [InlineData(":", "12", "3", "2", ":", "13–14", "7")]
    public void Abroad_is_the_sum_of_its_countries_and_of_others(string norway, string abroad, string poland, string hungary, string? all, string total, string others)
    {
        var year = CountedYear.Of(2025, Cells([.. from cell in new[] { ("NO", norway), (CountedCountry.Abroad, abroad), ("PL", poland), ("HU", hungary), ("", all) }
            where cell.Item2 is not null select ("5006", cell.Item1, "", CellValue.Read(cell.Item2)!.Value)]))!;
        Assert.Equal((total, others), (year.Total.ToString(), year.ByCountry[CountedCountry.Others].ToString()));
        Assert.DoesNotContain(CountedCountry.Abroad, year.ByCountry.Keys);
    }

    [Theory]
    // Norway, Poland, others and all.
    [InlineData("0", "-", null, ":", "1–2")]
    [InlineData("4", "3", null, "..", "minst 7")]
    [InlineData("4", "3", null, ":", "minst 7")]
    [InlineData("4", ":", null, ":", "minst 5")]
    [InlineData("4", "3", "0", "..", "7")]
    [InlineData("4", "3", ":", "..", "8–9")]
    [InlineData("0", "0", "0", ":", "1–2")]
    [InlineData(".", ".", null, ".", "0")]
    [InlineData("4", "3", null, "9", "9")]
    [InlineData("4", "3", null, null, "7")]
    public void A_total_that_is_not_told_is_no_less_than_its_countries_and_has_an_end_only_where_they_are_all(string norway, string poland, string? others, string? all, string total)
    {
        var year = CountedYear.Of(2025, Cells([.. from cell in new[] { ("NO", norway), ("PL", poland), (CountedCountry.Others, others), ("", all) }
            where cell.Item2 is not null select ("5006", cell.Item1, "", CellValue.Read(cell.Item2)!.Value)]))!;
        Assert.Equal(total, year.Total.ToString());
    }

    [Fact]
    public void Women_and_men_are_not_added_to_both()
    {
        var year = CountedYear.Of(2025, Cells(("5006", "NO", "", CellValue.Of(8)), ("5006", "NO", "Kvinner", CellValue.Of(6)), ("5006", "NO", "Menn", CellValue.Suppressed)))!;
        Assert.Equal(CountRange.Exactly(8), year.Total);
    }

    private static List<StatisticsCell> Cells(params (string From, string Country, string Part, CellValue Value)[] cells)
    {
        var extract = new StatisticsExtract("5006", "t.json", "a", new TableFacts("", null, null, null, null, "[]", new TableCounts(0, 0, 0, 0, 0, 0, 0)), null, new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));
        return [.. cells.Select(cell => new StatisticsCell(extract, new ReadCell("5006", cell.From, 2025, cell.Country, CountedStatus.Studying, cell.Part, cell.Value)))];
    }
}
