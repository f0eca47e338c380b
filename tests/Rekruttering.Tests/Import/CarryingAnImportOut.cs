using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class CarryingAnImportOut(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task An_import_that_was_cut_off_goes_on_from_where_it_was()
    {
        var kommune = app.Given.Kommune();
        var dryRun = await (await (await kommune.Recruiter()).Upload("liste.csv", Csv("Navn;E-post", Enumerable.Range(0, 2_500).Select(i => $"Ola{Letters(i)} Vik;ola{i}@example.com")))).Press("Prøvekjør", Source);
        var running = await dryRun.Press("Hent inn i registeret");
        Assert.True(running.Shows("1 000 av 2 500 rader er ferdige".Replace(' ', '\u00A0')) || running.Shows("1 000 av 2 500 rader er ferdige"), running.Text);
        Assert.Equal(1_000, await kommune.Students());

        await app.Run<ContinueImports>(job => job.ExecuteAsync(atMost: 700));
        Assert.Equal(1_700, await kommune.Students());
        await app.Run<ContinueImports>(job => job.ExecuteAsync());
        await app.Run<ContinueImports>(job => job.ExecuteAsync());
        Assert.Equal(2_500, await kommune.Students());
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
        Assert.Equal(2_000, await kommune.Students());
        Assert.Equal(2_000, await app.Look(db => db.ImportRows.CountAsync(r => r.KommuneNumber == kommune.Number && r.AppliedAt != null && r.StudentId != null)));
    }
}
