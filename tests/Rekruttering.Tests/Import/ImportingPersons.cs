using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class ImportingPersons(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_kommunes_own_list_goes_from_file_to_register_in_four_steps()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();

        var columns = await recruiter.Upload("studentliste-namsos.csv");
        Assert.Equal("studentliste-namsos.csv", columns.Heading);
        Assert.Equal("Kolonner", columns.Step());
        Assert.Equal(0, await kommune.Students());

        var dryRun = await columns.Press("Prøvekjør");
        Assert.Equal("Prøvekjøring", dryRun.Step());
        Assert.True(dryRun.Shows("50 nye, 1 lik, 2 mulige dubletter, 7 kan ikke leses."), dryRun.Text);
        Assert.Equal(0, await kommune.Students());

        var done = await dryRun.Press("Hent inn i registeret");
        Assert.Equal("Ferdig", done.Step());
        Assert.True(done.Shows("50 nye, 1 lik, 2 mulige dubletter, 7 kan ikke leses."), done.Text);
        Assert.Equal(50, await kommune.Students());
        Assert.Equal(50, await app.Look(db => db.Timeline.CountAsync(t => t.KommuneNumber == kommune.Number && t.Summary == "Hentet inn fra studentliste-namsos.csv")));
    }

    [Fact]
    public async Task Every_refused_row_says_why_and_can_be_downloaded_mended_and_uploaded_again()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("studentliste-namsos.csv");

        var refused = await recruiter.Open(done.Path + "?vis=avvist");
        Assert.Equal(
            ["11", "19", "22", "25", "29", "30", "33"],
            refused.Document.QuerySelectorAll("td[data-label=Rad]").Select(cell => cell.TextContent));
        Assert.True(refused.Shows("E-post: «ingrid.at.example.com» er ikke en e-postadresse."));
        Assert.True(refused.Shows("Kommunenr: Snillfjord (1613) er delt mellom flere kommuner."));
        Assert.True(refused.Shows("Dato innhentet: 31.02.2025 finnes ikke."));

        var file = await recruiter.Download(done.Path);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var text = Encoding.UTF8.GetString(file[3..]);
        Assert.StartsWith("Etternavn;Fornavn;E-post;", text);
        Assert.Contains("'=HYPERLINK", text);
        Assert.Equal(8, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var again = await (await recruiter.Upload("rettet.csv", Encoding.UTF8.GetBytes(text.Replace("ingrid.at.example.com", "ingrid@example.com", StringComparison.Ordinal)))).Press("Prøvekjør");
        Assert.True(again.Shows("1 ny, 6 kan ikke leses."), again.Text);
    }

    [Fact]
    public async Task Columns_can_be_put_right_and_are_remembered_next_time()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var list = Csv("Hvem;Adresse;Rart", "Ola Vik;ola@example.com;x", "Kari Moen;kari@example.com;y");
        var columns = await recruiter.Upload("liste.csv", list);
        var refused = await columns.Press("Prøvekjør", Source);
        Assert.Equal(["Velg hvilke kolonner som er fornavn og etternavn, eller hvilken som er hele navnet."], refused.Errors);
        Assert.Equal("Test", refused.Document.QuerySelector("[name='Input.Source']")!.GetAttribute("value"));

        var twice = await refused.Press("Prøvekjør", ("Input.Fields[0]", "FullName"), ("Input.Fields[2]", "FullName"));
        Assert.Equal(["To kolonner er satt til «Hele navnet». Velg «Ikke ta med» for den ene."], twice.Errors);

        var done = await (await twice.Press("Prøvekjør", ("Input.Fields[0]", "FullName"), ("Input.Fields[2]", "Notes"))).Press("Hent inn i registeret");
        Assert.True(done.Shows("2 nye."), done.Text);

        var next = await recruiter.Upload("ny.csv", list);
        Assert.Equal(["FullName", "Email", "Notes"], next.Document.QuerySelectorAll("select[name^='Input.Fields'] option[selected]").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task A_file_that_says_nothing_of_its_source_is_answered_for_once()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var columns = await recruiter.Upload("studentliste-trondelag.xlsx");
        var without = await columns.Press("Prøvekjør");
        Assert.True(without.Shows("180 kan ikke leses."), without.Text);
        var with = await (await recruiter.Open(without.Path + "/kolonner")).Press("Prøvekjør", ("Input.Source", "samhandlingsleder"), ("Input.LegalBasis", "PublicTask"), ("Input.CollectedOn", "2026-10-01"));
        Assert.False(with.Shows("kan ikke leses"), with.Text);
        var done = await with.Press("Hent inn i registeret");
        Assert.True(done.Shows("173 nye, 7 mulige dubletter."), done.Text);
        Assert.Equal(173, await kommune.Students());
        Assert.True(await app.Look(db => db.Students.AnyAsync(s => s.KommuneNumber == kommune.Number && s.LegalBasis == LegalBasis.Consent)));
    }

    [Fact]
    public async Task A_list_can_be_given_up_and_its_rows_are_gone()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await (await recruiter.Upload("studentliste-namsos.csv")).Press("Prøvekjør");
        var gone = await dryRun.Press("Ja, slett de 60 radene");
        Assert.Equal("Listen er forkastet. Ingenting kom inn i registeret, og radene er slettet.", gone.Said);
        Assert.Equal(0, await app.Look(db => db.ImportRows.CountAsync(r => r.KommuneNumber == kommune.Number)));
        Assert.Equal(0, await kommune.Students());
    }

    [Fact]
    public async Task Another_kommunes_import_is_not_there()
    {
        var theirs = await (await app.Given.Kommune().Recruiter()).Import("studentliste-namsos.csv");
        var stranger = await app.Given.Kommune().Recruiter();
        foreach (var address in new[] { theirs.Path, theirs.Path + "/kolonner", theirs.Path + "?handler=Refused" })
            Assert.Equal(404, (int)(await stranger.Open(address)).Status);
    }

    [Fact]
    public async Task A_reader_sees_what_was_imported_and_imports_nothing()
    {
        var kommune = app.Given.Kommune();
        var done = await (await kommune.Recruiter()).Import("studentliste-namsos.csv");
        var reader = await kommune.Reader();
        Assert.True((await reader.Open(done.Path)).Shows("50 nye"));
        Assert.Null((await reader.Open("/import/personer")).Document.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task Only_the_dry_run_that_was_seen_is_carried_out()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var seen = await recruiter.DryRun("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil", "Tora;Vik;tora@example.com;41234567"));
        await (await recruiter.Open(seen.Path + "/kolonner")).Press("Prøvekjør", ("Input.Fields[0]", "LastName"), ("Input.Fields[1]", "FirstName"), ("Input.Fields[3]", "Ignore"));

        var refused = await seen.Press("Hent inn i registeret");
        Assert.Equal(["Listen er prøvekjørt på nytt, med andre kolonner eller svar enn du så, og ingenting er hentet inn. Se på den nye prøvekjøringen, og velg «Hent inn i registeret» en gang til når den er riktig."], refused.Errors);
        Assert.Equal("Prøvekjøring", refused.Step());
        Assert.Equal(0, await kommune.Students());

        Assert.True((await refused.Press("Hent inn i registeret")).Shows("1 ny."));
        var student = await app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.KommuneNumber == kommune.Number));
        Assert.Equal(("Vik", "Tora", null), (student.FirstName, student.LastName, student.Phone));
    }

    [Fact]
    public async Task A_row_that_is_put_right_is_no_other_dry_run()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Kari", d => d with { LastName = "Moen", Email = null });
        var seen = await recruiter.DryRun("liste.csv", Csv("Navn;E-post", "Ola Vik;ola.at.example.com", "Kari Moen;kari@example.com"));
        await (await seen.Follow("Rett rad 2")).Press("Prøv raden igjen", ("cells", "Ola Vik"), ("cells", "ola@example.com"));
        await (await seen.Follow("Bestem hvem rad 3 er")).Press("En annen person: ta inn som ny");

        Assert.True((await seen.Press("Hent inn i registeret")).Shows("2 nye."));
        Assert.Equal(3, await kommune.Students());
    }

    [Fact]
    public async Task What_was_said_of_the_columns_outlives_an_import_that_was_taken_back()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var list = Csv("Hvem;Adresse;Rart", "Ola Vik;ola@example.com;x", "Kari Moen;kari@example.com;y");
        var done = await (await (await recruiter.Upload("liste.csv", list)).Press("Prøvekjør", [.. Source, ("Input.Fields[0]", "FullName"), ("Input.Fields[2]", "Notes")])).Press("Hent inn i registeret");
        await (await done.Follow("Angre importen")).Press("Ja, ta ut 2 studenter");

        Assert.Equal(["FullName", "Email", "Notes"], Chosen(await recruiter.Upload("ny.csv", list)));
    }

    [Fact]
    public async Task A_name_with_the_last_name_first_is_put_right_by_its_column_and_remembered()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var list = Csv("Navn;E-post", "Hansen Kari Marie;kari@example.com", "Olsen Per;per@example.com");
        var wrong = await recruiter.DryRun("liste.csv", list);
        Assert.True(wrong.Shows("Etternavn: Marie"), wrong.Text);

        var right = await (await wrong.Follow("Endre kolonner")).Press("Prøvekjør", ("Input.Fields[0]", "FullNameLastFirst"));
        Assert.True(right.Shows("Kari Marie Hansen Etternavn: Hansen"), right.Text);
        await right.Press("Hent inn i registeret");
        Assert.Equal(["Kari Marie|Hansen", "Per|Olsen"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.FirstName + "|" + s.LastName).Order().ToListAsync()));
        Assert.Equal(["FullNameLastFirst", "Email"], Chosen(await recruiter.Upload("ny.csv", list)));
    }

    [Fact]
    public async Task A_column_with_the_whole_name_stands_alone()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var columns = await recruiter.Upload("liste.csv", Csv("Navn;Etternavn;E-post", "Tora;Vik;tora@example.com"));
        Assert.Equal(["FirstName", "LastName", "Email"], Chosen(columns));
        Assert.Equal(["Kolonnen med hele navnet kan ikke brukes sammen med en annen navnekolonne. Velg «Ikke ta med» for den ene, eller «Fornavn» og «Etternavn» for de to."],
            (await columns.Press("Prøvekjør", [.. Source, ("Input.Fields[0]", "FullName")])).Errors);
        Assert.True((await columns.Press("Prøvekjør", Source)).Shows("1 ny."));
    }

    private static IEnumerable<string?> Chosen(SeenPage columns) => columns.Document.QuerySelectorAll("select[name^='Input.Fields'] option[selected]").Select(option => option.GetAttribute("value"));
}
