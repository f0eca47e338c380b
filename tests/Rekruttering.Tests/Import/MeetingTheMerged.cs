using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;
using static Rekruttering.Tests.Import.ImportSteps;

namespace Rekruttering.Tests.Import;

/// <summary>What was decided about two rows of one person, or two persons of one name, holds for the lists that come after.</summary>
public sealed class MeetingTheMerged(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_list_with_the_old_values_of_either_meets_the_one_that_stays_and_brings_nothing_back()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var kept = await kommune.Student("Åse", d => d with { LastName = "Øverås", Email = "ase@example.com", BirthYear = 2001 });
        var away = await kommune.Student("Åse", d => d with { LastName = "Vik", Email = "vik@example.com", Phone = "+4790000000", BirthYear = 2001 });
        await (await recruiter.Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen", ("take[epost]", "Away"));

        var list = Csv("Fornavn;Etternavn;E-post;Mobil;Ferdig", "Åse;Vik;vik@example.com;90000000;2029", "Åse;Øverås;ase@example.com;;2029");
        var done = await recruiter.Import("liste.csv", list);

        Assert.True(done.Shows("1 endret, 1 lik."), done.Text);
        Assert.True(done.Shows("Ferdig: (tomt) → 2029"), done.Text);
        var one = await app.Look(db => db.Students.SingleAsync(s => s.KommuneNumber == kommune.Number));
        Assert.Equal((kept.Id, "Øverås", "vik@example.com", 2029), (one.Id, one.LastName, one.Email, one.GraduationYear));
        // And by hand: the old address is this student's.
        var again = await (await recruiter.Open("/studenter/ny")).Press("Legg til", [("Input.FirstName", "Eva"), ("Input.LastName", "Lund"), ("Input.Email", "ase@example.com"), .. Source.Take(2)]);
        Assert.Contains("E-post: En student med denne e-postadressen står allerede i registeret.", again.Errors);
    }

    [Fact]
    public async Task A_row_of_one_of_two_persons_is_not_a_question_about_the_other()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var known = await kommune.Student("Kari", d => d with { LastName = "Vik", Email = null, StudyPlaceCode = "pl-lodz", CountryCode = "PL" });
        var list = Csv("Fornavn;Etternavn;Studiested", "Kari;Vik;Semmelweis");
        await (await (await recruiter.Upload("liste.csv", list)).Press("Prøvekjør", Source)).Press("Hent inn i registeret", ("takeDuplicates", "true"));
        Assert.True((await recruiter.Import("liste.csv", list)).Shows("1 mulig dublett."));

        await (await recruiter.Open("/studenter/like")).Press("To personer");
        var again = await recruiter.Import("liste.csv", list);

        Assert.True(again.Shows("1 lik."), again.Text);
        Assert.Equal(2, await kommune.Students());
        // A third of the name, of whom nobody has said anything, is still a question.
        Assert.True((await recruiter.Import("liste.csv", Csv("Fornavn;Etternavn", "Kari;Vik"))).Shows("1 mulig dublett."));
        Assert.Equal("pl-lodz", (await app.Find(known.Id)).StudyPlaceCode);
    }

    [Fact]
    public async Task Of_two_persons_who_both_fit_the_row_is_the_one_that_fits_better()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var one = await kommune.Student("Kari", d => d with { LastName = "Vik", Email = null, BirthYear = 2001, Phone = "+4748353392" });
        await kommune.Student("Kari", d => d with { LastName = "Vik", Email = null, BirthYear = 2001 });
        var list = Csv("Fornavn;Etternavn;Mobil;Fødselsår;Ferdig", "Kari;Vik;48353392;2001;2029");
        Assert.True((await recruiter.DryRun("liste.csv", list)).Shows("1 mulig dublett."));

        await (await recruiter.Open("/studenter/like")).Press("To personer");

        Assert.True((await recruiter.Import("liste.csv", list)).Shows("1 endret."));
        Assert.Equal(2029, (await app.Find(one.Id)).GraduationYear);
    }
}
