using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public class RefusingAFile(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
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
}
