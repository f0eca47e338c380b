using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Statistics;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Statistics;

public sealed class ImportingStatistics(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_table_is_shown_before_it_counts_and_only_the_kommunes_own_cells_are_kept()
    {
        var namsos = app.Given.Kommune("Namsos");
        var recruiter = await namsos.Recruiter();

        var preview = await Upload(recruiter, "ssb-medisinstudenter.json", await Example("ssb-medisinstudenter.json"));
        Assert.True(preview.Shows("908 tall, 304 skjult («:»), 4 mangler («..») og 0 finnes ikke («.»), for 38 kommuner."), preview.Text);
        Assert.Equal("HomeAt16", preview.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.True((await recruiter.Open("/dekning")).Shows("Ingen tall å holde registeret mot"));

        var used = await preview.Press("Ta tallene i bruk");
        Assert.Equal("Tallene er tatt i bruk.", used.Said);
        var id = Guid.Parse(used.Path.Split('/')[^1]);
        Assert.Equal(["5007"], await app.Look(db => db.StatisticsCells.Where(c => c.ExtractId == id).Select(c => c.KommuneNumber).Distinct().ToListAsync()));
        Assert.Equal(8 * 2 * 2, await app.Look(db => db.StatisticsCells.CountAsync(c => c.ExtractId == id)));

        var coverage = await recruiter.Open("/dekning");
        Assert.True(coverage.Shows("bodde i kommunen da de var 16 år, talt 1. oktober 2025"), coverage.Text);
        Assert.True(coverage.Shows("Statistisk sentralbyrå"));
        // The same file again says so.
        var again = await Upload(recruiter, "kopi.json", await Example("ssb-medisinstudenter.json"));
        Assert.Contains("Denne filen er hentet inn allerede", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_table_hides_an_older_and_its_removal_brings_it_back()
    {
        var kommune = app.Given.Kommune("Levanger");
        var recruiter = await kommune.Recruiter();
        await Use(recruiter, "gammel.csv", "hjemkommune;år;antall\n5037;2024;10\n5037;2025;11\n");
        var preview = await Upload(recruiter, "ny.csv", "hjemkommune;år;antall\n5037;2025;14\n5037;2026;:\n");
        Assert.True(preview.Shows("11 i gammel.csv"), preview.Text);
        Assert.True(preview.Shows("Blir erstattet"));
        var table = await preview.Press("Ta tallene i bruk", ("Input.Source", "SSB"));
        Assert.Equal("Tallene er tatt i bruk.", table.Said);
        Assert.Equal(["1–2", "14", "10"], await Counted(recruiter));

        var removed = await table.Press("Ja, ta ut 2 år");
        Assert.True(removed.Shows("Tabellen er tatt ut"), removed.Text);
        Assert.Equal(["11", "10"], await Counted(recruiter));
        var back = await removed.Press("Sett inn igjen");
        Assert.Equal("Tabellen er satt inn igjen.", back.Said);
        Assert.Equal(["1–2", "14", "10"], await Counted(recruiter));
    }

    [Fact]
    public async Task What_the_table_does_not_say_is_asked_for_and_never_assumed()
    {
        var recruiter = await app.Given.Kommune("Verdal").Recruiter();
        var preview = await Upload(recruiter, "tabell.csv", "kommune;år;antall\n5038;2025;7\n");
        Assert.Null(preview.Document.QuerySelector("input[type=radio][checked]"));
        var refused = await preview.Press("Ta tallene i bruk", ("Input.Source", ""));
        Assert.Contains("Hvem tabellen teller: Velg hva som gjør en student til deres i denne tabellen.", refused.Errors);
        var noSource = await refused.Press("Ta tallene i bruk", ("Input.Definition", "RegisteredAddress"), ("Input.Source", " "));
        Assert.Contains(noSource.Errors, error => error.StartsWith("Kilde: Skriv hvor tabellen kommer fra", StringComparison.Ordinal));
        var used = await noSource.Press("Ta tallene i bruk", ("Input.Definition", "RegisteredAddress"), ("Input.CountedOn", "2025-09-15"), ("Input.Source", "Fylkeskommunen"));
        Assert.Equal("Tallene er tatt i bruk.", used.Said);
        Assert.True((await recruiter.Open("/dekning")).Shows("har folkeregistrert adresse i kommunen, talt 15. september 2025"));
    }

    [Fact]
    public async Task A_table_that_is_thrown_away_leaves_nothing()
    {
        var kommune = app.Given.Kommune("Grong");
        var recruiter = await kommune.Recruiter();
        var preview = await Upload(recruiter, "tabell.csv", "hjemkommune;år;antall\n5045;2025;7\n");
        var gone = await preview.Press("Ja, slett den ene cellen");
        Assert.Equal("Tabellen er forkastet. Dekningen er som før.", gone.Said);
        Assert.Equal(0, await app.Look(db => db.StatisticsExtracts.CountAsync(e => e.KommuneNumber == kommune.Number)));
        Assert.Equal(0, await app.Look(db => db.StatisticsCells.CountAsync(c => c.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_table_without_the_kommune_or_that_cannot_be_read_stores_nothing()
    {
        var kommune = app.Given.Kommune("Lierne");
        var recruiter = await kommune.Recruiter();
        Assert.Contains("ingen tall for Lierne", Assert.Single((await Upload(recruiter, "t.csv", "hjemkommune;år;antall\n5001;2025;7\n")).Errors), StringComparison.Ordinal);
        Assert.Contains("«Atlantis»", Assert.Single((await Upload(recruiter, "t.csv", "hjemkommune;studieland;år;antall\n5042;Atlantis;2025;7\n")).Errors), StringComparison.Ordinal);
        Assert.EndsWith("Velg filen med antall medisinstudenter.", Assert.Single((await (await recruiter.Open("/import/statistikk")).Press("Les tabellen")).Errors), StringComparison.Ordinal);
        Assert.Equal(0, await app.Look(db => db.StatisticsExtracts.CountAsync(e => e.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_split_kommune_is_told_on_the_page_and_an_old_number_is_carried()
    {
        var recruiter = await app.Given.Kommune("Heim").Recruiter();
        var preview = await Upload(recruiter, "t.csv", "hjemkommune;år;antall\n1612 Hemne;2025;4\n1571 Halsa;2025;:\n1613 Snillfjord;2025;3\n");
        Assert.True(preview.Shows("Delt i flere kommuner, og kan ikke føres til én av dem: 1613 Snillfjord → Heim, Hitra og Orkland (1 celle)."), preview.Text);
        Assert.Equal("5–6", preview.Document.QuerySelector("td[data-label=Studerer]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Abroad_as_a_sum_counts_beside_its_countries()
    {
        var recruiter = await app.Given.Kommune("Høylandet").Recruiter();
        var preview = await Upload(recruiter, "t.csv", "Medisinstudenter etter hjemkommune, 1. oktober 2025\nKommune;Norge;Utlandet;Polen;Ungarn\n5046 Høylandet;9;12;3;2\n");
        Assert.Equal("21", preview.Document.QuerySelector("td[data-label=Studerer]")!.TextContent.Trim());
        Assert.False(preview.Shows("Dette er ikke tatt med"), preview.Text);
        await preview.Press("Ta tallene i bruk", ("Input.Source", "SSB"));
        var coverage = await recruiter.Open("/dekning");
        Assert.True(coverage.Shows("ingen kjente av 21") && coverage.Shows("Andre land 0 7 7"), coverage.Text);
    }

    [Fact]
    public async Task The_day_is_of_the_newest_year()
    {
        var recruiter = await app.Given.Kommune("Overhalla").Recruiter();
        var preview = await Upload(recruiter, "t.csv", "hjemkommune;år;antall\n5047;2024;7\n5047;2025;8\n");
        Assert.True(preview.Shows("En dag i det nyeste året, 2025."), preview.Text);
        var refused = await preview.Press("Ta tallene i bruk", ("Input.CountedOn", "2026-03-20"), ("Input.Source", "SSB"));
        Assert.Equal(["Tallene gjelder per: Det nyeste året i tabellen er 2025. Skriv hvilken dag i 2025 det ble talt."], refused.Errors);
        Assert.Equal("Tallene er tatt i bruk.", (await refused.Press("Ta tallene i bruk", ("Input.CountedOn", "2025-03-20"))).Said);
        Assert.True((await recruiter.Open("/dekning")).Shows("talt 20. mars 2025"));
    }

    [Fact]
    public async Task What_may_be_replaced_is_shown_for_both_definitions_until_one_is_chosen()
    {
        var recruiter = await app.Given.Kommune("Leka").Recruiter();
        await Use(recruiter, "hjemme.csv", "hjemkommune;år;antall\n5052;2025;58\n");
        var preview = await Upload(recruiter, "uten.csv", "kommune;år;antall\n5052;2025;4\n");
        Assert.True(preview.Shows("Hjemkommune ved 16 år: 58 i hjemme.csv") && preview.Shows("Blir erstattet hvis du velger det samme"), preview.Text);
        await preview.Press("Ta tallene i bruk", ("Input.Definition", "RegisteredAddress"), ("Input.Source", "SSB"));
        // The table guesses at one, and somebody may choose the other.
        var again = await Upload(recruiter, "ny.csv", "hjemkommune;år;antall\n5052;2025;60\n");
        Assert.True(again.Shows("Hjemkommune ved 16 år: 58 i hjemme.csv") && again.Shows("Folkeregistrert adresse: 4 i uten.csv"), again.Text);
        var used = await again.Press("Ta tallene i bruk", ("Input.Source", "SSB"));
        Assert.True(used.Shows("58 i hjemme.csv"), used.Text);
        Assert.False(used.Shows("uten.csv"), used.Text);
    }

    [Fact]
    public async Task A_reader_sees_the_tables_and_gets_no_form()
    {
        var kommune = app.Given.Kommune("Snåsa");
        await Use(await kommune.Recruiter(), "tabell.csv", "hjemkommune;år;antall\n5041;2025;7\n");
        var page = await (await kommune.Reader()).Open("/import/statistikk");
        Assert.Null(page.Document.QuerySelector("input[type=file]"));
        var table = await page.Follow("tabell.csv");
        Assert.True(table.Shows("Tallene er i bruk"), table.Text);
        Assert.Empty(table.Document.QuerySelectorAll("main form"));
    }

    private static async Task Use(Visitor visitor, string name, string text)
    {
        var used = await (await Upload(visitor, name, text)).Press("Ta tallene i bruk", ("Input.Source", "SSB"));
        Assert.Equal("Tallene er tatt i bruk.", used.Said);
    }

    private static Task<SeenPage> Upload(Visitor visitor, string name, string text) => Upload(visitor, name, Encoding.UTF8.GetBytes(text));

    private static async Task<SeenPage> Upload(Visitor visitor, string name, byte[] content) =>
        await (await visitor.Open("/import/statistikk")).Press("Les tabellen", [], [("Input.File", name, content)]);

    private static async Task<IEnumerable<string>> Counted(Visitor visitor) =>
        (await visitor.Open("/dekning")).Document.QuerySelectorAll("section[aria-labelledby=over-tid] td[data-label=Talt]").Select(cell => cell.TextContent.Trim());

    private static Task<byte[]> Example(string name) => File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Examples", name));
}
