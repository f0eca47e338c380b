using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;

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
        Assert.Equal(0, await Students(kommune));

        var dryRun = await columns.Press("Prøvekjør");
        Assert.Equal("Prøvekjøring", dryRun.Step());
        Assert.True(dryRun.Shows("50 nye, 1 lik, 2 mulige dubletter, 7 kan ikke leses."), dryRun.Text);
        Assert.Equal(0, await Students(kommune));

        var done = await dryRun.Press("Hent inn i registeret");
        Assert.Equal("Ferdig", done.Step());
        Assert.True(done.Shows("50 nye, 1 lik, 2 mulige dubletter, 7 kan ikke leses."), done.Text);
        Assert.Equal(50, await Students(kommune));
        Assert.Equal(50, await app.Look(db => db.Timeline.CountAsync(t => t.KommuneNumber == kommune.Number && t.Summary == "Hentet inn fra studentliste-namsos.csv")));
    }

    [Fact]
    public async Task Every_refused_row_says_why_and_can_be_downloaded_mended_and_uploaded_again()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await Import(recruiter, "studentliste-namsos.csv");

        var refused = await recruiter.Open(done.Path + "?vis=avvist");
        Assert.Equal(
            ["11", "19", "22", "25", "29", "30", "33"],
            refused.Document.QuerySelectorAll("td[data-label=Rad]").Select(cell => cell.TextContent));
        Assert.True(refused.Shows("E-post: «ingrid.at.example.com» er ikke en e-postadresse."));
        Assert.True(refused.Shows("Kommunenr: Snillfjord (1613) er delt mellom flere kommuner."));
        Assert.True(refused.Shows("Dato innhentet: 31.02.2025 finnes ikke."));

        var file = await Download(recruiter, done.Path);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var text = Encoding.UTF8.GetString(file[3..]);
        Assert.StartsWith("Etternavn;Fornavn;E-post;", text);
        Assert.Contains("'=HYPERLINK", text);
        Assert.Equal(8, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var again = await (await recruiter.Upload("rettet.csv", Encoding.UTF8.GetBytes(text.Replace("ingrid.at.example.com", "ingrid@example.com", StringComparison.Ordinal)))).Press("Prøvekjør");
        Assert.True(again.Shows("1 ny, 6 kan ikke leses."), again.Text);
    }

    [Fact]
    public async Task The_same_list_twice_changes_nothing()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await Import(recruiter, "studentliste-namsos.csv");
        var before = await Snapshot(kommune);
        var again = await Import(recruiter, "studentliste-namsos.csv");
        Assert.True(again.Shows("51 like, 2 mulige dubletter, 7 kan ikke leses."), again.Text);
        Assert.Equal(before, await Snapshot(kommune));
    }

    [Fact]
    public async Task A_changed_row_shows_old_and_new_before_it_is_carried_out()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var student = await kommune.Student("Åse", d => d with { LastName = "Øverås", Email = "ase@example.com", GraduationYear = 2029 });
        var dryRun = await (await recruiter.Upload("liste.csv", Csv("Fornavn;Etternavn;E-post;Ferdig;Telefon", "Åse;Øverås;ASE@example.com;juni 2030;"))).Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 endret."), dryRun.Text);
        Assert.True(dryRun.Shows("Ferdig: 2029 → juni 2030"), dryRun.Text);
        Assert.Equal(2029, (await Find(student.Id)).GraduationYear);
        await dryRun.Press("Hent inn i registeret");
        var after = await Find(student.Id);
        Assert.Equal((2030, 6, "ase@example.com", "Oppgitt av studenten"), (after.GraduationYear, after.GraduationMonth, after.Email, after.Source));
    }

    [Fact]
    public async Task Later_rows_of_the_same_person_follow_the_first()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await (await recruiter.Upload("liste.csv", Csv("Navn;E-post;Telefon", "Ola Vik;ola@example.com;48353392", "Ola Vik;;48353392", "Vik, Ola;ola.vik@example.com;+47 483 53 392"))).Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 ny, 1 endret, 1 lik."), dryRun.Text);
        var done = await dryRun.Press("Hent inn i registeret");
        Assert.True(done.Shows("1 ny, 1 endret, 1 lik."), done.Text);
        Assert.Equal("ola.vik@example.com", (await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number))).Email);
    }

    [Fact]
    public async Task Another_spelling_with_another_address_is_held_back_until_somebody_has_looked()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Åse", d => d with { LastName = "Øverås", Email = "ase@example.com" });
        var list = Csv("Fornavn;Etternavn;E-post", "Aase;Øveraas;aase@example.com");

        var held = await Import(recruiter, "liste.csv", list);
        Assert.True(held.Shows("1 mulig dublett. Mulige dubletter ble holdt tilbake."), held.Text);
        Assert.True(held.Shows("Samme navn som en student i registeret"), held.Text);
        Assert.Equal(1, await Students(kommune));

        var taken = await (await (await recruiter.Upload("liste.csv", list)).Press("Prøvekjør", Source)).Press("Hent inn i registeret", ("takeDuplicates", "true"));
        Assert.True(taken.Shows("1 ny."), taken.Text);
        Assert.Equal(2, await Students(kommune));
    }

    [Fact]
    public async Task One_address_of_a_household_does_not_make_two_people_one()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola", d => d with { LastName = "Vik", Email = "vik@example.com" });
        var held = await Import(await kommune.Recruiter(), "liste.csv", Csv("Fornavn;Etternavn;E-post", "Kari;Vik;vik@example.com"));
        Assert.True(held.Shows("Samme e-post som en student i registeret, men et annet navn."), held.Text);
        Assert.Equal("Ola", (await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number))).FirstName);
    }

    [Fact]
    public async Task The_archived_stay_archived_and_reservations_stay()
    {
        var kommune = app.Given.Kommune();
        var gone = await kommune.Student("Ola", d => d with { Email = "ola@example.com" }, s => s.Archive(app.Clock.Now));
        var reserved = await kommune.Student("Kari", d => d with { Email = "kari@example.com" }, s => s.Reserve(ReservationScope.NoContact, byStudent: true, app.Clock.Now));
        var done = await Import(await kommune.Recruiter(), "liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil", "Ola;Nordby;ola@example.com;48353392", "Kari;Nordby;kari@example.com;48353393"));
        Assert.True(done.Shows("1 endret, 1 lik."), done.Text);
        Assert.True(done.Shows("Studenten er arkivert i registeret."), done.Text);
        Assert.Equal((StudentStatus.Archived, null), ((await Find(gone.Id)).Status, (await Find(gone.Id)).Phone));
        Assert.Equal(1, await app.Look(db => db.Reservations.CountAsync(r => r.StudentId == reserved.Id)));
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
        Assert.Equal(173, await Students(kommune));
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
        Assert.Equal(0, await Students(kommune));
    }

    [Theory]
    [InlineData("tom.csv", "", "Filen er tom.")]
    [InlineData("bilde.csv", "GIF89a", "Filen er ikke en liste vi kan lese.")]
    [InlineData("brev.csv", "Kjære kommune!\n", "Vi finner ingen overskrifter i listen.")]
    [InlineData("halv.csv", "Navn;E-post\n\"Ola;ola@example.com\n", "Filen slutter midt i en tekst")]
    public async Task A_file_that_cannot_be_read_is_said_no_to_on_the_page(string name, string content, string sentence)
    {
        var kommune = app.Given.Kommune();
        var page = await (await kommune.Recruiter()).Upload(name, [.. Encoding.Latin1.GetBytes(content), .. name == "bilde.csv" ? new byte[8] : []]);
        Assert.StartsWith("Filen med listen over studenter: " + sentence, Assert.Single(page.Errors));
        Assert.Equal(0, await app.Look(db => db.ImportBatches.CountAsync(b => b.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task A_file_that_is_far_too_large_is_said_no_to()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var page = await recruiter.Upload("stor.csv", new byte[21 * 1024 * 1024]);
        Assert.StartsWith("Filen med listen over studenter: Filen er for stor: grensen er 20 MB.", Assert.Single(page.Errors));
        var larger = await recruiter.Upload("større.csv", new byte[30 * 1024 * 1024]);
        Assert.Equal("Filen er for stor", larger.Heading);
    }

    [Fact]
    public async Task No_file_and_two_files_are_asked_about()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var page = await recruiter.Open("/import/personer");
        Assert.Equal(["Filen med listen over studenter: Velg filen med listen over studenter."], (await page.Press("Les filen")).Errors);
        var two = await page.Press("Les filen", [], [("Input.File", "a.csv", Csv("Navn", "Ola Vik")), ("Input.File", "b.csv", Csv("Navn", "Kari Vik"))]);
        Assert.Equal(["Filen med listen over studenter: Velg én fil om gangen."], two.Errors);
    }

    [Fact]
    public async Task Another_kommunes_import_is_not_there()
    {
        var theirs = await Import(await app.Given.Kommune().Recruiter(), "studentliste-namsos.csv");
        var stranger = await app.Given.Kommune().Recruiter();
        foreach (var address in new[] { theirs.Path, theirs.Path + "/kolonner", theirs.Path + "?handler=Refused" })
            Assert.Equal(404, (int)(await stranger.Open(address)).Status);
    }

    [Fact]
    public async Task A_reader_sees_what_was_imported_and_imports_nothing()
    {
        var kommune = app.Given.Kommune();
        var done = await Import(await kommune.Recruiter(), "studentliste-namsos.csv");
        var reader = await kommune.Reader();
        Assert.True((await reader.Open(done.Path)).Shows("50 nye"));
        Assert.Null((await reader.Open("/import/personer")).Document.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task An_import_that_was_cut_off_goes_on_from_where_it_was()
    {
        var kommune = app.Given.Kommune();
        var dryRun = await (await (await kommune.Recruiter()).Upload("liste.csv", Csv("Navn;E-post", Enumerable.Range(0, 2_500).Select(i => $"Ola{Letters(i)} Vik;ola{i}@example.com")))).Press("Prøvekjør", Source);
        var running = await dryRun.Press("Hent inn i registeret");
        Assert.True(running.Shows("1 000 av 2 500 rader er ferdige".Replace(' ', '\u00A0')) || running.Shows("1 000 av 2 500 rader er ferdige"), running.Text);
        Assert.Equal(1_000, await Students(kommune));

        await app.Run<ContinueImports>(job => job.ExecuteAsync(atMost: 700));
        Assert.Equal(1_700, await Students(kommune));
        await app.Run<ContinueImports>(job => job.ExecuteAsync());
        await app.Run<ContinueImports>(job => job.ExecuteAsync());
        Assert.Equal(2_500, await Students(kommune));
        Assert.Equal(ImportStatus.Applied, (await app.Look(db => db.ImportBatches.SingleAsync(b => b.KommuneNumber == kommune.Number))).Status);
        Assert.Equal(2_500, await app.Look(db => db.Timeline.CountAsync(t => t.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Two_that_carry_it_out_at_once_bring_nobody_twice()
    {
        var kommune = app.Given.Kommune();
        var dryRun = await (await (await kommune.Recruiter()).Upload("liste.csv", Csv("Navn;E-post", Enumerable.Range(0, 2_000).Select(i => $"Kari{Letters(i)} Vik;kari{i}@example.com")))).Press("Prøvekjør", Source);
        await dryRun.Press("Hent inn i registeret");
        // On threads of their own: SQLite answers at once, and tasks alone would wait for each other.
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => app.Run<ContinueImports>(job => job.ExecuteAsync()))));
        Assert.Equal(2_000, await Students(kommune));
        Assert.Equal(2_000, await app.Look(db => db.ImportRows.CountAsync(r => r.KommuneNumber == kommune.Number && r.AppliedAt != null && r.StudentId != null)));
    }

    [Fact]
    public async Task What_changed_in_the_register_since_the_dry_run_is_seen()
    {
        var kommune = app.Given.Kommune();
        var dryRun = await (await (await kommune.Recruiter()).Upload("liste.csv", Csv("Fornavn;Etternavn;E-post", "Ola;Nordby;ola@example.com"))).Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 ny."));
        await kommune.Student("Ola", d => d with { Email = "ola@example.com" });
        Assert.True((await dryRun.Press("Hent inn i registeret")).Shows("1 lik."));
        Assert.Equal(1, await Students(kommune));
    }

    private static readonly (string, string)[] Source = [("Input.Source", "Test"), ("Input.LegalBasis", "PublicTask"), ("Input.CollectedOn", "2026-01-02")];

    private static async Task<SeenPage> Import(Visitor recruiter, string name, byte[]? content = null)
    {
        var columns = await recruiter.Upload(name, content);
        var dryRun = await columns.Press("Prøvekjør", content is null ? [] : Source);
        return await dryRun.Press("Hent inn i registeret");
    }

    private static async Task<byte[]> Download(Visitor recruiter, string path)
    {
        var response = await recruiter.Http.GetAsync(new Uri(path + "?handler=Refused", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Csv(string header, params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header)));

    // Digits have no place in a name.
    private static string Letters(int number) => string.Concat(number.ToString("0000").Select(digit => (char)('k' + digit - '0')));

    private Task<int> Students(GivenKommune kommune) => app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number));

    private Task<Student> Find(Guid id) => app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == id));

    private async Task<string> Snapshot(GivenKommune kommune) =>
        string.Join('\n', await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Version} {s.UpdatedAt:O} {s.Email}").ToListAsync()));
}

static class ImportSteps
{
    internal static byte[] Example(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Examples", name));

    internal static async Task<SeenPage> Upload(this Visitor visitor, string name, byte[]? content = null) =>
        await (await visitor.Open("/import/personer")).Press("Les filen", [], [("Input.File", name, content ?? Example(name))]);

    internal static string Step(this SeenPage page) => page.Document.QuerySelector(".app-steps [aria-current=step]")!.TextContent.Trim();
}
