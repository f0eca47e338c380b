using AngleSharp.Dom;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Statistics;

public sealed class ReadingTheCoverage(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly DateOnly Census = new(2025, 10, 1);

    [Fact]
    public async Task Known_students_are_held_against_the_counted_for_all_and_for_each_country()
    {
        var kommune = app.Given.Kommune();
        await Count(kommune, ("NO", CellValue.Of(3)), ("PL", CellValue.Suppressed), ("HU", CellValue.Suppressed), ("SK", CellValue.Of(0)), (CountedCountry.Others, CellValue.Of(2)));
        await Known(kommune, "NO", "NO", "PL", "PL", "DK");
        var page = await (await kommune.Recruiter()).Open("/dekning");

        Assert.Equal("5 kjente av 7–9", Read(page.Document.QuerySelector("#alle")!));
        Assert.True(page.Shows("56–71 %"), page.Text);
        Assert.Equal(["Norge|2|3|1|67 %", "Polen|2|1–2|0|100 %", "Ungarn|0|1–2|1–2|0 %", "Andre land|1|2|1|50 %", "Alle land|5|7–9|2–4|56–71 %"], Rows(page));
        Assert.True(page.Shows("Ingen er talt i Slovakia."));
        // The chart tells the same in words.
        Assert.Contains("Polen: 2 kjente av 1–2", page.Document.QuerySelector("#land-tekst")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_suggest_whom_to_ask_next()
    {
        var kommune = app.Given.Kommune();
        await Count(kommune, ("NO", CellValue.Of(6)), ("PL", CellValue.Of(4)), ("HU", CellValue.Of(1)));
        await Known(kommune, "NO", "NO", "HU");
        var page = await (await kommune.Recruiter()).Open("/dekning");
        Assert.True(page.Shows("Spør de 2 dere kjenner i Norge"), page.Text);
        Assert.Contains("/studenter?land=NO", page.Body, StringComparison.Ordinal);
        Assert.True(page.Shows("Spør på studiestedene i Polen"));
        Assert.True(page.Shows("4 til studerer der, og dere kjenner ingen."));
        Assert.False(page.Shows("kjenner i Ungarn"));
        Assert.True(page.Shows("Spør rådgiverne på videregående"));
        Assert.Contains("mailto:?subject=", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_behind_a_number_is_as_long_as_the_number()
    {
        var kommune = app.Given.Kommune();
        await Count(kommune, ("NO", CellValue.Of(2)), ("PL", CellValue.Of(9)), ("HU", CellValue.Of(1)), ("DK", CellValue.Of(0)), (CountedCountry.Others, CellValue.Of(3)));
        await Known(kommune, "NO", "NO", "NO", "PL", "PL", "DK", "CZ");
        StudentDetails Poland(StudentDetails d, int began) => d with { CountryCode = "PL", StartTerm = new(began, Season.Autumn) };
        await kommune.Student("Ferdig nå, studerte da", d => Poland(d, 2020));
        await kommune.Student("Ferdig i januar, studerte da", d => Poland(d, 2021) with { GraduationYear = 2026, GraduationMonth = 1, Progression = Progression.Completed });
        await kommune.Student("I permisjon", d => Poland(d, 2018) with { Progression = Progression.OnLeave, LeaveFrom = new(2023, Season.Spring) });
        await kommune.Student("Uten start", d => d with { CountryCode = "PL" });
        await kommune.Student("Hjemme her", d => Poland(d, 2023) with { HomeKommune = kommune.Number });
        await kommune.Student("Hjemme et annet sted", d => Poland(d, 2023) with { HomeKommune = kommune.Number == "5007" ? "5060" : "5007" });
        await kommune.Student("Ferdig før", d => Poland(d, 2018));
        await kommune.Student("Fullført før", d => d with { CountryCode = "PL", Progression = Progression.Completed });
        await kommune.Student("Sluttet", d => Poland(d, 2023) with { Progression = Progression.Discontinued });
        await kommune.Student("Begynte etterpå", d => Poland(d, 2026));
        await kommune.Student("Arkivert", d => Poland(d, 2023), s => s.Archive(app.Clock.Now));
        await kommune.Student("Uten land", d => d with { CountryCode = null, StartTerm = new(2023, Season.Autumn) });
        var recruiter = await kommune.Recruiter();
        var page = await recruiter.Open("/dekning");

        var links = page.Document.QuerySelectorAll("section[aria-labelledby=land] tbody th a").ToList();
        Assert.Equal(["Norge", "Polen", "Danmark", "Studieland ikke notert"], links.Select(Read));
        foreach (var link in links)
            Assert.Equal((Read(link), Read(link.Closest("tr")!.Children[1])), (Read(link), await Found(recruiter, link)));
        List<(string, string)> steps = [];
        foreach (var link in page.Document.QuerySelectorAll("ul.app-todo a[href^='/studenter?']"))
            steps.Add((Read(link).Split(": ")[1], await Found(recruiter, link)));
        Assert.Equal([("Spør de 7 dere kjenner i Polen", "7"), ("Skriv studieland på 1 student", "1"), ("Se over de 3 dere kjenner i Norge", "3"), ("Se over den ene dere kjenner i Danmark", "1")], steps);
        // Whom "andre land" is, no filter tells.
        var others = page.Document.QuerySelectorAll("ul.app-todo li").Single(li => Read(li).Contains("andre land", StringComparison.Ordinal));
        Assert.Null(others.QuerySelector("a"));

        static async Task<string> Found(Visitor visitor, IElement link) => Read((await visitor.Open(link.GetAttribute("href")!)).Document.QuerySelector(".app-found strong")!);
    }

    [Fact]
    public async Task More_known_than_counted_is_told_in_words_and_never_as_more_than_all()
    {
        var kommune = app.Given.Kommune();
        await Count(kommune, ("PL", CellValue.Suppressed), ("NO", CellValue.Of(1)));
        await Known(kommune, "PL", "PL", "PL", "NO", "NO");
        var page = await (await kommune.Recruiter()).Open("/dekning");
        Assert.Equal("5 kjente, flere enn de 2–3 som er talt", Read(page.Document.QuerySelector("#alle")!));
        Assert.True(page.Shows("3 kjente, flere enn de 1–2 som er talt"), page.Text);
        Assert.DoesNotContain(" %", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_studied_here_on_the_day_are_known()
    {
        var kommune = app.Given.Kommune();
        await Count(kommune, ("NO", CellValue.Of(9)));
        StudentDetails Norway(StudentDetails d) => d with { CountryCode = "NO", StartTerm = new Term(2022, Season.Autumn) };
        await kommune.Student("Er med", Norway);
        await kommune.Student("Reservert", Norway, s => s.Reserve(ReservationScope.NoContact, byStudent: true, app.Clock.Now));
        await kommune.Student("Uten start", d => d with { CountryCode = "NO" });
        await kommune.Student("Ferdig i fjor vår", d => Norway(d) with { Progression = Progression.Completed, GraduationYear = 2026, GraduationMonth = 6 });
        await kommune.Student("Arkivert", Norway, s => s.Archive(app.Clock.Now));
        await kommune.Student("Sluttet", d => Norway(d) with { Progression = Progression.Discontinued });
        await kommune.Student("Ferdig før", d => Norway(d) with { Progression = Progression.Completed, GraduationYear = 2025, GraduationMonth = 6 });
        await kommune.Student("Begynte etterpå", d => d with { CountryCode = "NO", StartTerm = new Term(2026, Season.Autumn) });
        await kommune.Student("Hjemme et annet sted", d => Norway(d) with { HomeKommune = kommune.Number == "5007" ? "5060" : "5007" });
        var page = await (await kommune.Recruiter()).Open("/dekning");
        Assert.Equal("4 kjente av 9", Read(page.Document.QuerySelector("#alle")!));
        Assert.True(page.Shows("1 student i registeret har en annen hjemkommune"), page.Text);
        Assert.True(page.Shows("1 student begynte etter at det ble talt"));
        Assert.True(page.Shows("1 student uten startår"));
    }

    [Fact]
    public async Task Leave_a_research_year_and_a_shorter_study_count_as_the_card_counts_them()
    {
        var kommune = app.Given.Kommune();
        await Count(kommune, ("PL", CellValue.Of(9)));
        StudentDetails Began(StudentDetails d, int year) => d with { CountryCode = "PL", StartTerm = new Term(year, Season.Autumn) };
        await kommune.Student("I permisjon fra femte år", d => Began(d, 2018) with { Progression = Progression.OnLeave, LeaveFrom = new Term(2023, Season.Spring) });
        await kommune.Student("Uten forskerår ennå", d => Began(d, 2019) with { Progression = Progression.ResearchTrack });
        await kommune.Student("Ferdig etter seks år", d => Began(d, 2019));
        await kommune.Student("Ferdig etter fem år", d => Began(d, 2020) with { StudyPlaceCode = "egen-x", StudyTerms = 10 });
        await kommune.Student("I sjette år", d => Began(d, 2020));
        Assert.Equal("3 kjente av 9", Read((await (await kommune.Recruiter()).Open("/dekning")).Document.QuerySelector("#alle")!));
    }

    [Fact]
    public async Task A_month_that_is_entered_decides_here_too_a_year_alone_does_not_and_who_has_finished_studies_no_more()
    {
        var kommune = app.Given.Kommune();
        await SaveOf(new(2026, 10, 1), kommune, CountDefinition.HomeAt16, (2026, "NO", CellValue.Of(9)), (2025, "NO", CellValue.Of(9)));
        StudentDetails Done(StudentDetails d, int began, int year, int? month) => d with { CountryCode = "NO", StudyPlaceCode = "ntnu", StartTerm = new(began, Season.Autumn), GraduationYear = year, GraduationMonth = month };
        await kommune.Student("Et halvår senere", d => Done(d, 2020, 2027, 1));
        await kommune.Student("Forsinket", d => Done(d, 2019, 2027, 6));
        await kommune.Student("Ferdig i januar", d => Done(d, 2021, 2026, 1));
        await kommune.Student("Bare et år, lenge etter", d => Done(d, 2018, 2027, null));
        await kommune.Student("Bare et år, for tidlig", d => Done(d, 2021, 2025, null));
        await kommune.Student("Har fullført nå i høst", d => Done(d, 2021, 2027, 6) with { Progression = Progression.Completed });
        Assert.Equal(["1. oktober 2026|3|9|33 %|SSB", "1. oktober 2025|5|9|56 %|SSB"], Rows(await (await kommune.Recruiter()).Open("/dekning"), "over-tid"));
    }

    [Fact]
    public async Task The_years_stand_in_a_chart_and_in_a_table()
    {
        var kommune = app.Given.Kommune();
        await Save(kommune, CountDefinition.HomeAt16, (2023, "", CellValue.Of(4)), (2024, "", CellValue.Suppressed), (2025, "", CellValue.Of(6)));
        await kommune.Student("Ny", d => d with { StartTerm = new Term(2024, Season.Autumn) });
        await kommune.Student("Eldre", d => d with { StartTerm = new Term(2021, Season.Autumn) });
        var page = await (await kommune.Recruiter()).Open("/dekning");
        Assert.Equal(["1. oktober 2025|2|6|33 %|SSB", "1. oktober 2024|2|1–2|100 %|SSB", "1. oktober 2023|1|4|25 %|SSB"], Rows(page, "over-tid"));
        Assert.Equal("2023: 1 kjent av 4. 2024: 2 kjente av 1–2. 2025: 2 kjente av 6.", Read(page.Document.QuerySelector("#ar-tekst")!));
    }

    [Fact]
    public async Task Two_definitions_stand_apart()
    {
        var kommune = app.Given.Kommune();
        await Save(kommune, CountDefinition.HomeAt16, (2025, "", CellValue.Of(6)));
        await Save(kommune, CountDefinition.RegisteredAddress, (2025, "", CellValue.Of(4)));
        var recruiter = await kommune.Recruiter();
        Assert.True((await recruiter.Open("/dekning")).Shows("ingen kjente av 6"));
        Assert.True((await recruiter.Open("/dekning?teller=adresse")).Shows("ingen kjente av 4"));
    }

    [Fact]
    public async Task Without_statistics_the_page_says_what_to_do_first()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var page = await (await kommune.Recruiter()).Open("/dekning");
        Assert.True(page.Shows("Dere har 1 student i registeret."), page.Text);
        Assert.Equal("Hent inn statistikk", (await page.Follow("Hent inn statistikk")).Heading);
    }

    [Fact]
    public async Task Another_kommunes_figures_are_not_seen()
    {
        var (mine, other) = (app.Given.Kommune(), app.Given.Kommune());
        await Count(other, ("NO", CellValue.Of(77)));
        Assert.True((await (await mine.Recruiter()).Open("/dekning")).Shows("Ingen tall å holde registeret mot"));
    }

    private Task Count(GivenKommune kommune, params (string Country, CellValue Value)[] cells) =>
        Save(kommune, CountDefinition.HomeAt16, [.. cells.Select(c => (Census.Year, c.Country, c.Value))]);

    private Task Save(GivenKommune kommune, CountDefinition definition, params (int Year, string Country, CellValue Value)[] cells) => SaveOf(Census, kommune, definition, cells);

    private async Task SaveOf(DateOnly countedOn, GivenKommune kommune, CountDefinition definition, params (int Year, string Country, CellValue Value)[] cells)
    {
        var facts = new TableFacts("Medisinstudenter", "SSB", definition, null, null, "[]", new TableCounts(0, 0, 0, 0, 0, 0, 0));
        var extract = new StatisticsExtract(kommune.Number, "t.csv", Guid.CreateVersion7().ToString("N"), facts, null, app.Clock.Now);
        Assert.True(extract.Use(definition, countedOn, countedOn.Year, "SSB", app.Clock.Now).IsOk);
        await kommune.Save([extract, .. cells.Select(c => new StatisticsCell(extract, new ReadCell(kommune.Number, kommune.Number, c.Year, c.Country, CountedStatus.Studying, "", c.Value)))]);
    }

    private static async Task Known(GivenKommune kommune, params string[] countries)
    {
        foreach (var country in countries)
            await kommune.Student("Kari", d => d with { CountryCode = country, StartTerm = new Term(2023, Season.Autumn) });
    }

    private static IEnumerable<string> Rows(SeenPage page, string section = "land") =>
        page.Document.QuerySelectorAll($"section[aria-labelledby={section}] table tbody tr").Select(row => string.Join('|', row.Children.Select(Read)));

    private static string Read(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
