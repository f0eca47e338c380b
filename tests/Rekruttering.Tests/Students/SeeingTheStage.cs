using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>Stage, summer work, ties and columns as the pages show them.</summary>
public sealed class SeeingTheStage(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_card_says_stage_graduation_and_summer_work_and_the_rule_with_its_source()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse", d => d with { StudyPlaceCode = "pl-lodz", CountryCode = "PL", StartTerm = new(2022, Season.Autumn) });

        var card = await (await kommune.Reader()).Open($"/studenter/{student.Id}");

        foreach (var words in (string[])["5. år, 9. semester", "Regnet ferdig juni 2028", "Sommeren 2027 Kan arbeide som assistent med fagarbeideroppgaver. Kan ha lisens, men ingen er ført",
            "Slik er det regnet", "høyst ett år igjen", "FOR-2000-12-21-1379) § 2", "3 år prekliniske og 3 kliniske"])
            Assert.True(card.Shows(words), words + " / " + card.Text);
    }

    [Fact]
    public async Task The_years_roll_over_by_the_clock_alone_and_a_leave_stands_still()
    {
        using var own = new RekrutteringApp();
        var kommune = own.Given.Kommune();
        await kommune.Student("Åse", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2022, Season.Autumn) });
        await kommune.Student("Bo", d => d with { StudyPlaceCode = "uio", StartTerm = new(2023, Season.Spring) });
        await kommune.Student("Cecilie", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2022, Season.Autumn), Progression = Progression.OnLeave, LeaveFrom = new(2026, Season.Autumn) });
        var rows = await own.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).SumAsync(s => s.Version));

        var recruiter = await kommune.Recruiter();
        Assert.Equal(["Åse", "Cecilie"], Names(await recruiter.Open("/studenter?ar=5")));
        Assert.Equal(["Bo"], Names(await recruiter.Open("/studenter?ar=4")));
        own.Clock.MoveTo(new(2027, 1, 2, 8, 0, 0, DateTimeKind.Utc));
        recruiter = await kommune.Recruiter();
        Assert.Equal(["Åse", "Bo", "Cecilie"], Names(await recruiter.Open("/studenter?ar=5")));
        own.Clock.MoveTo(new(2027, 8, 2, 8, 0, 0, DateTimeKind.Utc));
        recruiter = await kommune.Recruiter();
        Assert.Equal(["Åse"], Names(await recruiter.Open("/studenter?ar=6")));
        Assert.Equal(["Bo", "Cecilie"], Names(await recruiter.Open("/studenter?ar=5")));
        Assert.Equal(rows, await own.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).SumAsync(s => s.Version)));
    }

    [Fact]
    public async Task On_a_research_track_the_sixth_year_goes_on_in_the_filter_as_on_the_card()
    {
        var kommune = app.Given.Kommune();
        StudentDetails Research(StudentDetails d, int year, int lost) => d with { StudyPlaceCode = "ntnu", StartTerm = new(year, Season.Autumn), Progression = Progression.ResearchTrack, DelayTerms = lost };
        await kommune.Student("Åse", d => Research(d, 2020, 0));
        await kommune.Student("Bo", d => Research(d, 2019, 2));
        await kommune.Student("Cecilie", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2020, Season.Autumn) });
        await kommune.Student("Dag", d => Research(d, 2019, 0));
        var recruiter = await kommune.Recruiter();

        Assert.Equal(["Åse"], Names(await recruiter.Open("/studenter?ar=6")));
        Assert.Equal(["Bo", "Cecilie", "Dag"], Names(await recruiter.Open("/studenter?ar=ferdig")));
    }

    [Fact]
    public async Task A_month_of_graduation_that_is_entered_decides_in_the_list_on_the_card_and_in_the_filters()
    {
        var kommune = app.Given.Kommune();
        StudentDetails Done(StudentDetails d, string place, int began, int year, int? month) => d with { StudyPlaceCode = place, CountryCode = "NO", StartTerm = new(began, Season.Autumn), GraduationYear = year, GraduationMonth = month };
        var bergen = await kommune.Student("Berit", d => Done(d, "uib", 2020, 2027, 1) with { CollectedOn = new(2025, 12, 12) });
        await kommune.Student("Frida", d => Done(d, "ntnu", 2019, 2027, 6));
        var early = await kommune.Student("Tora", d => Done(d, "ntnu", 2021, 2026, 1));
        var five = await kommune.Student("Sara", d => Done(d, "egen-x", 2020, 2027, 6) with { StudyTerms = 10 });
        var year = await kommune.Student("Anna", d => Done(d, "ntnu", 2021, 2025, null));
        await kommune.Student("Line", d => Done(d, "ntnu", 2022, 2027, 6) with { Progression = Progression.OnLeave, LeaveFrom = new(2025, Season.Autumn) });
        await kommune.Student("Liv", d => Done(d, "ntnu", 2022, 2026, 6) with { Progression = Progression.OnLeave, LeaveFrom = new(2025, Season.Autumn) });
        var recruiter = await kommune.Recruiter();

        foreach (var (filter, expected) in new (string, string[])[]
            { ("6", ["Anna", "Berit", "Frida", "Sara"]), ("5", []), ("4", ["Line"]), ("ferdig", ["Liv", "Tora"]), ("ikke-begynt", []), ("ukjent", []) })
            Assert.Equal((filter, string.Join(',', expected)), (filter, string.Join(',', Names(await recruiter.Open("/studenter?ar=" + filter)))));
        Assert.Equal(["Liv", "Tora"], Names(await recruiter.Open("/studenter?sortering=ar")).TakeLast(2));

        var card = await recruiter.Open($"/studenter/{bergen.Id}");
        Assert.True(card.Shows("6. år, 12. semester") && card.Shows("Regnet ferdig januar 2027") && card.Shows("Ferdig januar 2027: det er ført i registeret og går foran det som regnes ut."), card.Text);
        Assert.False(card.Shows("Skal være ferdig etter planen"), card.Text);
        Assert.True((await recruiter.Open($"/studenter/{early.Id}")).Shows("Skal være ferdig etter planen"));
        Assert.True((await recruiter.Open($"/studenter/{five.Id}")).Shows("6. år, 12. semester"));
        Assert.True((await recruiter.Open($"/studenter/{year.Id}")).Shows("Året 2025 er ført uten måned og er ikke brukt."));
        // Nobody has talked to her for half a year.
        var morning = await recruiter.Open("/oversikt");
        Assert.True(morning.Shows("6. år") && !morning.Shows("ferdig etter planen"), morning.Text);
    }

    [Fact]
    public async Task Who_may_not_work_or_may_for_all_we_know_gets_a_whole_sentence()
    {
        var kommune = app.Given.Kommune();
        var reader = await kommune.Reader();
        async Task Says(string sentence, Func<StudentDetails, StudentDetails> who)
        {
            var card = await reader.Open($"/studenter/{(await kommune.Student("Åse", who)).Id}");
            Assert.True(card.Shows(sentence), card.Text);
        }

        await Says("Sommeren 2027 Vi vet ikke når studiet begynte, og kan ikke si hva studenten kan arbeide som", d => d with { StartTerm = null });
        await Says("Sommeren 2027 Studiet er ikke begynt, så det gir ikke noe arbeid ennå", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2027, Season.Autumn) });
        await Says("Sommeren 2027 Studiet er avbrutt, så vi foreslår ikke noe arbeid", d => d with { StartTerm = new(2024, Season.Autumn), Progression = Progression.Discontinued });
        // Has begun, so as an assistant like others in the first year.
        StudentDetails Away(StudentDetails d) => d with { StudyPlaceCode = "ntnu", StartTerm = new(2026, Season.Autumn), Progression = Progression.OnLeave, LeaveFrom = new(2026, Season.Autumn) };
        await Says("Sommeren 2027 Kan arbeide som assistent", Away);
        await Says("Sommeren 2027: ingen semestre er gått ennå.", Away);
    }

    [Fact]
    public async Task A_last_term_that_an_older_version_counted_is_counted_anew_by_migrate()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Berit", d => d with { StudyPlaceCode = "uib", StartTerm = new(2020, Season.Autumn), GraduationYear = 2027, GraduationMonth = 1 });
        await app.Look(db => db.Database.ExecuteSqlAsync($"""UPDATE "Students" SET "LastTerm" = 4052 WHERE "KommuneNumber" = {kommune.Number}"""));
        var recruiter = await kommune.Recruiter();
        Assert.Empty(Names(await recruiter.Open("/studenter?ar=6")));

        Assert.Equal(0, (await app.Command("migrate")).Code);

        Assert.Equal(["Berit"], Names(await recruiter.Open("/studenter?ar=6")));
        Assert.Equal(student.UpdatedAt, (await app.Look(db => db.Students.SingleAsync(s => s.Id == student.Id))).UpdatedAt);
    }

    [Fact]
    public async Task Who_comes_back_from_a_leave_by_the_form_has_lost_its_terms()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2023, Season.Autumn) });
        var recruiter = await kommune.Recruiter();
        var form = await recruiter.Open($"/studenter/{student.Id}/rediger");

        var ahead = await form.Press("Lagre", ("Input.Progression", "OnLeave"), ("Input.LeaveSeason", "Autumn"), ("Input.LeaveYear", "2027"));
        Assert.Equal(["Permisjon fra år: Skriv et tall fra 2016 til 2026."], ahead.Errors);
        var away = await form.Press("Lagre", ("Input.Progression", "OnLeave"), ("Input.LeaveSeason", "Autumn"), ("Input.LeaveYear", "2025"));
        Assert.True(away.Shows("3. år, i permisjon, 5. semester") && away.Shows("Tellingen står stille på 5. semester"), away.Text);
        var back = await (await recruiter.Open($"/studenter/{student.Id}/rediger")).Press("Lagre", ("Input.Progression", "Ordinary"));

        Assert.True(back.Shows("Semestre forsinket 2") && back.Shows("3. år, 5. semester"), back.Text);
    }

    [Fact]
    public async Task Columns_are_ones_own_and_remembered_also_for_a_reader()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { StudyPlaceCode = "ntnu", StartTerm = new(2022, Season.Autumn), Ties = new(Other: "Hytte"), ContactName = "Ine Berg" });
        var (reader, other) = (await kommune.Reader(), await kommune.Recruiter());

        var list = await (await (await reader.Open("/studenter?ar=5")).Follow("Velg kolonner")).Press("Vis disse", ("kolonne", "ferdig"), ("kolonne", "tilknytning"), ("kolonne", "ansvarlig"), ("kolonne", "finnes-ikke"));

        Assert.Equal("/studenter?ar=5", list.Path);
        Assert.Equal(["Navn", "Ferdig", "Tilknytning", "Kontaktperson"], Headers(list));
        Assert.True(list.Shows("Åse Nordby juni 2028 Annen tilknytning: Hytte Ine Berg"), list.Text);
        Assert.Equal(["Navn", "Studieår", "Studiested", "Siste kontakt", "Kontaktperson"], Headers(await other.Open("/studenter")));
        Assert.Equal(["Navn", "Ferdig", "Tilknytning", "Kontaktperson"], Headers(await reader.Open("/studenter")));
        Assert.Equal(5, Headers(await (await reader.Open("/min-konto/kolonner")).Press("Tilbake til de vanlige")).Count);
    }

    [Fact]
    public async Task Ties_and_contact_persons_are_filters()
    {
        var kommune = app.Given.Kommune();
        var colleague = await kommune.User(Application.Identity.Role.Recruiter);
        await kommune.Student("Åse", d => d with { Ties = new(GrewUp: "", Partner: "herfra"), ContactPersonId = colleague.Id });
        await kommune.Student("Bo", d => d with { Ties = new(Other: ""), ContactName = "Ine Berg" });
        await kommune.Student("Cecilie");
        var recruiter = await kommune.Recruiter();

        foreach (var (query, expected) in new (string, string[])[]
        {
            ("tilknytning=oppvokst", ["Åse"]), ("tilknytning=partner", ["Åse"]), ("tilknytning=familie", []), ("tilknytning=annen", ["Bo"]), ("tilknytning=noen", ["Åse", "Bo"]),
            ("tilknytning=ingen", ["Cecilie"]), ($"kontaktperson={colleague.Id}", ["Åse"]), ("kontaktperson=ingen", ["Cecilie"]),
        })
            Assert.Equal((query, string.Join(',', expected)), (query, string.Join(',', Names(await recruiter.Open("/studenter?" + query)))));
    }

    [Fact]
    public async Task A_column_of_ties_is_taken_in_and_never_takes_away()
    {
        var kommune = app.Given.Kommune();
        var known = await kommune.Student("Ola", d => d with { LastName = "Vik", Email = "ola-vik@example.com", Ties = new(GrewUp: "Jøa") });
        var list = Import.ImportSteps.Csv("Fornavn;Etternavn;E-post;Tilknytning", "Ola;Vik;ola-vik@example.com;Vokst opp her", "Kari;Berg;kari-berg@example.com;\"Mormor på Jøa; hytte\"");

        await Import.ImportSteps.Import(await kommune.Recruiter(), "liste.csv", list);

        Assert.Equal(new Ties(GrewUp: "Jøa"), (await app.Look(db => db.Students.SingleAsync(s => s.Id == known.Id))).Ties);
        Assert.Equal(new Ties(Family: "Mormor på Jøa", Other: "hytte"), (await app.Look(db => db.Students.SingleAsync(s => s.EmailKey == "kari-berg@example.com"))).Ties);
    }

    private static List<string> Names(SeenPage page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent.Split(' ')[0])];

    private static List<string> Headers(SeenPage page) => [.. page.Document.QuerySelectorAll("thead th").Select(th => th.QuerySelector("button")?.TextContent.Trim() ?? th.TextContent.Trim())];
}
