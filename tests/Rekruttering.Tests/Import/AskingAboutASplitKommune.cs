using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

/// <summary>A kommune that is two today is asked about once for the whole file.</summary>
public sealed class AskingAboutASplitKommune(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_split_kommune_is_asked_about_once_for_the_file()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Kommune", "Ola Vik;ola@example.com;Snillfjord", "Kari Moen;kari@example.com;1613", "Ida Moen;ida@example.com;5012", "Per Lie;per@example.com;Tysfjord", "Liv Lie;liv@example.com;Namsos"));
        Assert.True(dryRun.Shows("1 ny, 4 kan ikke leses."), dryRun.Text);
        Assert.True(dryRun.Shows("Snillfjord ble delt: hvilken kommune gjelder det i denne filen?"), dryRun.Text);
        Assert.True(dryRun.Shows("3 rader venter på svar."), dryRun.Text);
        Assert.Equal(["La radene stå", "Heim (5055)", "Hitra (5056)", "Orkland (5059)"], dryRun.Document.QuerySelectorAll("#delt-0 option").Select(option => option.TextContent));

        var answered = await dryRun.Press("Bruk svaret og prøvekjør på nytt", ("number", "5056"), ("number", ""));
        Assert.True(answered.Shows("4 nye, 1 kan ikke leses."), answered.Text);
        Assert.Equal("5056", answered.Document.QuerySelector("#delt-0 option[selected]")!.GetAttribute("value"));
        var left = await answered.Press("Bruk svaret og prøvekjør på nytt", ("number", ""), ("number", ""));
        Assert.True(left.Shows("1 ny, 4 kan ikke leses."), left.Text);

        await (await left.Press("Bruk svaret og prøvekjør på nytt", ("number", "5056"), ("number", "1806"))).Press("Hent inn i registeret");
        Assert.Equal(["1806", "5007", "5056", "5056", "5056"], await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.HomeKommune!).Order().ToListAsync()));
    }

    [Fact]
    public async Task However_a_split_kommune_is_written_it_is_one_question()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", Csv("Navn;E-post;Kommune;Kommunenr", "Ola Vik;ola@example.com;Snillfjord;", "Kari Moen;kari@example.com;SNILLFJORD;", "Ida Moen;ida@example.com;Snillfjord kommune;",
            "Per Lie;per@example.com;;1613", "Liv Lie;liv@example.com;1613 Snillfjord;", "Eva Lie;eva@example.com;Snillfjord kommune;5012", "Åse Lund;ase@example.com;Ålesund;1507", "Are Lund;are@example.com;1507 Ålesund;", "Ada Lund;ada@example.com;;1507"));
        Assert.Equal(["Snillfjord ble delt: hvilken kommune gjelder det i denne filen?", "Ålesund ble delt: hvilken kommune gjelder det i denne filen?"], dryRun.Document.QuerySelectorAll("label[for^=delt]").Select(label => label.TextContent));
        Assert.True(dryRun.Shows("6 rader venter på svar.") && dryRun.Shows("3 rader venter på svar."), dryRun.Text);

        await (await dryRun.Press("Bruk svaret og prøvekjør på nytt", ("number", "5059"), ("number", "1580"))).Press("Hent inn i registeret");
        var homes = await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.HomeKommune!).ToListAsync());
        Assert.Equal([(6, "5059"), (3, "1580")], homes.CountBy(home => home).OrderByDescending(home => home.Value).Select(home => (home.Value, home.Key)));
    }

    [Fact]
    public async Task Two_answers_about_one_kommune_are_refused()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Examples", "studentliste-namsos.csv");
        var outcome = await app.Command($"import persons {file} --kommune {app.Given.Kommune().Number} --split 1613=5056 --split 5012=5059");
        Assert.Equal((1, "Snillfjord har fått to svar: 5056 og 5059. Velg ett av dem for hele filen."), (outcome.Code, outcome.Error.Trim()));
    }

    [Fact]
    public async Task The_command_is_told_which_part_is_meant()
    {
        var kommune = app.Given.Kommune();
        var file = Path.Combine(AppContext.BaseDirectory, "Examples", "studentliste-namsos.csv");
        var outcome = await app.Command($"import persons {file} --kommune {kommune.Number} --split 1613=5056 --json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        var report = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal((51, 6), (report.GetProperty("new").GetInt32(), report.GetProperty("refused").GetInt32()));
        Assert.Equal(1, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number && s.HomeKommune == "5056")));
        foreach (var wrong in new[] { "1613=5007", "5007=5056", "1613" })
            Assert.StartsWith($"'{wrong}' does not name a kommune that was split", (await app.Command($"import persons {file} --kommune {kommune.Number} --split {wrong}")).Error);
    }
}
