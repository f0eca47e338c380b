using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Import;

public class NamingTheContactPerson(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_dry_run_names_both_and_an_undo_gives_the_former_one_back()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var (before, after) = (await kommune.User(Role.Recruiter, "kari@example.com"), await kommune.User(Role.Recruiter, "turid@example.com"));
        var student = await kommune.Student("Ida", d => d with { Email = "ida@example.com", ContactPersonId = before.Id, LicenceFrom = new(2026, 2, 3) });
        var list = Encoding.UTF8.GetBytes("Navn;E-post;Kontaktperson;Lisens\nIda Nordby;ida@example.com;turid@example.com;01.02.2027–31.12.2027");

        var dryRun = await recruiter.DryRun("liste.csv", list);
        Assert.True(dryRun.Shows("Kontaktperson"), dryRun.Text);
        foreach (var value in new[] { "kari@example.com", "turid@example.com", "3. februar 2026", "1. februar 2027", "31. desember 2027" })
            Assert.True(dryRun.Shows(value), value);
        var done = await dryRun.Press("Hent inn i registeret");
        Assert.Equal((after.Id, new DateOnly(2027, 2, 1)), ((await app.Find(student.Id)).ContactPersonId, (await app.Find(student.Id)).LicenceFrom));
        Assert.True((await recruiter.Open($"/studenter/{student.Id}")).Shows("Kontaktperson: kari@example.com → turid@example.com"));

        await (await recruiter.Open(done.Path + "/angre")).Press("Ja, angre importen");
        Assert.Equal(student.Details, (await app.Find(student.Id)).Details);
    }

    [Fact]
    public async Task A_colleague_who_has_left_is_nobodys_contact_person_again()
    {
        var kommune = app.Given.Kommune();
        var recruiter = await kommune.Recruiter();
        var gone = await kommune.User(Role.Recruiter);
        var student = await kommune.Student("Ida", d => d with { Email = "ida@example.com", ContactPersonId = gone.Id });
        var done = await recruiter.Import("liste.csv", Encoding.UTF8.GetBytes("Navn;E-post;Kontaktperson\nIda Nordby;ida@example.com;Turid Vik"));
        Assert.Equal("Turid Vik", (await app.Find(student.Id)).ContactName);
        await app.In<object?>(kommune.Number, async services =>
        {
            await services.GetRequiredService<Application.Data.RekrutteringDb>().Memberships.Where(m => m.UserId == gone.Id).ExecuteDeleteAsync();
            return null;
        });

        await (await recruiter.Open(done.Path + "/angre")).Press("Ja, angre importen");
        Assert.Equal((null, null), ((await app.Find(student.Id)).ContactPersonId, (await app.Find(student.Id)).ContactName));
    }

    [Fact]
    public async Task A_colleague_of_another_kommune_is_a_text_and_the_dry_run_says_so()
    {
        var (kommune, elsewhere) = (app.Given.Kommune(), app.Given.Kommune());
        var recruiter = await kommune.Recruiter();
        await elsewhere.User(Role.Recruiter, "nabo@example.com");
        var dryRun = await recruiter.DryRun("liste.csv", Encoding.UTF8.GetBytes("Navn;E-post;Kontaktperson\nIda Nordby;ida@example.com;nabo@example.com"));
        Assert.True(dryRun.Shows("Kontaktperson: «nabo@example.com» er ingen kollega som bruker programmet her."), dryRun.Text);
        await dryRun.Press("Hent inn i registeret");
        Assert.Equal("nabo@example.com", await app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune.Number).Select(s => s.ContactName).SingleAsync()));
    }
}
