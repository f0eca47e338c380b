using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.StudyPlaces;

public sealed class KeepingStudyPlaces(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly (string, string)[] Sofia =
        [("Input.Name", "Medical University"), ("Input.City", "Sofia"), ("Input.CountryCode", "BG"), ("Input.Semesters", "12"), ("Input.PreclinicalYears", "2")];

    [Fact]
    public async Task A_place_that_is_added_can_be_chosen_for_a_student_and_counts_by_its_own_length()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var list = await Add(recruiter, [.. Sofia.Where(f => f.Item1 != "Input.Semesters"), ("Input.Semesters", "10")]);
        Assert.Equal("Medical University er lagt til.", list.Said);
        Assert.True(list.Shows("Medical University, Sofia Bulgaria 5 år, 2 av dem prekliniske 0"), list.Text);

        var code = await CodeOf(kommune);
        var card = await (await recruiter.Open("/studenter/ny")).Press("Legg til", ("Input.FirstName", "Ola"), ("Input.LastName", "Vik"), ("Input.StudyPlaceCode", code),
            ("Input.StartSeason", "Autumn"), ("Input.StartYear", "2022"), ("Input.Source", "Ringte"), ("Input.LegalBasis", "PublicTask"));
        Assert.True(card.Shows("Medical University, Sofia"), card.Text);
        Assert.True(card.Shows("juni 2027"), card.Text);
        Assert.True(card.Shows("Medical University, Sofia: 5 år, 10 semestre, 2 år prekliniske og 3 kliniske. Det er kommunen selv som har ført studiestedet."), card.Text);

        var found = await recruiter.Open($"/studenter?sted={code}");
        Assert.True(found.Shows("1 treff: Studenter ved Medical University"), found.Text);
        Assert.True((await recruiter.Open("/studenter?land=BG&ar=5")).Shows("Ola Vik"));
        Assert.True((await recruiter.Open("/studenter?sok=sofia")).Shows("Ola Vik"));
        // Five years on, the studies are done: there is no sixth year there.
        await kommune.Student("Kari", d => At(d, code) with { StartTerm = new(2021, Season.Spring) });
        Assert.False((await recruiter.Open("/studenter?ar=6")).Shows("Kari"));
        Assert.True((await recruiter.Open("/studenter?ar=ferdig")).Shows("Kari"));
    }

    [Fact]
    public async Task A_place_is_changed_with_its_students()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Add(recruiter, Sofia);
        var code = await CodeOf(kommune);
        var student = await kommune.Student("Ola", d => At(d, code) with { StartTerm = new(2022, Season.Autumn) });

        var page = await (await recruiter.Open("/studenter/studiesteder")).Follow("Medical University, Sofia");
        Assert.True(page.Shows("Det du endrer her, endres også hos 1 student"), page.Text);
        var saved = await page.Press("Lagre studiestedet", ("Input.Name", "MU Sofia"), ("Input.Semesters", "11"));
        Assert.Equal("MU Sofia er lagret, også hos 1 student.", saved.Said);
        var after = await app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == student.Id));
        Assert.Equal(("MU Sofia", 11, new Term(2027, Season.Autumn)), (after.StudyPlaceText, after.StudyTerms, after.LastTerm));
        Assert.True((await recruiter.Open($"/studenter/{student.Id}")).Shows("Endret studiested"));
        // What it was called, lists go on calling it.
        Assert.True(saved.Shows("Medical University MU Sofia"), saved.Text);

        var late = await page.Press("Lagre studiestedet", ("Input.Name", "Noe annet"));
        Assert.StartsWith("Noen andre har endret dette", Assert.Single(late.Errors));
    }

    [Fact]
    public async Task Taking_a_place_away_says_who_is_there_and_moves_them()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Add(recruiter, Sofia);
        var code = await CodeOf(kommune);
        var (moved, id) = (await kommune.Student("Ola", d => At(d, code)), await app.Look(db => db.OwnStudyPlaces.Where(p => p.KommuneNumber == kommune.Number).Select(p => p.Id).SingleAsync()));

        var page = await recruiter.Open($"/studenter/studiesteder/{id}");
        Assert.True(page.Shows("1 student står her: Ola Nordby"), page.Text);
        Assert.Equal(["Studiested i stedet: 1 student står på studiestedet. Velg hva som skal stå hos dem i stedet."], (await page.Press("Ja, flytt 1 student og ta det bort")).Errors);
        var gone = await page.Press("Ja, flytt 1 student og ta det bort", ("To", "pl-gdansk"));
        Assert.Equal("Studiestedet er tatt bort.", gone.Said);
        var after = await app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == moved.Id));
        Assert.Equal(("pl-gdansk", null, "PL", null), (after.StudyPlaceCode, after.StudyPlaceText, after.CountryCode, after.StudyTerms));
        Assert.True(gone.Shows("Medical University Gdański Uniwersytet Medyczny"), gone.Text);
        Assert.Equal(404, (int)(await recruiter.Open($"/studenter/studiesteder/{id}")).Status);
    }

    [Fact]
    public async Task Its_name_may_stay_as_a_text()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Add(recruiter, Sofia);
        var code = await CodeOf(kommune);
        var student = await kommune.Student("Ola", d => At(d, code));
        var id = await app.Look(db => db.OwnStudyPlaces.Where(p => p.KommuneNumber == kommune.Number).Select(p => p.Id).SingleAsync());
        await (await recruiter.Open($"/studenter/studiesteder/{id}")).Press("Ja, flytt 1 student og ta det bort", ("To", "tekst"));
        var after = await app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == student.Id));
        Assert.Equal((null, "Medical University, Sofia", "BG", null), (after.StudyPlaceCode, after.StudyPlaceText, after.CountryCode, after.PreclinicalYears));

        // Added again, it takes back those who have its name as a text.
        Assert.Equal("Medical University, Sofia er lagt til. En student sto med dette som tekst, og er satt dit.", (await Add(recruiter, [.. Sofia.Skip(1), ("Input.Name", "Medical University, Sofia")])).Said);
        Assert.Equal(await CodeOf(kommune), await app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.StudyPlaceCode).SingleAsync()));
    }

    [Fact]
    public async Task What_chooses_by_a_place_is_named_before_it_goes_and_never_widens_after()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Add(recruiter, Sofia);
        var code = await CodeOf(kommune);
        var template = await kommune.Template();
        var draft = await (await recruiter.Open($"/utsendinger/ny?sted={code}")).Press("Se hvem som får den", ("Input.Name", "Til Sofia"), ("Input.TemplateId", template.Id.ToString()));
        await kommune.Save(new Segment(kommune.Number, "De i Sofia", $"?sted={code}&ar=5", Guid.CreateVersion7(), app.Clock.Now));
        await kommune.Student();

        var page = await recruiter.Open($"/studenter/studiesteder/{await IdOf(kommune)}");
        Assert.True(page.Shows("Disse velger studenter etter studiestedet, og finner ingen når det er borte: Utvalget «De i Sofia» Utsendingen «Til Sofia»"), page.Text);
        await page.Press("Ja, ta det bort");

        var saved = await (await recruiter.Open(draft.Path)).Press("Lagre utkastet", ("Input.Name", "Til dem i Sofia"));
        Assert.Equal("Utkastet er lagret.", saved.Said);
        Assert.Equal(("Til dem i Sofia", $"?sted={code}"), await app.Look(db => db.Campaigns.Where(c => c.KommuneNumber == kommune.Number).Select(c => new ValueTuple<string, string>(c.Name, c.Audience)).SingleAsync()));
        Assert.True(saved.Shows("0 studenter får e-posten. Studenter ved et studiested som er tatt bort"), saved.Text);
        Assert.Equal("Et studiested som er tatt bort", (await recruiter.Open($"/studenter?sted={code}")).Document.QuerySelector("#filter-sted option[selected]")!.TextContent);
    }

    [Fact]
    public async Task Who_comes_back_to_a_place_that_is_gone_has_its_name_as_a_text_and_keeps_it()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Add(recruiter, Sofia);
        var code = await CodeOf(kommune);
        var student = await kommune.Student("Ola", d => At(d, code) with { Email = "ola@example.com" });
        var (kept, away) = (await kommune.Student("Åse", d => d with { StudyPlaceCode = "ntnu", CountryCode = "NO" }), await kommune.Student("Åse", d => At(d, code)));
        var import = await recruiter.Import("ntnu.csv", Csv("Fornavn;Etternavn;E-post;Studiested", "Ola;Nordby;ola@example.com;NTNU"));
        var merged = await (await recruiter.Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen");
        await (await recruiter.Open($"/studenter/studiesteder/{await IdOf(kommune)}")).Press("Ja, ta det bort");

        await (await import.Follow("Angre importen")).Press("Ja, angre importen");
        await (await merged.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        foreach (var id in new[] { student.Id, away.Id })
        {
            await (await recruiter.Open($"/studenter/{id}/rediger")).Press("Lagre", ("Input.Phone", "48353392"));
            var after = await app.Find(id);
            Assert.Equal(("+4748353392", null, "Medical University, Sofia", "BG", null), (after.Phone, after.StudyPlaceCode, after.StudyPlaceText, after.CountryCode, after.StudyTerms));
            Assert.Equal("Endret telefon", await app.Look(db => db.Timeline.Where(e => e.StudentId == id && e.Kind == TimelineKind.Edited).Select(e => e.Summary).SingleAsync()));
        }
    }

    [Fact]
    public async Task Who_comes_back_to_a_place_that_was_changed_has_it_as_it_is_now()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Add(recruiter, Sofia);
        var code = await CodeOf(kommune);
        var student = await kommune.Student("Ola", d => At(d, code) with { Email = "ola@example.com" });
        var import = await recruiter.Import("ntnu.csv", Csv("Fornavn;Etternavn;E-post;Studiested", "Ola;Nordby;ola@example.com;NTNU"));
        await (await recruiter.Open($"/studenter/studiesteder/{await IdOf(kommune)}")).Press("Lagre studiestedet", ("Input.Name", "MU Sofia"), ("Input.Semesters", "11"));

        await (await import.Follow("Angre importen")).Press("Ja, angre importen");

        var after = await app.Find(student.Id);
        Assert.Equal((code, "MU Sofia", 11), (after.StudyPlaceCode, after.StudyPlaceText, after.StudyTerms));
    }

    [Fact]
    public async Task A_student_whose_place_is_gone_is_edited_without_losing_its_name()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var student = await kommune.Student("Ola", d => At(d, "egen-" + new string('g', 32)));

        await (await recruiter.Open($"/studenter/{student.Id}/rediger")).Press("Lagre", ("Input.Phone", "48353392"));

        var after = await app.Find(student.Id);
        Assert.Equal(("+4748353392", null, "Medical University, Sofia", "BG"), (after.Phone, after.StudyPlaceCode, after.StudyPlaceText, after.CountryCode));
    }

    [Fact]
    public async Task A_name_of_a_shared_place_is_remembered_and_forgotten()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var student = await kommune.Student("Ola", d => d with { StudyPlaceText = "Gdansk MED" });
        var list = await (await recruiter.Open("/studenter/studiesteder")).Press("Husk navnet", ("Input.Text", "gdańsk med"), ("Input.PlaceCode", "pl-gdansk"));
        Assert.Equal("«gdańsk med» er husket. En student sto med dette som tekst, og er satt dit.", list.Said);
        Assert.Equal("pl-gdansk", await app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.StudyPlaceCode).SingleAsync()));
        var typed = await (await recruiter.Open("/studenter/ny")).Press("Legg til", ("Input.FirstName", "Kari"), ("Input.LastName", "Moen"), ("Input.StudyPlaceText", "Gdansk Med"),
            ("Input.Source", "Ringte"), ("Input.LegalBasis", "PublicTask"));
        Assert.True(typed.Shows("Gdański Uniwersytet Medyczny"), typed.Text);

        Assert.Equal(["Navn i listene: «Gdansk MED» er allerede et navn på Gdański Uniwersytet Medyczny."], (await list.Press("Husk navnet", ("Input.Text", "Gdansk MED"), ("Input.PlaceCode", "ntnu"))).Errors);
        Assert.Equal("«gdańsk med» er glemt. Studentene står der de står.", (await list.Press("Glem gdańsk med")).Said);
    }

    [Theory]
    [InlineData("Input.Name", "UiB", "«UiB» er allerede et navn på Universitetet i Bergen.")]
    [InlineData("Input.Name", "", "Skriv navnet på studiestedet.")]
    [InlineData("Input.CountryCode", "", "Velg landet studiestedet ligger i.")]
    [InlineData("Input.Semesters", "20", "Velg hvor lenge studiet varer.")]
    [InlineData("Input.PreclinicalYears", "9", "Skriv et tall fra 1 til 4, eller la feltet stå tomt.")]
    public async Task What_cannot_be_a_place_is_refused(string field, string typed, string sentence)
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        Assert.EndsWith(": " + sentence, Assert.Single((await Add(recruiter, [.. Sofia.Where(f => f.Item1 != field), (field, typed)])).Errors));
    }

    [Fact]
    public async Task Another_kommune_knows_nothing_of_it()
    {
        var (ours, theirs) = (app.Given.Kommune(), app.Given.Kommune());
        await Add(await ours.Recruiter(), Sofia);
        var (recruiter, code) = (await theirs.Recruiter(), await CodeOf(ours));
        Assert.False((await recruiter.Open("/studenter/studiesteder")).Shows("Sofia"));
        Assert.False((await recruiter.Open("/studenter/ny")).Shows("Medical University"));
        var refused = await (await recruiter.Open("/studenter/ny")).Press("Legg til", ("Input.FirstName", "Ola"), ("Input.LastName", "Vik"), ("Input.StudyPlaceCode", code), ("Input.Source", "Ringte"), ("Input.LegalBasis", "PublicTask"));
        Assert.Equal(["Studiested: Velg et studiested fra listen, eller la feltet stå tomt."], refused.Errors);
        // The same name is free here.
        Assert.Equal("Medical University er lagt til.", (await Add(recruiter, Sofia)).Said);
    }

    private static async Task<SeenPage> Add(Visitor recruiter, (string, string)[] fields) =>
        await (await recruiter.Open("/studenter/studiesteder/nytt")).Press("Legg til studiestedet", fields);

    private Task<Guid> IdOf(GivenKommune kommune) => app.Look(db => db.OwnStudyPlaces.Where(p => p.KommuneNumber == kommune.Number).Select(p => p.Id).SingleAsync());

    private Task<string> CodeOf(GivenKommune kommune) =>
        app.Look(async db => (await db.OwnStudyPlaces.AsNoTracking().Where(p => p.KommuneNumber == kommune.Number).OrderByDescending(p => p.CreatedAt).FirstAsync()).Code);

    private static StudentDetails At(StudentDetails details, string code) => details with { StudyPlaceCode = code, StudyPlaceText = "Medical University, Sofia", CountryCode = "BG", StudyTerms = 10, PreclinicalYears = 2 };
}
