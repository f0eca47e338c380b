using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Statistics.Tables;

namespace Rekruttering.Domain.Tests.Statistics;

public class UnderstandingATable
{
    [Theory]
    [InlineData("2025", 2025)]
    [InlineData("2024-2025", 2024)]
    [InlineData("2024/25", 2024)]
    [InlineData("Høsten 2025", 2025)]
    [InlineData("1. oktober 2025", 2025)]
    [InlineData("2025K1", null)]
    [InlineData("2025U01", null)]
    [InlineData("2020-2025", null)]
    [InlineData("5001", null)]
    public void A_year_is_a_whole_year(string text, int? year) => Assert.Equal(year, TableTexts.Year(text));

    [Theory]
    [InlineData("Hjemkommune", DimensionKind.Kommune)]
    [InlineData("Bostedskommune ved 16 år", DimensionKind.Kommune)]
    [InlineData("Kommunenr", DimensionKind.Kommune)]
    [InlineData("hjemkommune ved 16 års alder", DimensionKind.Kommune)]
    [InlineData("Kommune (ved 16 års alder)", DimensionKind.Kommune)]
    [InlineData("Alder", DimensionKind.Parts)]
    [InlineData("Skolekommune", DimensionKind.Unknown)]
    [InlineData("Kommune for campus, etter alder", DimensionKind.Unknown)]
    [InlineData("Lærestedskommune", DimensionKind.Parts)]
    [InlineData("Studieland", DimensionKind.Country)]
    [InlineData("Andre land", DimensionKind.Unknown)]
    [InlineData("Finland", DimensionKind.Unknown)]
    [InlineData("kjønn", DimensionKind.Parts)]
    [InlineData("Medisinstudenter, etter hjemkommune, studieland og år,", DimensionKind.Unknown)]
    public void A_heading_says_what_it_divides_by(string heading, DimensionKind kind) => Assert.Equal(kind, DimensionKinds.OfName(heading));

    [Theory]
    [InlineData("sted ved 16 års alder", "Namsos", DimensionKind.Kommune)]
    [InlineData("sted", "Polen", DimensionKind.Country)]
    [InlineData("sted", "Midgard", DimensionKind.Unknown)]
    [InlineData("skolekommune", "Namsos", DimensionKind.Unknown)]
    public void A_file_that_says_that_a_dimension_is_a_place_is_believed(string label, string value, DimensionKind kind) =>
        Assert.Equal(kind, DimensionKinds.Of(new RawDimension("x", label, DimensionRole.Geo, [new Category(value, value)])));

    [Fact]
    public void What_makes_a_student_ones_own_is_read_from_the_table()
    {
        Assert.Equal(CountDefinition.HomeAt16, CountDefinitions.Find(["Studenter etter bosted ved 16 år"]));
        Assert.Equal(CountDefinition.HomeAt16, CountDefinitions.Find(["hjemkommune"]));
        Assert.Equal(CountDefinition.RegisteredAddress, CountDefinitions.Find(["Bostedskommune"]));
        Assert.Null(CountDefinitions.Find(["Medisinstudenter etter kommune"]));
    }

    [Fact]
    public void An_old_number_is_carried_to_today_and_a_split_one_is_told_and_left()
    {
        var table = Understood(["1702 Steinkjer", "1613 Snillfjord", "50 Trøndelag", "9999 Uoppgitt"]);
        var cell = Assert.Single(table.Cells);
        Assert.Equal(("5006", "1702"), (cell.Kommune, cell.FromNumber));
        Assert.Contains("1613 Snillfjord → Heim, Hitra og Orkland", table.Facts.LeftOut, StringComparison.Ordinal);
        Assert.Contains("Ikke en kommune: 50 Trøndelag, 9999 Uoppgitt (2 celler).", table.Facts.LeftOut, StringComparison.Ordinal);
        Assert.Equal(4, table.Facts.Counts.Cells);
    }

    [Fact]
    public void A_number_is_believed_over_a_name_that_means_less_today()
    {
        // 1507 Ålesund had Haram in it until 2024.
        var table = Understood(["5007 Namsos", "1507 Ålesund"]);
        Assert.Equal("5007", Assert.Single(table.Cells).Kommune);
        Assert.Contains("1507 Ålesund", table.Facts.LeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_cell_twice_is_refused()
    {
        var refused = Understand(["5007 Namsos", "5007 Namsos - Nåavmesjenjaelmie"]);
        Assert.Contains("to tall for det samme", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    private static UnderstoodTable Understood(string[] kommuner) => Understand(kommuner).Value!;

    private static Rekruttering.Domain.Common.Result<UnderstoodTable> Understand(string[] kommuner) => TableReading.Understand([new RawTable("Medisinstudenter 2025", [], null, null,
        [new RawDimension("", "hjemkommune", DimensionRole.None, [.. kommuner.Select(k => new Category(k, k))])],
        [.. kommuner.Select((_, i) => new RawCell([i], CellValue.Of(3)))])]);
}
