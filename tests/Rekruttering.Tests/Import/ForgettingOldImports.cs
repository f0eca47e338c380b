using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class ForgettingOldImports(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task What_stood_in_the_rows_is_deleted_after_thirty_days_and_the_counts_stay()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await kommune.Student("Åse", d => d with { Email = "ase@example.com" });
        var done = await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn;E-post;Mobil", "Ola;Vik;ola@example.com;", "Kari;Moen;kari.at.example.com;", "Åse;Nordby;ase@example.com;48353392"));
        Assert.True(done.Shows($"Radene blir tatt vare på til {app.Clock.Now.AddDays(30):dd.MM.yyyy}, så lenge kan importen angres."), done.Text);
        var preview = await done.Follow("Angre importen");

        app.Clock.Move(TimeSpan.FromDays(29));
        await app.Run<ForgetImports>(job => job.ExecuteAsync());
        Assert.Contains("Ola", await Cells(kommune), StringComparison.Ordinal);

        app.Clock.Move(TimeSpan.FromDays(1));
        await app.Run<ForgetImports>(job => job.ExecuteAsync());
        await app.Run<ForgetImports>(job => job.ExecuteAsync());
        Assert.Equal("[]|||[]|[]||", (await Cells(kommune)).Split('\n').Distinct().Single());
        recruiter = await kommune.Recruiter();
        var old = await recruiter.Open(done.Path);
        Assert.True(old.Shows("1 ny, 1 endret, 1 kan ikke leses."), old.Text);
        Assert.True(old.Shows("Det som sto i radene, er slettet"), old.Text);
        Assert.False(old.Shows("Angre importen"), old.Text);
        Assert.Equal(404, (int)(await recruiter.Open(done.Path + "?handler=Refused")).Status);
        Assert.Equal(2, await kommune.Students());
        var id = Guid.Parse(preview.Path.Split('/')[3]);
        Assert.StartsWith("Importen er over 30 dager gammel", (await app.Command($"import undo {id}")).Error);
    }

    [Fact]
    public async Task A_list_that_was_left_lying_is_given_up()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await recruiter.Upload("a.csv", Csv("Navn;E-post", "Ola Vik;ola@example.com"));
        await recruiter.DryRun("b.csv", Csv("Navn;E-post", "Kari Moen;kari@example.com"));
        app.Clock.Move(TimeSpan.FromDays(31));
        var young = app.Given.Kommune();
        await (await young.Recruiter()).DryRun("c.csv", Csv("Navn;E-post", "Ida Lie;ida@example.com"));
        await app.Run<ForgetImports>(job => job.ExecuteAsync());
        Assert.Equal("", await Cells(kommune));
        Assert.Equal([ImportStatus.Cancelled, ImportStatus.Cancelled], await app.Look(db => db.ImportBatches.Where(b => b.KommuneNumber == kommune.Number).Select(b => b.Status).ToListAsync()));
        Assert.Contains("Ida", await Cells(young), StringComparison.Ordinal);
    }

    private Task<string> Cells(GivenKommune kommune) => app.Look(async db => string.Join('\n', (await db.ImportRows.Where(r => r.KommuneNumber == kommune.Number).ToListAsync())
        .Select(r => $"{r.Cells}|{r.Who}|{r.Reason}|{r.Warnings}|{r.Changes}|{r.Before}|{r.After}")));
}
