using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Students;
using Rekruttering.Infrastructure.Extracts;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Students;

public class TakingStudentsOut(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_file_holds_exactly_what_the_list_shows_in_its_order()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Ola", d => d with { LastName = "Vik", CountryCode = "PL", Email = "ola@example.com", Phone = "+4748353392", GraduationYear = 2029, GraduationMonth = 6, LicenceFrom = new(2027, 2, 3) });
        await kommune.Student("Åse", d => d with { LastName = "Øverås", CountryCode = "PL", Email = "ase@example.com" }, s => s.Reserve(ReservationScope.Jobs, byStudent: true, app.Clock.Now));
        await kommune.Student("Kari", d => d with { CountryCode = "HU" });
        await kommune.Student("Per", d => d with { CountryCode = "PL" }, s => s.Archive(app.Clock.Now));

        var bytes = await Download(recruiter, "/studenter?land=PL&sortering=navn-synkende", "csv", "text/csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')).ToArray();
        Assert.Equal(["Etternavn", "Fornavn", "E-post", "Telefon"], lines[0][..4]);
        Assert.Equal(["Vik", "Øverås"], lines[1..].Select(line => line[0]));
        string Cell(int row, string header) => lines[row][Array.IndexOf(lines[0], header)];
        Assert.Equal(("sommerjobb", "483 53 392", "juni 2029", "03.02.2027"), (Cell(2, "Reservert mot"), Cell(1, "Telefon"), Cell(1, "Forventet ferdig"), Cell(1, "Lisens fra")));
    }

    [Fact]
    public async Task Where_the_shown_columns_are_asked_for_the_file_has_exactly_those()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Ola", d => d with { LastName = "Vik", HomeKommune = "5007", StudyPlaceCode = "ntnu", StartTerm = new(2022, Season.Autumn), Ties = new(GrewUp: "Jøa", Partner: "") });
        await (await recruiter.Open("/min-konto/kolonner")).Press("Vis disse", ("kolonne", "semester"), ("kolonne", "tilknytning"), ("kolonne", "sommer"));

        var lines = Encoding.UTF8.GetString((await Download(recruiter, "/studenter", "csv", "text/csv", shown: true))[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Etternavn;Fornavn;Semester;Kan arbeide som;Tilknytning", "Vik;Ola;9. semester;assistent med fagarbeideroppgaver (kan ha lisens, ikke ført);\"Vokst opp her: Jøa; Har partner herfra\""], lines);
    }

    [Fact]
    public async Task Each_download_is_in_the_kommunes_log_and_the_programs_log_names_nobody()
    {
        var kommune = app.Given.Kommune();
        var administrator = await kommune.Administrator();
        await kommune.Student("Ola", d => d with { LastName = "Hemmelig", CountryCode = "PL" });
        Assert.True((await administrator.Open("/innstillinger/nedlastinger")).Shows("Ingen har lastet ned studenter ennå."));

        await Download(administrator, "/studenter?land=PL", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var log = await (await administrator.Open("/innstillinger")).Follow("Nedlastinger");
        Assert.True(log.Shows("Studenter i Polen"), log.Text);
        var line = await app.Look(db => db.Exports.SingleAsync(e => e.KommuneNumber == kommune.Number));
        Assert.Equal((1, "Excel", "Studenter i Polen"), (line.Rows, line.Format, line.Choice));
        Assert.DoesNotContain("Hemmelig", app.Log.Text, StringComparison.Ordinal);

        Assert.Equal(403, (int)(await (await kommune.Recruiter()).Open("/innstillinger/nedlastinger")).Status);
        Assert.Equal(0, await app.Look(db => db.Exports.CountAsync(e => e.KommuneNumber != kommune.Number && e.Choice == "Studenter i Polen")));
    }

    [Fact]
    public async Task A_reader_takes_nothing_out()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        Assert.False((await (await kommune.Reader()).Open("/studenter")).Shows("Last ned"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+cmd")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    public async Task What_a_spreadsheet_would_run_is_text(string text)
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Ola", d => d with { Source = text });
        var csv = Encoding.UTF8.GetString(await Download(recruiter, "/studenter", "csv", "text/csv"));
        Assert.Contains("'" + text.Replace("\"", "\"\"", StringComparison.Ordinal), csv, StringComparison.Ordinal);

        var cell = Cells(await Download(recruiter, "/studenter", "xlsx", null)).Single(c => (string?)c.Attribute("s") == "3");
        Assert.Equal("inlineStr", (string?)cell.Attribute("t"));
        Assert.Equal(text.ReplaceLineEndings("\n"), cell.Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Days_are_dates_in_a_workbook_and_the_import_reads_it_back()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Ola", d => d with { LastName = "Vik", HomeKommune = "5007", LicenceFrom = new(2027, 2, 3), CollectedOn = new(2026, 1, 2), StartTerm = new(2023, Season.Autumn), GraduationYear = 2029 });
        var book = await Download(recruiter, "/studenter", "xlsx", null);
        var days = Cells(book).Where(c => (string?)c.Attribute("s") == "1").Select(c => DateTime.FromOADate(double.Parse(c.Value, CultureInfo.InvariantCulture)));
        Assert.Equal([new(2027, 2, 3), new(2026, 11, 16), new(2026, 1, 2)], days);

        var extract = (await new ExtractReader().ReadAsync(new MemoryStream(book))).Value!;
        Assert.Contains("2027-02-03", extract.Rows().Single().Cells);
        var again = await (await Import.ImportSteps.Upload(recruiter, "studenter.xlsx", book)).Press("Prøvekjør");
        Assert.True(again.Shows("1 lik."), again.Text);
    }

    [Fact]
    public async Task All_that_the_register_knows_is_in_the_file_and_comes_along_to_another_register()
    {
        var (kommune, elsewhere) = (app.Given.Kommune(), app.Given.Kommune());
        var (recruiter, other) = (await kommune.Recruiter(), await elsewhere.Recruiter());
        var students = new[]
        {
            await kommune.Student("Åse", d => d with { Email = "ase@example.com", Phone = "+4748353392", BirthYear = 2001, HomeKommune = "5007", StudyPlaceCode = "ntnu", CountryCode = "NO", StartTerm = new(2022, Season.Autumn), DelayTerms = 2, Progression = Progression.OnLeave, LeaveFrom = new(2026, Season.Spring), WrittenForm = WrittenForm.Nynorsk, Ties = new(GrewUp: "Jøa") },
                s => { s.MarkInformed(new(2026, 2, 3, 12, 0, 0, DateTimeKind.Utc)); s.MarkAddressDead(new(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc)); }),
            await kommune.Student("Bo", d => d with { Email = "bo@example.com", StudyPlaceCode = "uio", CountryCode = "NO", StartTerm = new(2020, Season.Autumn), Progression = Progression.ResearchTrack, GraduationYear = 2027, GraduationMonth = 6, LicenceFrom = new(2026, 8, 1), LicenceTo = new(2027, 7, 31), ContactName = "Turid Vik, legekontoret" }),
            await kommune.Student("Cecilie", d => d with { Email = "c@example.com", Progression = Progression.Completed, LegalBasis = LegalBasis.Application }),
            await kommune.Student("Dag", d => d with { Email = "d@example.com", Progression = Progression.Discontinued }),
        };
        var bytes = await Download(recruiter, "/studenter", "csv", "text/csv");
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')).ToArray();
        string Cell(string header) => lines.Single(line => line[1] == "Åse")[Array.IndexOf(lines[0], header)];
        Assert.Equal(("2", "vår 2026", "03.02.2026", "04.03.2026", "16.11.2026"), (Cell("Semestre forsinket"), Cell("Permisjon fra"), Cell("Informert"), Cell("E-posten virker ikke siden"), Cell("I registeret siden")));

        var same = await (await Import.ImportSteps.Upload(recruiter, "studenter.csv", bytes)).Press("Prøvekjør");
        Assert.True(same.Shows("4 like."), same.Text);
        await (await (await Import.ImportSteps.Upload(other, "studenter.csv", bytes)).Press("Prøvekjør")).Press("Hent inn i registeret");
        foreach (var student in students)
            Assert.Equal(student.Details, await app.Look(async db => (await db.Students.AsNoTracking().SingleAsync(s => s.KommuneNumber == elsewhere.Number && s.FirstName == student.FirstName)).Details));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Licence_and_contact_person_come_back_and_only_a_colleague_elsewhere_becomes_a_text(string format)
    {
        var (kommune, elsewhere) = (app.Given.Kommune(), app.Given.Kommune());
        var (recruiter, other) = (await kommune.Recruiter(), await elsewhere.Recruiter());
        var colleague = await kommune.User(Role.Reader);
        var ida = await kommune.Student("Ida", d => d with { Email = "ida@example.com", LicenceFrom = new(2026, 2, 3), LicenceTo = new(2027, 1, 31), ContactPersonId = colleague.Id });
        var jon = await kommune.Student("Jon", d => d with { Email = "jon@example.com", LicenceFrom = new(2026, 2, 3), ContactName = "Turid Vik" });
        var bytes = await Download(recruiter, "/studenter", format, null);

        var columns = await recruiter.Upload($"studenter.{format}", bytes);
        foreach (var field in new[] { "LicenceFrom", "LicenceTo", "ContactPerson" })
            Assert.NotNull(columns.Document.QuerySelector($".app-mapping option[value={field}][selected]"));
        var same = await columns.Press("Prøvekjør");
        Assert.True(same.Shows("2 like."), same.Text);

        await other.Import($"studenter.{format}", bytes);
        async Task<StudentDetails> There(string name) => (await app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.KommuneNumber == elsewhere.Number && s.FirstName == name))).Details;
        Assert.Equal(ida.Details with { ContactPersonId = null, ContactName = colleague.Email }, await There("Ida"));
        Assert.Equal(jon.Details, await There("Jon"));
    }

    [Fact]
    public async Task The_command_writes_a_file_and_notes_it()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola", d => d with { LastName = "Vik" });
        await kommune.Student("Kari", then: s => s.Archive(app.Clock.Now));
        var file = Path.Combine(app.Folder.FullName, "ut.csv");
        var outcome = await app.Command($"export persons --kommune {kommune.Number} --out {file} --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(1, JsonDocument.Parse(outcome.Output).RootElement.GetProperty("rows").GetInt32());
        Assert.StartsWith("Vik;Ola;", (await File.ReadAllLinesAsync(file))[1]);
        Assert.Equal((0, ""), ((await app.Command($"export persons --kommune {kommune.Number} --out {Path.ChangeExtension(file, ".xlsx")}")).Code, ""));
        Assert.True((await new ExtractReader().ReadAsync(File.OpenRead(Path.ChangeExtension(file, ".xlsx")))).IsOk);
        Assert.Equal(2, await app.Look(db => db.Exports.CountAsync(e => e.KommuneNumber == kommune.Number && e.ByUserId == null && e.Choice == "Alle studenter")));
        Assert.StartsWith("'ut.pdf' must end in .csv or .xlsx.", (await app.Command($"export persons --kommune {kommune.Number} --out ut.pdf")).Error);
        Assert.StartsWith("There is no folder for 'ut.csv'.", (await app.Command($"export persons --kommune {kommune.Number} --out finnes-ikke/ut.csv")).Error);
    }

    private static async Task<byte[]> Download(Visitor visitor, string address, string format, string? type, bool shown = false)
    {
        var page = await visitor.Open(address);
        var button = page.Document.QuerySelector($"button[name=format][value={format}]")!;
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = new FormUrlEncodedContent([new("format", format), new("hva", shown ? "vist" : "alt"), new("__RequestVerificationToken", token)]);
        var response = await visitor.Http.PostAsync(new Uri(button.Closest("form")!.GetAttribute("action")!, UriKind.Relative), form);
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        if (type is not null)
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<XElement> Cells(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "c")];
    }
}
