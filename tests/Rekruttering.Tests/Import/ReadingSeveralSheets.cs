using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

/// <summary>A workbook with a list on more than one sheet: nobody is left out without a word.</summary>
public class ReadingSeveralSheets(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly byte[] Two = Workbooks.Book(
        ("Norge", "visible", Workbooks.Rows("Studenter i Norge", "Fornavn;Etternavn;E-post", "Tora;Lie;tora@example.com", "Odd;Lie;odd.at.example.com")),
        ("Ark2", "visible", ""),
        ("Utlandet", "visible", Workbooks.Rows("Studenter i utlandet", "fornavn;Etternavn ;E-post", "Eva;Dal;eva@example.com", "Per;Dal;per.at.example.com", "Pia;Dal;pia@example.com")));

    private static readonly byte[] Other = Workbooks.Book(
        ("Studenter", "visible", Workbooks.Rows("Fornavn;Etternavn;E-post;Mobil", "Tora;Lie;tora@example.com;")),
        ("Kontakter", "visible", Workbooks.Rows("Navn;Stilling", "Kari Moen;HR")),
        ("Gammel", "hidden", Workbooks.Rows("Fornavn;Etternavn;E-post;Mobil;Studiested", "Gamle;Vik;gamle@example.com;;")),
        ("Lister", "veryHidden", Workbooks.Rows("Ja", "Nei")));

    [Fact]
    public async Task Sheets_with_the_same_headings_are_one_list()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        const string sentence = "Arkene «Norge» (ark 1) og «Utlandet» (ark 3) har de samme overskriftene, og er lest som én liste.";
        var columns = await recruiter.Upload("to.xlsx", Two);
        Assert.True(columns.Shows(sentence), columns.Text);
        Assert.True(columns.Shows("Listen har 5 rader."), columns.Text);
        var dryRun = await columns.Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows(sentence), dryRun.Text);
        Assert.True(dryRun.Shows("3 nye, 2 kan ikke leses."), dryRun.Text);
        var done = await dryRun.Press("Hent inn i registeret");
        Assert.True(done.Shows("3 nye, 2 kan ikke leses."), done.Text);
        Assert.True(done.Shows(sentence), done.Text);
        Assert.Equal(3, await kommune.Students());
    }

    [Fact]
    public async Task A_row_is_called_by_its_number_and_its_sheet()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var dryRun = await recruiter.DryRun("to.xlsx", Two);
        Assert.Equal(["3 på ark 1", "4 på ark 1", "3 på ark 3", "4 på ark 3", "5 på ark 3"], dryRun.Document.QuerySelectorAll("td[data-label=Rad]").Select(cell => cell.TextContent.Trim()));
        var row = await (await recruiter.Open(dryRun.Path + "?vis=avvist")).Follow("Rett rad 4 på ark 3");
        Assert.Equal("Rett rad 4 på ark 3", row.Heading);
        var mended = await row.Press("Prøv raden igjen", [("cells", "Per"), ("cells", "Dal"), ("cells", "per@example.com")]);
        Assert.Equal("Rad 4 på ark 3 er rettet: ny.", mended.Said);
    }

    [Fact]
    public async Task A_row_that_may_be_another_says_on_which_sheet_that_one_stands()
    {
        var dryRun = await (await app.Given.Kommune().Recruiter()).DryRun("to.xlsx", Workbooks.Book(
            ("Norge", "visible", Workbooks.Rows("Navn;E-post", "Tora Lie;tora@example.com")),
            ("Utlandet", "visible", Workbooks.Rows("Navn;E-post", "Eva Dal;tora@example.com"))));
        Assert.True(dryRun.Shows("Samme e-post som rad 2 på ark 1, men et annet navn."), dryRun.Text);
    }

    [Fact]
    public async Task The_refused_rows_of_all_sheets_are_one_file_that_is_read_again()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var dryRun = await recruiter.DryRun("to.xlsx", Two);
        var file = System.Text.Encoding.UTF8.GetString(await recruiter.Download(dryRun.Path));
        Assert.Contains("odd.at.example.com", file, StringComparison.Ordinal);
        var again = await recruiter.DryRun("to-ikke-lest.csv", System.Text.Encoding.UTF8.GetBytes(file.Replace(".at.", "@", StringComparison.Ordinal)));
        Assert.True(again.Shows("2 nye."), again.Text);
        Assert.False(again.Shows("flere ark"), again.Text);
    }

    [Fact]
    public async Task A_sheet_that_is_not_read_is_named_and_a_hidden_one_never_wins()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var columns = await recruiter.Upload("flere.xlsx", Other);
        Assert.True(columns.Shows("Listen er lest fra arket «Studenter»."), columns.Text);
        Assert.True(columns.Shows("Arket «Kontakter» er ikke lest, fordi det ikke har de samme overskriftene."), columns.Text);
        Assert.True(columns.Shows("Det skjulte arket «Gammel» er ikke lest."), columns.Text);
        Assert.False(columns.Shows("Lister"), columns.Text);
        var dryRun = await columns.Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("Arket «Kontakter» er ikke lest"), dryRun.Text);
        Assert.Equal(["2"], dryRun.Document.QuerySelectorAll("td[data-label=Rad]").Select(cell => cell.TextContent.Trim()));
        await dryRun.Press("Hent inn i registeret");
        Assert.Equal(["Tora"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.FirstName).ToListAsync()));
    }

    [Fact]
    public async Task A_sheet_with_other_headings_is_read_by_its_name_from_the_same_file_afterwards()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var first = await recruiter.Import("to.xlsx", Unlike);
        Assert.True(first.Shows("Arket «Utlandet» er ikke lest, fordi det ikke har de samme overskriftene. Skal noen derfra også inn, så last opp den samme filen en gang til etterpå, og skriv Utlandet i feltet «Ark»."), first.Text);

        var columns = await recruiter.UploadSheet("to.xlsx", Unlike, " utlandet");
        Assert.True(columns.Shows("Listen er lest fra arket «Utlandet», som ble valgt. Arket «Norge» er ikke lest. Skal noen derfra"), columns.Text);
        Assert.False(columns.Shows("Denne filen er hentet inn før"), columns.Text);
        var dryRun = await columns.Press("Prøvekjør", Source);
        Assert.True(dryRun.Shows("1 ny."), dryRun.Text);
        Assert.True((await dryRun.Press("Hent inn i registeret")).Shows("Listen er lest fra arket «Utlandet», som ble valgt."));
        Assert.Equal(["NO", "PL"], (await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.CountryCode).ToListAsync())).Order());
    }

    [Fact]
    public async Task The_sheet_that_would_have_been_read_anyway_is_the_same_list()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        await recruiter.Import("to.xlsx", Unlike);
        var again = await recruiter.UploadSheet("to.xlsx", Unlike, "Norge");
        Assert.True(again.Shows("Denne filen er hentet inn før"), again.Text);
    }

    [Fact]
    public async Task A_sheet_that_is_not_there_is_refused_with_the_names_of_those_that_are()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var refused = await recruiter.UploadSheet("to.xlsx", Unlike, "Utland");
        Assert.True(refused.Shows("Filen har ikke noe ark som heter «Utland». Arkene i den heter «Norge» og «Utlandet»."), refused.Text);
        Assert.Equal("Utland", refused.Document.QuerySelector("input[name='Input.Sheet']")!.GetAttribute("value"));
        Assert.True((await recruiter.UploadSheet("liste.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com"), "Norge")).Shows("Filen har ingen ark å velge mellom."));
    }

    [Fact]
    public async Task The_command_reads_the_sheet_it_is_told()
    {
        var command = $"import persons {await Written("ulike.xlsx", Unlike)} --kommune {app.Given.Kommune().Number} --source x --basis public-task --collected 2026-01-02 --sheet Utlandet";
        var said = (await app.Command(command)).Output;
        Assert.Contains("1 rows: 1 new", said, StringComparison.Ordinal);
        Assert.Contains("Read: sheet 'Utlandet'.", said, StringComparison.Ordinal);
        Assert.Contains("Sheet 'Norge' was not read: another was chosen.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_list_is_read_where_there_is_no_other()
    {
        var columns = await (await app.Given.Kommune().Recruiter()).Upload("skjult.xlsx", Workbooks.Book(
            ("Forside", "visible", Workbooks.Rows("Medisinstudenter 2026")), ("Liste", "hidden", Workbooks.Rows("Navn;E-post", "Tora Lie;tora@example.com"))));
        Assert.True(columns.Shows("Listen er lest fra det skjulte arket «Liste»: ingen av de synlige arkene har en liste."), columns.Text);
    }

    [Fact]
    public async Task A_book_of_one_sheet_says_nothing_of_sheets()
    {
        var columns = await (await app.Given.Kommune().Recruiter()).Upload("ett.xlsx", Workbooks.Book(("Liste", "visible", Workbooks.Rows("Navn;E-post", "Tora Lie;tora@example.com")), ("Ark2", "visible", "")));
        Assert.False(columns.Shows("lest fra ark"), columns.Text);
    }

    [Fact]
    public async Task The_command_tells_the_same()
    {
        var kommune = app.Given.Kommune();
        var answers = $"--kommune {kommune.Number} --source x --basis public-task --collected 2026-01-02";
        var text = (await app.Command($"import persons {await Written("to.xlsx", Two)} {answers} --dry-run")).Output;
        Assert.Contains("  row 4 of sheet 'Utlandet': E-post", text, StringComparison.Ordinal);
        Assert.Contains("Read as one list: sheets 'Norge', 'Utlandet'.", text, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await app.Command($"import persons {await Written("to.xlsx", Two)} {answers} --dry-run --json")).Output).RootElement;
        Assert.Equal(["Norge true", "Utlandet true"], json.GetProperty("sheets").EnumerateArray().Select(s => $"{s.GetProperty("name").GetString()} {s.GetProperty("read").GetRawText()}"));
        Assert.Equal(["4 Norge", "4 Utlandet"], json.GetProperty("refusals").EnumerateArray().Select(r => $"{r.GetProperty("row").GetInt32()} {r.GetProperty("sheet").GetString()}"));

        var other = (await app.Command($"import persons {await Written("flere.xlsx", Other)} {answers}")).Output;
        Assert.Contains("1 rows: 1 new", other, StringComparison.Ordinal);
        Assert.Contains("Read: sheet 'Studenter'.", other, StringComparison.Ordinal);
        Assert.Contains("Sheet 'Kontakter' was not read: its headings are not the same.", other, StringComparison.Ordinal);
        Assert.Contains("Sheet 'Gammel' was not read: it is hidden.", other, StringComparison.Ordinal);
    }

    private static readonly byte[] Unlike = Workbooks.Book(
        ("Norge", "visible", Workbooks.Rows("Navn;E-post;Studiested;Mobil", "Tora Lie;tora@example.com;NTNU;483 53 392")),
        ("Utlandet", "visible", Workbooks.Rows("Navn;E-post;Land", "Eva Dal;eva@example.com;Polen")));

    private async Task<string> Written(string name, byte[] content)
    {
        var file = Path.Combine(app.Folder.FullName, name);
        await File.WriteAllBytesAsync(file, content);
        return file;
    }
}
