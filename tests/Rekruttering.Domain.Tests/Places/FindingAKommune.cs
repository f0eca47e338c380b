using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Tests.Places;

public class FindingAKommune
{
    [Fact]
    public void All_357_are_known_by_a_four_character_number()
    {
        Assert.Equal(357, Kommuner.All.Count);
        Assert.All(Kommuner.All, kommune => Assert.Equal(4, kommune.Number.Length));
        Assert.Equal(38, Kommuner.All.Count(kommune => kommune.FylkeNumber == "50"));
        Assert.Equal("Oslo", Kommuner.Find("0301")!.Name);
        Assert.Null(Kommuner.Find("301"));
    }

    [Theory]
    [InlineData("5007", "5007")]
    [InlineData(" 5007 ", "5007")]
    [InlineData("301", "0301")]
    [InlineData("1703", "5007")]
    [InlineData("5005", "5007")]
    [InlineData("1748", "5007")]
    [InlineData("Namsos", "5007")]
    [InlineData("NAMSOS kommune", "5007")]
    [InlineData("5007 Namsos", "5007")]
    [InlineData("5005 Namsos", "5007")]
    [InlineData("Namsos - Nåavmesjenjaelmie", "5007")]
    [InlineData("Nåavmesjenjaelmie", "5007")]
    [InlineData("Snåase", "5041")]
    [InlineData("Snåsa", "5041")]
    [InlineData("Røyrvik", "5043")]
    [InlineData("orland", "5057")]
    [InlineData("Herøy (Nordland)", "1818")]
    [InlineData("Namdalseid", "5007")]
    [InlineData("Kaivuono", "5540")]
    [InlineData("1504 Ålesund kommune", "1508")]
    [InlineData("1534 Haram", "1580")]
    [InlineData("1534", "1580")]
    [InlineData("Ørskog", "1508")]
    [InlineData("1529 Skodje", "1508")]
    [InlineData("1546", "1508")]
    public void One_kommune_is_found_by_number_name_half_name_or_former_name(string text, string number) =>
        Assert.Equal(number, Kommuner.Resolve(text).Kommune?.Number);

    [Theory]
    [InlineData("1613", "5055,5056,5059")]
    [InlineData("5012", "5055,5056,5059")]
    [InlineData("Snillfjord", "5055,5056,5059")]
    [InlineData("1507", "1508,1580")]
    [InlineData("1507 Ålesund", "1508,1580")]
    [InlineData("720", "3905,3907")]
    [InlineData("Herøy", "1515,1818")]
    [InlineData("Våler", "3114,3419")]
    public void A_split_kommune_and_a_shared_name_are_asked_about(string text, string candidates)
    {
        var match = Kommuner.Resolve(text);
        Assert.Equal(KommuneMatchKind.Ambiguous, match.Kind);
        Assert.Null(match.Kommune);
        Assert.Equal(candidates, string.Join(',', match.Candidates.Select(kommune => kommune.Number)));
    }

    [Theory]
    [InlineData("9876")]
    [InlineData("Atlantis")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("50070")]
    [InlineData("9999")]
    public void What_is_not_a_kommune_is_unknown(string? text) => Assert.Equal(KommuneMatchKind.Unknown, Kommuner.Resolve(text).Kind);

    [Fact]
    public void A_name_beside_the_number_settles_a_split() => Assert.Equal("5056", Kommuner.Resolve("1613", "Hitra").Kommune?.Number);

    [Fact]
    public void A_name_that_contradicts_the_number_is_asked_about()
    {
        Assert.Equal(KommuneMatchKind.Ambiguous, Kommuner.Resolve("5007", "Trondheim").Kind);
        Assert.Equal(KommuneMatchKind.Ambiguous, Kommuner.Resolve("5007 Trondheim").Kind);
        Assert.Equal("5007", Kommuner.Resolve("5007", "Namdalen").Kommune?.Number);
        Assert.Equal("5007", Kommuner.Resolve("", "Namsos").Kommune?.Number);
        Assert.Equal("5007", Kommuner.Resolve("5007", "").Kommune?.Number);
    }

    [Fact]
    public void Every_name_of_today_leads_to_its_kommune_unless_two_share_it()
    {
        foreach (var kommune in Kommuner.All)
        {
            Assert.Equal(kommune, Kommuner.Resolve(kommune.Name).Kommune);
            Assert.Equal(kommune, Kommuner.Resolve(kommune.FullName).Kommune);
            Assert.Contains(kommune, Kommuner.Resolve(SearchText.Fold(kommune.Name)).Candidates);
        }
    }

    [Fact]
    public void The_name_that_an_old_number_had_says_no_more_than_the_number()
    {
        // Until 2024 people in Haram too were "1507 Ålesund".
        Assert.Equal(["1508", "1580"], Kommuner.Resolve("1507", "Ålesund").Candidates.Select(kommune => kommune.Number));
        Assert.Equal("1580", Kommuner.Resolve("1507", "Haram").Kommune?.Number);
        Assert.Equal("1508", Kommuner.Resolve("1508", "Ålesund").Kommune?.Number);
    }

    [Theory]
    [InlineData("SNILLFJORD")]
    [InlineData("snillfjord kommune")]
    [InlineData("1613 snillfjord")]
    public void A_former_name_is_told_as_it_was_whatever_was_written(string text) => Assert.Equal("Snillfjord", Kommuner.Resolve(text).FormerName);

    [Fact]
    public void An_old_number_tells_what_it_was() => Assert.Equal("Fosnes", Kommuner.Resolve("1748").FormerName);
}
