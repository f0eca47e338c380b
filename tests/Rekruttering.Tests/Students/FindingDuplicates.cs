using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Students;

/// <summary>/studenter/like, and the warning while a new student is typed.</summary>
public sealed class FindingDuplicates(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task Pairs_are_found_by_address_telephone_and_folded_name_the_most_alike_first()
    {
        var kommune = app.Given.Kommune();
        await Student(kommune, "Åse", "Øverås", d => d with { BirthYear = 2001 });
        await Student(kommune, "Aase", "Øveraas", d => d with { BirthYear = 2001 });
        await Student(kommune, "Kari", "Vik", d => d with { Phone = "+4748353392" });
        await Student(kommune, "Kari", "Berg", d => d with { Phone = "+4748353392" });
        await Student(kommune, "Anne", "Moen", d => d with { BirthYear = 2000 });
        await Student(kommune, "Anne Grete", "Moen", d => d with { BirthYear = 2000 }, s => s.Archive(app.Clock.Now));
        await Student(kommune, "Ola", "Holm", d => d with { Email = "holm@example.com" });
        await Student(kommune, "Eva", "Lund", d => d with { Email = "HOLM@example.com" });
        // Two of one name and different years are two persons; a namesake of another kommune is nobody's business.
        await Student(kommune, "Per", "Sand", d => d with { BirthYear = 1999 });
        await Student(kommune, "Per", "Sand", d => d with { BirthYear = 2000 });
        await Student(app.Given.Kommune(), "Ola", "Holm");

        var page = await (await kommune.Reader()).Open("/studenter/like");

        Assert.True(page.Shows("4 par kan være samme person"), page.Text);
        Assert.Equal(["Aase Øveraas/Åse Øverås", "Eva Lund/Ola Holm", "Anne Grete Moen/Anne Moen", "Kari Berg/Kari Vik"], Pairs(page));
        Assert.True(page.Shows("svært like samme navn, samme fødselsår"));
        Assert.True(page.Shows("ligner samme e-post, ulike navn"));
        Assert.Empty(page.Document.QuerySelectorAll("main form button"));
    }

    [Fact]
    public async Task A_pair_said_to_be_two_persons_is_not_shown_again_until_somebody_takes_that_back()
    {
        var kommune = app.Given.Kommune();
        await Student(kommune, "Kari", "Vik");
        await Student(kommune, "Kari", "Vik");
        var recruiter = await kommune.Recruiter();

        var gone = await (await recruiter.Open("/studenter/like")).Press("To personer");
        Assert.Equal("De to vises ikke som par igjen.", gone.Said);
        Assert.True(gone.Shows("Ingen dobbeltføringer") && gone.Shows("Kari Vik og Kari Vik"));

        Assert.Single(Pairs(await gone.Press("Vis som par igjen")));
    }

    [Fact]
    public async Task Many_pairs_are_paged()
    {
        var kommune = app.Given.Kommune();
        for (var i = 0; i < 23; i++)
        {
            await Student(kommune, "Kari" + (char)('a' + i), "Vik");
            await Student(kommune, "Kari" + (char)('a' + i), "Vik");
        }
        var recruiter = await kommune.Recruiter();
        var first = await recruiter.Open("/studenter/like");
        var second = await recruiter.Open("/studenter/like?side=2");

        Assert.Equal((20, 3), (Pairs(first).Count, Pairs(second).Count));
        Assert.Empty(Pairs(first).Intersect(Pairs(second)));
        Assert.Equal("/studenter/like?side=2", (await second.Press("To personer")).Path);
    }

    [Fact]
    public async Task Anothers_student_is_not_there_to_be_marked()
    {
        var (kommune, other) = (app.Given.Kommune(), app.Given.Kommune());
        var (one, two) = (await Student(kommune, "Kari", "Vik"), await Student(kommune, "Kari", "Vik"));
        var (mine, theirs) = (await kommune.Student(), await other.Student());
        var page = await (await kommune.Recruiter()).Open("/studenter/like");

        foreach (var (first, second) in new[] { (mine.Id, theirs.Id), (theirs.Id, mine.Id), (mine.Id, Guid.CreateVersion7()) })
            Assert.Equal(HttpStatusCode.NotFound, (await page.Press("To personer", ("one", first.ToString()), ("other", second.ToString()))).Status);
        Assert.Equal(["Velg to ulike studenter."], (await page.Press("To personer", ("one", one.Id.ToString()), ("other", one.Id.ToString()))).Errors);
        Assert.False(await app.Look(db => db.TwoPersons.AnyAsync(p => p.KommuneNumber == kommune.Number)));
        Assert.NotEqual(one.Id, two.Id);
    }

    [Fact]
    public async Task Whoever_it_may_be_is_shown_while_it_is_typed_and_nothing_is_written()
    {
        var kommune = app.Given.Kommune();
        var known = await Student(kommune, "Åse", "Øverås", d => d with { Phone = "+4748353392", BirthYear = 2001 });
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");
        Assert.Equal("?handler=Alike", form.Document.QuerySelector("form[data-alike]")!.GetAttribute("data-alike"));
        Assert.NotNull(form.Document.QuerySelector("[data-alike-here]"));
        async Task<SeenPage> Typed(params (string, string)[] fields) => await form.Visitor.PostBare("/studenter/ny?handler=Alike",
            [("__RequestVerificationToken", form.Document.QuerySelector("form[data-alike] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), .. fields]);

        Assert.True((await Typed(("Input.FirstName", "Aase"), ("Input.LastName", "Øveraas"))).Shows("Åse Øverås, ukjent år, født 2001: samme navn"));
        Assert.True((await Typed(("Input.FirstName", "Åse"), ("Input.Phone", "483 53 392"))).Shows("samme telefon"));
        Assert.True((await Typed(("Input.Email", known.Email!.ToUpperInvariant()))).Shows("samme e-post"));
        Assert.Equal("", (await Typed(("Input.FirstName", "Åse"), ("Input.LastName", "Øverås"), ("Input.BirthYear", "1998"))).Text);
        Assert.Equal("", (await Typed(("Input.BirthYear", "to tusen"))).Text);
        Assert.Equal(1, await app.Look(db => db.Students.CountAsync(s => s.KommuneNumber == kommune.Number)));
    }

    [Fact]
    public async Task Whoever_is_taken_in_all_the_same_is_another_person_from_then_on()
    {
        var kommune = app.Given.Kommune();
        await Student(kommune, "Åse", "Øverås", d => d with { Phone = "+4748353392" });
        var form = await (await kommune.Recruiter()).Open("/studenter/ny");

        var asked = await form.Press("Legg til", ("Input.FirstName", "Åse"), ("Input.LastName", "Øverås"), ("Input.Source", "Ringte"), ("Input.LegalBasis", "PublicTask"));
        Assert.Equal(["Det står noen i registeret som kan være samme person. Se om det er den samme før du lagrer."], asked.Errors);
        Assert.Equal("Åse Øverås", (await asked.Press("Det er en annen, legg til")).Heading);

        Assert.True((await (await kommune.Reader()).Open("/studenter/like")).Shows("Ingen dobbeltføringer"));
    }

    private static List<string> Pairs(SeenPage page) =>
        [.. page.Document.QuerySelectorAll(".app-pair-card").Select(card => string.Join('/', card.QuerySelectorAll(".app-pair-name a").Select(a => a.TextContent).Order(StringComparer.Ordinal)))];

    private static Task<Student> Student(GivenKommune kommune, string first, string last, Func<StudentDetails, StudentDetails>? with = null, Action<Student>? then = null) =>
        kommune.Student(first, d => (with?.Invoke(d) ?? d) with { LastName = last }, then);
}
