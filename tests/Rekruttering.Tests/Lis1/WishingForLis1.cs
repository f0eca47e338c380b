using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Lis1;

/// <summary>A student says where LIS1 is wanted, and the kommune reads it.</summary>
public sealed class WishingForLis1(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_student_orders_hospitals_without_scripts_and_may_change_them()
    {
        var namsos = app.Given.Kommune("Namsos");
        var student = await namsos.Student("Åse");
        var visitor = app.Visitor();
        var address = $"/lis1/{await namsos.Link(student)}";

        var start = await visitor.Open(address);
        Assert.True(start.Shows("Namsos kommune kan fortelle dem om deg og anbefale deg, men kan aldri love deg en plass."));
        Assert.Equal(6, start.Document.QuerySelectorAll(".app-answers a").Length);
        var form = await visitor.Open(address + "/2027-09");
        // The kommune's own hospitals stand first.
        Assert.Equal("hnt-namsos", form.Document.QuerySelectorAll("#hospital-0 option")[1].GetAttribute("value"));

        var saved = await form.Press("Lagre ønskene", ("hospital", "hnt-namsos"), ("hospital", ""), ("hospital", "ahus"), ("comment", "Fnr 01010112345"));
        Assert.Equal("Ønskene dine er lagret", saved.Heading);
        Assert.Equal(["Sykehuset Namsos", "Akershus universitetssykehus"], saved.Document.QuerySelectorAll(".app-order li").Select(li => li.TextContent));
        Assert.True(saved.Shows("Fnr [fjernet]"));

        await (await saved.Follow("Endre ønskene")).Press("Lagre ønskene");
        var again = await (await saved.Follow("Endre ønskene")).Press("Lagre ønskene", ("hospital", "ahus"));
        Assert.Equal(["Akershus universitetssykehus"], again.Document.QuerySelectorAll(".app-order li").Select(li => li.TextContent));
        // The same again in between was no change.
        var told = await app.Look(db => db.Timeline.Where(e => e.StudentId == student.Id && e.Kind == TimelineKind.Lis1WishesStated).OrderBy(e => e.Id).Select(e => e.Summary).ToListAsync());
        Assert.Equal(["Ønsker LIS1 fra september 2027: 1. Sykehuset Namsos, 2. Akershus universitetssykehus.", "Ønsker LIS1 fra september 2027: 1. Akershus universitetssykehus."], told);
    }

    [Fact]
    public async Task What_cannot_be_wished_is_refused_and_nothing_is_lost()
    {
        var kommune = app.Given.Kommune();
        var token = await kommune.Link(await kommune.Student());
        var visitor = app.Visitor();
        var form = await visitor.Open($"/lis1/{token}/2027-03");

        var empty = await form.Press("Lagre ønskene", ("comment", "Helst nord"));
        Assert.True(empty.Shows("Velg minst ett sykehus.") && empty.Shows("Helst nord"));
        Assert.True((await form.Press("Lagre ønskene", ("hospital", "oslo"))).Shows("Velg minst ett sykehus."));
        Assert.True((await form.Press("Lagre ønskene", ("hospital", "ahus"), ("comment", new string('x', 1001)))).Shows("Skriv høyst 1000 tegn."));
        Assert.Equal(0, await app.Look(db => db.Lis1Wishes.CountAsync(w => w.KommuneNumber == kommune.Number)));
        foreach (var address in (string[])[$"/lis1/{token}/2026-09", $"/lis1/{token}/2030-03", $"/lis1/{token}/x", "/lis1/x"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(address)).Status);
    }

    [Fact]
    public async Task A_wish_is_taken_back_by_its_button_or_by_emptying_it_and_the_kommune_is_told()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Anne");
        var (address, recruiter) = ($"/lis1/{await kommune.Link(student)}", await kommune.Recruiter());
        foreach (var byButton in (bool[])[true, false])
        {
            await Wish(kommune, student, "hnt-namsos", "ahus");
            Assert.True((await recruiter.Open("/lis1?opptak=2027-09")).Shows("Anne Nordby"));

            var saved = await app.Visitor().Open(address + "/2027-09");
            var kept = await (await saved.Follow("Endre ønskene")).Press("Lagre ønskene", ("hospital", ""), ("comment", "Helst nord"));
            Assert.True(kept.Shows("Velg minst ett sykehus. Vil du ta ønskene tilbake, så tøm kommentaren også."), kept.Text);
            var back = byButton ? await saved.Press("Ta tilbake ønskene") : await (await saved.Follow("Endre ønskene")).Press("Lagre ønskene", ("hospital", ""));

            Assert.Equal(("Ønskene er tatt tilbake.", address), (back.Said, back.Path));
            Assert.False((await recruiter.Open("/lis1?opptak=2027-09")).Shows("Anne Nordby"));
            Assert.True((await recruiter.Open($"/studenter/{student.Id}")).Shows("Tok tilbake ønskene om LIS1 fra september 2027."));
        }
        Assert.Equal(0, await app.Look(db => db.Lis1Wishes.CountAsync(w => w.StudentId == student.Id)));
    }

    [Fact]
    public async Task Two_tabs_at_once_leave_one_list()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var form = await app.Visitor().Open($"/lis1/{await kommune.Link(student)}/2027-03");

        await Task.WhenAll(form.Press("Lagre ønskene", ("hospital", "ahus")), form.Press("Lagre ønskene", ("hospital", "ahus")), form.Press("Lagre ønskene", ("hospital", "ahus")));

        Assert.Equal(1, await app.Look(db => db.Lis1Wishes.CountAsync(w => w.StudentId == student.Id)));
        Assert.Equal(1, await app.Look(db => db.Timeline.CountAsync(e => e.StudentId == student.Id)));
    }

    [Fact]
    public async Task The_kommune_reads_who_wants_which_hospital_with_its_own_first()
    {
        var kommune = app.Given.Kommune("Steinkjer");
        await Wish(kommune, await kommune.Student("Anne"), "ahus", "hnt-namsos");
        await Wish(kommune, await kommune.Student("Berit"), "hnt-levanger");
        await Wish(kommune, await kommune.Student("Cato", then: s => s.Archive(app.Clock.Now)), "ahus");
        var reader = await kommune.Reader();

        var page = await reader.Open("/lis1");
        Assert.Equal(["Berit Nordby", "Anne Nordby"], page.Document.QuerySelectorAll("#studenter ~ .app-table tbody th a").Select(a => a.TextContent));
        Assert.Equal("/lis1?opptak=2027-09", page.Document.QuerySelector(".app-tabs [aria-current]")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector("svg[role=img] > title"));
        Assert.True(page.Shows("sjekk dem hos Helsedirektoratet"));
        Assert.Equal(["Sykehuset Levanger 1 1", "Sykehuset Namsos 0 1", "Akershus universitetssykehus 1 1"],
            page.Document.QuerySelectorAll("#sykehus ~ .app-table tbody tr").Select(row => $"{row.QuerySelector("a")!.TextContent} {string.Join(' ', row.QuerySelectorAll("td").Select(td => td.TextContent))}"));

        Assert.Equal(["Anne Nordby"], (await reader.Open("/lis1?opptak=2027-09&sykehus=ahus")).Document.QuerySelectorAll("#studenter ~ .app-table tbody th a").Select(a => a.TextContent));
        Assert.True((await reader.Open("/lis1?opptak=2028-03")).Shows("Ingen har sagt hvor de vil til mars 2028"));
        Assert.False((await (await app.Given.Kommune().Reader()).Open("/lis1?opptak=2027-09")).Shows("Berit"));
    }

    private async Task Wish(GivenKommune kommune, Student student, params string[] hospitals)
    {
        var form = await app.Visitor().Open($"/lis1/{await kommune.Link(student)}/2027-09");
        await form.Press("Lagre ønskene", [.. hospitals.Select(h => ("hospital", h))]);
    }
}
