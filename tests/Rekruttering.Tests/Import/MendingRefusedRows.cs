using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class MendingRefusedRows(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_refused_row_opens_with_its_own_cells_and_is_checked_again()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("studentliste-namsos.csv");
        var refused = await recruiter.Open(dryRun.Path + "?vis=avvist");
        var row = await refused.Follow("Rett rad 11");
        Assert.Equal(["ingrid.at.example.com"], row.Document.QuerySelectorAll("[name=cells][aria-invalid=true]").Select(cell => cell.GetAttribute("value")));
        Assert.Equal("Rett rad 11", row.Heading);
        Assert.True(row.Shows("E-post: «ingrid.at.example.com» er ikke en e-postadresse."), row.Text);
        Assert.Equal(["Vågen", "Eirik", "ingrid.at.example.com"], Cells(row)[..3]);

        var still = await row.Press("Prøv raden igjen", Typed(row, 2, "eirik.example.com"));
        Assert.Equal(["Raden kan fortsatt ikke leses."], still.Errors);
        Assert.True(still.Shows("E-post: «eirik.example.com» er ikke en e-postadresse."), still.Text);
        Assert.Equal("eirik.example.com", Cells(still)[2]);

        var mended = await still.Press("Prøv raden igjen", Typed(still, 2, "eirik@example.com"));
        Assert.Equal("Rad 11 er rettet: ny.", mended.Said);
        Assert.True(mended.Shows("51 nye, 1 lik, 2 mulige dubletter, 6 kan ikke leses."), mended.Text);
        Assert.True((await mended.Press("Hent inn i registeret")).Shows("51 nye"), mended.Text);
        Assert.True(await app.Look(db => db.Students.AnyAsync(s => s.KommuneNumber == kommune.Number && s.Email == "eirik@example.com")));
    }

    [Fact]
    public async Task What_it_says_now_may_be_somebody_known_or_another_row()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Kari", d => d with { LastName = "Moen", Email = "kari@example.com" });
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post", "Kari Moen;kari.at.example.com", "Ola Vik;ola.at.example.com", "Ola Vik;ola@example.com"));
        Assert.True(dryRun.Shows("1 ny, 2 kan ikke leses."), dryRun.Text);

        var known = await Mend(recruiter, dryRun.Path, 2, 1, "kari@example.com");
        Assert.Equal("Rad 2 er rettet: lik.", known.Said);
        var twice = await Mend(recruiter, dryRun.Path, 3, 1, "ola@example.com");
        Assert.True(twice.Shows("1 ny, 2 like."), twice.Text);
    }

    [Fact]
    public async Task Only_rows_that_hang_on_it_are_decided_anew()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Mobil", "Ola Vik;ola.at.example.com;", "Ola Vik;ola@example.com;48353392", "Per Lie;per@example.com;"));
        Assert.True(dryRun.Shows("2 nye, 1 kan ikke leses."), dryRun.Text);
        // In the register since, and so Per would be known if he were looked at again.
        await kommune.Student("Per", d => d with { LastName = "Lie", Email = "per@example.com" });
        var mended = await Mend(recruiter, dryRun.Path, 2, 1, "OLA@example.com");
        // The first is the new one now, and the second says more about him.
        Assert.Equal("Rad 2 er rettet: ny.", mended.Said);
        Assert.Equal([(2, ImportOutcome.New), (3, ImportOutcome.Changed), (4, ImportOutcome.New)], await Outcomes(kommune));
        await (await recruiter.Open(dryRun.Path)).Press("Hent inn i registeret");
        Assert.Equal([(2, ImportOutcome.New), (3, ImportOutcome.Changed), (4, ImportOutcome.Same)], await Outcomes(kommune));
    }

    [Fact]
    public async Task Rows_are_tied_by_a_student_of_the_register_too()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Anne", d => d with { LastName = "Hansen", Email = "anne@example.com", Phone = "+4748353392" });
        // Two spellings of one student: the row with the number has her name, the other her address.
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Mobil;Merknad", "Anne K. Hansen;anne.at.example.com;;Bor i Gdansk", "Anne Hansen;;48353392;Bor i Gdansk"));
        Assert.Equal([(2, ImportOutcome.Refused), (3, ImportOutcome.Changed)], await Outcomes(kommune));
        await Mend(recruiter, dryRun.Path, 2, 1, "anne@example.com");
        var outcomes = await Outcomes(kommune);
        Assert.Equal(ImportOutcome.Changed, outcomes[0].Item2);
        // The other sees her as the first has left her, just as when the whole file is decided.
        Assert.NotEqual(ImportOutcome.Changed, outcomes[1].Item2);
        await (await recruiter.Open(dryRun.Path + "/kolonner")).Press("Prøvekjør", Source);
        Assert.Equal(outcomes, await Outcomes(kommune));
    }

    [Fact]
    public async Task A_refused_row_is_mended_after_the_import_and_taken_back_with_it()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post;Mobil", "Ola Vik;ola.at.example.com;", "Kari Moen;kari@example.com;", "Kari Moen;kari.at.example.com;48353392"));
        Assert.True(done.Shows("1 ny, 2 kan ikke leses."), done.Text);
        var row = await (await recruiter.Open(done.Path + "?vis=avvist")).Follow("Rett rad 2");
        Assert.True(row.Shows("kommer den rett inn i registeret"), row.Text);
        var still = await row.Press("Hent inn raden", Typed(row, 1, "ola.example.com"));
        Assert.Equal(["Raden kan fortsatt ikke leses."], still.Errors);
        var mended = await still.Press("Hent inn raden", Typed(still, 1, "ola@example.com"));
        Assert.Equal("Rad 2 er rettet og hentet inn: ny.", mended.Said);
        Assert.True(mended.Shows("2 nye, 1 kan ikke leses."), mended.Text);
        Assert.Equal(2, await kommune.Students());
        Assert.Equal(404, (int)(await recruiter.Open("/studenter/" + Guid.CreateVersion7())).Status);
        // Sent twice, it is in once.
        Assert.StartsWith("Importen er allerede kommet videre.", Assert.Single((await still.Press("Hent inn raden", Typed(still, 1, "ola@example.com"))).Errors));

        // A row that changes somebody the import made, and one that it found.
        var change = await (await recruiter.Open(done.Path + "?vis=avvist")).Follow("Rett rad 4");
        Assert.Equal("Rad 4 er rettet og hentet inn: endret.", (await change.Press("Hent inn raden", Typed(change, 1, "kari@example.com"))).Said);
        Assert.Equal("+4748353392", await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number && s.FirstName == "Kari").Select(s => s.Phone).SingleAsync()));

        var undo = await (await recruiter.Open(done.Path.Split('?')[0])).Follow("Angre importen");
        Assert.True(undo.Shows("2 studenter tas ut av registeret"), undo.Text);
        await undo.Press("Ja, ta ut 2 studenter");
        Assert.Equal(0, await kommune.Students());
    }

    [Fact]
    public async Task A_row_that_was_mended_late_is_the_first_to_be_taken_back()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var known = await kommune.Student("Kari", d => d with { LastName = "Moen", Email = "kari@example.com", Phone = "+4748353390" });
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post;Mobil", "Kari Moen;kari.at.example.com;48353392", "Kari Moen;kari@example.com;48353391"));
        var row = await (await recruiter.Open(done.Path + "?vis=avvist")).Follow("Rett rad 2");
        await row.Press("Hent inn raden", Typed(row, 1, "kari@example.com"));
        Assert.Equal("+4748353392", (await app.Find(known.Id)).Phone);
        var undo = await (await recruiter.Open(done.Path)).Follow("Angre importen");
        Assert.True(undo.Shows("2 endringer settes tilbake"), undo.Text);
        Assert.False(undo.Shows("Dette blir stående"), undo.Text);
        await undo.Press("Ja, angre importen");
        Assert.Equal("+4748353390", (await app.Find(known.Id)).Phone);
    }

    [Fact]
    public async Task After_thirty_days_there_is_nothing_left_to_mend()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var done = await recruiter.Import("liste.csv", Csv("Navn;E-post", "Ola Vik;ola.at.example.com", "Kari Moen;kari@example.com"));
        var row = await (await recruiter.Open(done.Path + "?vis=avvist")).Follow("Rett rad 2");
        await kommune.Save();
        await app.In<object?>(kommune.Number, async services =>
        {
            await services.GetRequiredService<RekrutteringDb>().ImportBatches.ExecuteUpdateAsync(set => set.SetProperty(b => b.ForgottenAt, app.Clock.Now));
            return null;
        });
        Assert.Contains("dager gammel", Assert.Single((await row.Press("Hent inn raden", Typed(row, 1, "ola@example.com"))).Errors));
        Assert.Equal(1, await kommune.Students());
    }

    [Fact]
    public async Task A_cell_too_many_is_shown_and_can_be_emptied()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Fornavn;Etternavn;E-post", "Ola;Vik;ola@example.com;ekstra", "Kari;Moen;kari@example.com"));
        var row = await dryRun.Follow("Rett rad 2");
        Assert.True(row.Shows("Celle 4, uten overskrift"), row.Text);
        var mended = await row.Press("Prøv raden igjen", Typed(row, 3, ""));
        Assert.True(mended.Shows("2 nye."), mended.Text);
    }

    [Fact]
    public async Task A_fodselsnummer_that_is_typed_is_cut_out()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Merknad", "Ola Vik;ola.at.example.com;", "Kari Moen;kari@example.com;x"));
        var row = await dryRun.Follow("Rett rad 2");
        await row.Press("Prøv raden igjen", ("cells", "Ola Vik"), ("cells", "ola@example.com"), ("cells", "fnr 04880349767"));
        Assert.DoesNotContain("04880349767", await app.Look(db => db.ImportRows.Where(r => r.KommuneNumber == kommune.Number && r.Number == 2).Select(r => r.Cells).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_was_taken_back_cannot_be_mended()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post", "Ola Vik;ola.at.example.com", "Kari Moen;kari@example.com"));
        var row = await dryRun.Follow("Rett rad 2");
        var done = await dryRun.Press("Hent inn i registeret");
        await (await done.Follow("Angre importen")).Press("Ja, ta ut 1 student");
        Assert.StartsWith("Importen er allerede kommet videre.", Assert.Single((await row.Press("Prøv raden igjen", Typed(row, 1, "ola@example.com"))).Errors));
        Assert.Equal(404, (int)(await recruiter.Open($"/import/personer/rad/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task The_downloaded_file_of_refused_rows_is_uploaded_again_as_it_is()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var done = await recruiter.Import("studentliste-namsos.csv");
        var file = await recruiter.Download(done.Path);
        var columns = await recruiter.Upload("ikke-lest.csv", file);
        Assert.False(columns.Shows("Hvorfor raden ikke ble tatt inn"), columns.Text);
        Assert.True((await columns.Press("Prøvekjør")).Shows("7 kan ikke leses."));

        var mended = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("ingrid.at.example.com", "ingrid@example.com", StringComparison.Ordinal));
        var again = await (await recruiter.Upload("rettet.csv", mended)).Press("Prøvekjør");
        Assert.True(again.Shows("1 ny, 6 kan ikke leses."), again.Text);
        Assert.Equal(Encoding.UTF8.GetString(file).Split("\r\n")[0], Encoding.UTF8.GetString(await recruiter.Download(again.Path)).Split("\r\n")[0]);
    }

    [Fact]
    public async Task Rows_are_found_by_name_and_address_within_a_list()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var dryRun = await recruiter.DryRun("studentliste-namsos.csv");
        var found = await dryRun.Press("Finn", ("sok", "asen kristoffer"));
        Assert.True(found.Shows("2 rader passer med «asen kristoffer»."), found.Text);
        Assert.True((await recruiter.Open(dryRun.Path + "?vis=avvist&sok=INGRID.at")).Shows("1 rad passer med"));
    }

    [Fact]
    public async Task A_source_that_adds_a_column_is_still_remembered()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var first = await recruiter.Upload("liste.csv", Csv("Hvem;Adresse;Rart", "Ola Vik;ola@example.com;x", "Kari Moen;kari@example.com;y"));
        await (await first.Press("Prøvekjør", [.. Source, ("Input.Fields[0]", "FullName"), ("Input.Fields[2]", "Notes")])).Press("Hent inn i registeret");
        var next = await recruiter.Upload("ny.csv", Csv("Rart;Hvem;Mobil;Adresse", "x;Ida Vik;48353392;ida@example.com", "y;Per Moen;48353393;per@example.com"));
        Assert.Equal(["Notes", "FullName", "Phone", "Email"], next.Document.QuerySelectorAll("select[name^='Input.Fields'] option[selected]").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task The_same_file_twice_is_said()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var list = Csv("Navn;E-post", "Ola Vik;ola@example.com");
        Assert.False((await recruiter.Import("liste.csv", list)).Shows("hentet inn før"));
        var columns = await recruiter.Upload("samme.csv", list);
        Assert.True(columns.Shows("Denne filen er hentet inn før"), columns.Text);
        Assert.True(columns.Shows("Nøyaktig samme fil ble lest inn 16. november 2026"), columns.Text);
        Assert.True((await columns.Press("Prøvekjør", Source)).Shows("Denne filen er hentet inn før"));
        Assert.False((await (await app.Given.Kommune().Recruiter()).Upload("samme.csv", list)).Shows("hentet inn før"));
    }

    private static async Task<SeenPage> Mend(Visitor recruiter, string path, int number, int cell, string text)
    {
        var row = await (await recruiter.Open($"{path.Split('?')[0]}?vis=avvist")).Follow($"Rett rad {number}");
        return await row.Press("Prøv raden igjen", Typed(row, cell, text));
    }

    private Task<List<(int, ImportOutcome)>> Outcomes(GivenKommune kommune) => app.Look(async db =>
        (await db.ImportRows.Where(r => r.KommuneNumber == kommune.Number).OrderBy(r => r.Number).Select(r => new { r.Number, r.Outcome }).ToListAsync()).ConvertAll(r => (r.Number, r.Outcome)));

    private static string[] Cells(SeenPage page) => [.. page.Document.QuerySelectorAll("[name=cells]").Select(cell => cell.TagName == "TEXTAREA" ? cell.TextContent : cell.GetAttribute("value") ?? "")];

    // The whole row, with one cell typed anew.
    private static (string, string)[] Typed(SeenPage page, int cell, string text) => [.. Cells(page).Select((was, i) => ("cells", i == cell ? text : was))];
}
