using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

public sealed class MeetingUnknownStudyPlaces(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private static readonly byte[] List = Csv("Navn;E-post;Studiested;Land",
        "Ola Vik;ola@example.com;Sofia Med;Bulgaria", "Kari Moen;kari@example.com;Sofia Med;Bulgaria", "Per Lie;per@example.com;Trondhjem medisin;", "Liv Lie;liv@example.com;NTNU;Norge");

    [Fact]
    public async Task Each_spelling_is_asked_about_once_and_the_answer_is_remembered()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", List);
        Assert.True(dryRun.Shows("Studiesteder vi ikke kjenner"), dryRun.Text);
        Assert.True(dryRun.Shows("Sofia Med 2 rader"), dryRun.Text);
        Assert.True(dryRun.Shows("Trondhjem medisin 1 rad"), dryRun.Text);

        var question = await dryRun.Follow("Sofia Med");
        Assert.Equal("Hvilket studiested er «Sofia Med»?", question.Heading);
        Assert.True(question.Shows("2 rader i listen sier dette."), question.Text);
        Assert.Equal("BG", question.Document.QuerySelector("#Input_CountryCode option[selected]")!.GetAttribute("value"));
        Assert.Equal(["Land: Velg landet studiestedet ligger i."], (await question.Press("Legg til stedet og prøvekjør på nytt", ("Input.CountryCode", ""))).Errors);
        var added = await question.Press("Legg til stedet og prøvekjør på nytt", ("Input.Name", "Medical University, Sofia"));
        Assert.Equal("«Sofia Med» er husket.", added.Said);
        Assert.True(added.Shows("Et studiested vi ikke kjenner"), added.Text);
        Assert.True(added.Shows("4 nye."), added.Text);

        var same = await added.Follow("Trondhjem medisin");
        Assert.Equal(["Det er det samme som: Velg et studiested fra listen."], (await same.Press("Husk navnet og prøvekjør på nytt")).Errors);
        var done = await same.Press("Husk navnet og prøvekjør på nytt", ("PlaceCode", "ntnu"));
        Assert.False(done.Shows("vi ikke kjenner"), done.Text);
        await done.Press("Hent inn i registeret");
        Assert.Equal([("Kari", "Medical University, Sofia", 12), ("Liv", null, 0), ("Ola", "Medical University, Sofia", 12), ("Per", null, 0)],
            await app.Look(async db => (await db.Students.Where(s => s.KommuneNumber == kommune.Number).OrderBy(s => s.FirstName).Select(s => new { s.FirstName, s.StudyPlaceText, Terms = s.StudyTerms ?? 0 }).ToListAsync()).Select(s => (s.FirstName, s.StudyPlaceText, s.Terms))));
        Assert.Equal(2, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number && s.StudyPlaceCode == "ntnu")));

        // The next list from there is understood, and says nothing new.
        var next = await recruiter.DryRun("neste.csv", Csv("Navn;E-post;Studiested", "Ola Vik;ola@example.com;SOFIA MED", "Ida Vik;ida@example.com;Trondhjem medisin"));
        Assert.False(next.Shows("vi ikke kjenner"), next.Text);
        Assert.True(next.Shows("1 ny, 1 lik."), next.Text);
        // And nobody else's list.
        Assert.True((await (await app.Given.Kommune().Recruiter()).DryRun("liste.csv", List)).Shows("Sofia Med 2 rader"));
    }

    [Fact]
    public async Task Without_an_answer_the_text_is_kept_and_can_be_given_a_meaning_later()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        await recruiter.Import("liste.csv", List);
        Assert.Equal(2, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number && s.StudyPlaceText == "Sofia Med" && s.StudyPlaceCode == null)));
        var said = await (await recruiter.Open("/studenter/studiesteder/nytt")).Press("Legg til studiestedet", ("Input.Name", "Sofia Med"), ("Input.CountryCode", "BG"));
        Assert.Equal("Sofia Med er lagt til. 2 studenter sto med dette som tekst, og er satt dit.", said.Said);
    }

    [Fact]
    public async Task Only_a_dry_run_asks()
    {
        var recruiter = await app.Given.Kommune().Recruiter();
        var dryRun = await recruiter.DryRun("liste.csv", List);
        var question = await dryRun.Follow("Sofia Med");
        await dryRun.Press("Hent inn i registeret");
        Assert.StartsWith("Importen er allerede kommet videre.", Assert.Single((await question.Press("Legg til stedet og prøvekjør på nytt", ("Input.CountryCode", "BG"))).Errors));
        Assert.Equal("liste.csv", (await recruiter.Open(question.Path)).Heading);
        Assert.Equal(404, (int)(await recruiter.Open($"/import/personer/{Guid.CreateVersion7()}/studiested?tekst=x")).Status);
    }
}
