using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter/ny.</summary>
public sealed class RegisteringAStudent(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly (string, string)[] Enough =
        [("Input.FirstName", "Åse"), ("Input.LastName", "Øverås"), ("Input.Source", "Ringte kommunen"), ("Input.LegalBasis", "PublicTask")];

    [Fact]
    public async Task What_was_typed_stands_on_the_card_and_the_timeline_begins()
    {
        var kommune = app.Given.Kommune("Namsos");
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var card = await form.Press("Legg til", [.. Enough,
            ("Input.Email", " Ase@Example.COM "), ("Input.Phone", "483 53 392"), ("Input.BirthYear", "2001"), ("Input.HomeKommune", "1703"),
            ("Input.StudyPlaceCode", "pl-lodz"), ("Input.CountryCode", "HU"), ("Input.StartYear", "2022"), ("Input.StartSeason", "Autumn"),
            ("Input.LicenceFrom", "2027-01-15"), ("Input.GrewUp", "true"), ("Input.FamilyWords", "Mormor på Jøa"), ("Input.ContactName", "Ine Berg"), ("Input.Note", "Vil til Namsos.")]);

        Assert.Equal("Åse Øverås", card.Heading);
        Assert.Equal("Åse Øverås er lagt til i registeret.", card.Said);
        Assert.True(card.Shows("5. år, lisens fra januar 2027 · Uniwersytet Medyczny w Łodzi, Łódź, Polen"));
        Assert.True(card.Shows("Lagt til i registeret"));
        var student = await app.Look(db => db.Students.SingleAsync(s => s.EmailKey == "ase@example.com"));
        Assert.Equal(new Ties(GrewUp: "", Family: "Mormor på Jøa"), student.Ties);
        Assert.True(card.Shows("Vokst opp her; Har familie her: Mormor på Jøa"), card.Text);
        Assert.True(card.Shows("Kontaktperson: Ine Berg"), card.Text);
        Assert.Equal(("5007", "5007", "PL", "+4748353392", "Ase@example.com"), (student.KommuneNumber, student.HomeKommune, student.CountryCode, student.Phone, student.Email));
        Assert.Equal(new DateOnly(2026, 11, 16), student.CollectedOn);
        Assert.NotNull(await app.Look(db => db.Timeline.SingleAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.Created && e.ActorId != null)));
    }

    [Fact]
    public async Task The_kommunes_own_name_and_today_are_suggested_but_no_legal_basis()
    {
        var form = await (await app.Given.Kommune("Orkland").Recruiter()).Open("/studenter/ny");

        Assert.Equal("Orkland", form.Document.QuerySelector("#Input_HomeKommune")!.GetAttribute("value"));
        Assert.Equal("2026-11-16", form.Document.QuerySelector("#Input_CollectedOn")!.GetAttribute("value"));
        Assert.Null(form.Document.QuerySelector("[name='Input.LegalBasis'][checked]"));
    }

    [Fact]
    public async Task Name_source_date_and_basis_are_needed_and_all_is_said_at_once()
    {
        var form = await (await app.Given.Kommune().Recruiter()).Open("/studenter/ny");

        var again = await form.Press("Legg til", ("Input.CollectedOn", ""));

        Assert.Equal(
        [
            "Fornavn: Skriv fornavnet.", "Etternavn: Skriv etternavnet.",
            "Kilde: Skriv hvor opplysningene kommer fra, for eksempel «Ringte kommunen».",
            "Hentet inn: Skriv dagen kommunen fikk opplysningene. Den kan ikke være fram i tid.",
            "Behandlingsgrunnlag: Velg hvorfor kommunen kan ha opplysningene.",
        ], again.Errors);
    }

    [Theory]
    [InlineData("Input.Email", "ikke en adresse", "E-post: Skriv én e-postadresse, for eksempel kari@example.com.")]
    [InlineData("Input.Email", "a@example.com, b@example.com", "E-post: Skriv én e-postadresse, for eksempel kari@example.com.")]
    [InlineData("Input.Phone", "12", "Telefon: Skriv ett telefonnummer med åtte sifre, eller med landskode: +48 600 100 200.")]
    [InlineData("Input.BirthYear", "1899", "Fødselsår: Skriv et tall fra 1946 til 2011.")]
    [InlineData("Input.BirthYear", "to tusen", "Fødselsår: «to tusen» kan ikke brukes her.")]
    [InlineData("Input.HomeKommune", "Atlantis", "Hjemkommune: Vi kjenner ingen kommune med dette navnet eller nummeret.")]
    [InlineData("Input.HomeKommune", "Herøy", "Hjemkommune: Dette kan være flere kommuner. Skriv en av disse: 1515 Herøy (Møre og Romsdal), 1818 Herøy (Nordland).")]
    [InlineData("Input.StudyPlaceCode", "hogwarts", "Studiested: Velg et studiested fra listen, eller la feltet stå tomt.")]
    [InlineData("Input.StartYear", "2022", "Begynte: Velg om studiet begynte om høsten eller våren.")]
    [InlineData("Input.StartSeason", "Autumn", "År: Skriv året studiet begynte, eller fjern høst eller vår.")]
    [InlineData("Input.GraduationMonth", "6", "Ferdig, år: Skriv også året studenten blir ferdig.")]
    [InlineData("Input.LicenceFrom", "2027-02-30", "Lisens fra: 2027-02-30 er ikke en dato som finnes. Skriv dag, måned og år, for eksempel 03.02.2027.")]
    [InlineData("Input.LicenceTo", "2027-02-28", "Lisens fra: Skriv også når lisensen gjelder fra.")]
    [InlineData("Input.CollectedOn", "2026-11-17", "Hentet inn: Skriv dagen kommunen fikk opplysningene. Den kan ikke være fram i tid.")]
    [InlineData("Input.ContactPersonId", "01a20220-c1cf-7113-a173-3b9d5fd9f1b5", "Kontaktperson i kommunen: Velg en kollega fra listen.")]
    public async Task What_cannot_be_used_is_said_at_its_field_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        var kommune = app.Given.Kommune();
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var again = await form.Press("Legg til", [.. Enough, ("Input.Note", "Tok mye plass å skrive"), (field, typed)]);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal([sentence], again.Errors);
        Assert.Equal("Åse", again.Document.QuerySelector("#Input_FirstName")!.GetAttribute("value"));
        Assert.Equal("Tok mye plass å skrive", again.Document.QuerySelector("#Input_Note")!.TextContent.Trim());
        Assert.NotNull(again.Document.QuerySelector("[name='Input.LegalBasis'][checked]"));
        if (again.Document.QuerySelector($"input[name='{field}']") is { } input)
            Assert.Equal(typed, input.GetAttribute("value"));
        Assert.False(await app.Look(db => db.Students.AnyAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Theory]
    [InlineData("Input.FirstName", "Åse 01019912345")]
    [InlineData("Input.Phone", "010199 12345")]
    [InlineData("Input.Note", "Fnr. 010199 12345, vil ha jobb")]
    [InlineData("Input.BirthYear", "01019912345")]
    public async Task A_national_id_is_refused_wherever_it_is_typed_and_not_carried_back(string field, string typed)
    {
        var kommune = app.Given.Kommune();
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var again = await form.Press("Legg til", [.. Enough.Where(e => e.Item1 != field), (field, typed)]);

        Assert.NotEmpty(again.Errors);
        Assert.DoesNotContain("12345", again.Body, StringComparison.Ordinal);
        Assert.False(await app.Look(db => db.Students.AnyAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task The_same_mailbox_twice_is_refused_with_the_way_to_the_first()
    {
        var kommune = app.Given.Kommune();
        var first = await kommune.Student("Ola", d => d with { Email = "ola@example.com" }, s => s.Archive(app.Clock.Now));
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var again = await form.Press("Legg til", [.. Enough, ("Input.Email", "OLA@example.com")]);

        Assert.Contains("E-post: En student med denne e-postadressen står allerede i registeret.", again.Errors);
        Assert.NotNull(again.Document.QuerySelector($"main a[href='/studenter/{first.Id}']"));
        Assert.True(again.Shows("Ola Nordby, arkivert"));
    }

    [Fact]
    public async Task The_same_mailbox_in_another_kommune_is_nobodys_business()
    {
        await app.Given.Kommune("Bergen").Student("Ola", d => d with { Email = "to@example.com" });
        var form = await (await app.Given.Kommune().Recruiter()).Open("/studenter/ny");

        Assert.Equal("Åse Øverås", (await form.Press("Legg til", [.. Enough, ("Input.Email", "to@example.com")])).Heading);
    }

    [Fact]
    public async Task A_namesake_is_asked_about_once()
    {
        var kommune = app.Given.Kommune();
        var first = await kommune.Student("Aase", d => d with { LastName = "Øveraas" });
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var asked = await form.Press("Legg til", Enough);

        Assert.Single(asked.Errors);
        Assert.NotNull(asked.Document.QuerySelector($"main a[href='/studenter/{first.Id}']"));
        Assert.Equal("Åse Øverås", (await asked.Press("Det er en annen, legg til")).Heading);
        Assert.Equal(2, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_namesake_of_another_year_is_another_person()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Åse", d => d with { LastName = "Øverås", BirthYear = 1999 });
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        Assert.Equal("Åse Øverås", (await form.Press("Legg til", [.. Enough, ("Input.BirthYear", "2001")])).Heading);
    }

    [Fact]
    public async Task A_place_that_is_written_is_understood_where_it_can_be()
    {
        var kommune = app.Given.Kommune();
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var card = await form.Press("Legg til", [.. Enough, ("Input.StudyPlaceText", "Semmelweis")]);

        Assert.True(card.Shows("Semmelweis University, Budapest, Ungarn"));
    }

    [Fact]
    public async Task Consent_was_given_by_somebody_who_was_told()
    {
        var form = await (await app.Given.Kommune().Recruiter()).Open("/studenter/ny");

        var card = await form.Press("Legg til", [.. Enough.Where(e => e.Item1 != "Input.LegalBasis"), ("Input.LegalBasis", "Consent")]);

        Assert.False(card.Shows("Har ikke fått vite"));
    }

    [Fact]
    public async Task A_reader_neither_opens_nor_posts_the_form()
    {
        var kommune = app.Given.Kommune();
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");
        var reader = await kommune.Reader();

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Open("/studenter/ny")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostBare("/studenter/ny", Enough)).Status);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.False(await app.Look(db => db.Students.AnyAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_form_without_its_token_writes_nothing()
    {
        var kommune = app.Given.Kommune();

        Assert.Equal(HttpStatusCode.BadRequest, (await (await kommune.Recruiter()).PostBare("/studenter/ny", Enough)).Status);
        Assert.False(await app.Look(db => db.Students.AnyAsync(s => s.KommuneNumber == kommune.Number)));
    }
}
