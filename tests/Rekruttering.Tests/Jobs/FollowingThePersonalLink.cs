using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Jobs;

/// <summary>Who opens a link, and what it shows: mail scanners open links, and some follow every link they find.</summary>
public sealed class FollowingThePersonalLink(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task Every_link_of_the_mail_and_of_the_page_behind_it_changes_nothing_however_often()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings();
        var (job, student) = (await kommune.Job(), await kommune.Student("Åse", s => s with { StartTerm = new Term(2024, Season.Autumn) }));
        var recruiter = await kommune.Recruiter();
        var review = await recruiter.Open($"/sommerjobber/{job.Id}/tilby/se-over?valgt={student.Id}");
        await review.Press("Send 1 tilbud");
        await app.Run<SendMessages>(send => send.ExecuteAsync(CancellationToken.None));
        var mail = Directory.GetFiles(Path.Combine(app.Folder.FullName, "outbox"), "*.eml").Select(file => ReceivedMail.Parse(File.ReadAllBytes(file))).Single(m => m.To.Address == student.Email);
        var links = mail.Links.Where(link => link.StartsWith("https://rekruttering.example.com/", StringComparison.Ordinal)).Select(link => new Uri(link).PathAndQuery).Distinct().ToList();
        Assert.Contains(links, link => link.StartsWith("/svar/", StringComparison.Ordinal));
        var before = await Everything();

        var seen = new HashSet<string>();
        for (var round = 0; round < 2; round++)
            foreach (var link in links)
                await FollowAll(link, seen, depth: 2);

        Assert.True(seen.Count > 10, $"Only {seen.Count} addresses were found.");
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task What_is_no_link_of_an_offer_looks_the_same_whatever_is_wrong_with_it()
    {
        using var later = new RekrutteringApp();
        var kommune = later.Given.Kommune("Namsos");
        var expired = await kommune.Offer(await kommune.Job());
        later.Clock.Move(PersonalLink.Lifetime + TimeSpan.FromMinutes(1));
        var withoutOffer = await kommune.Link(await kommune.Student());
        var unknown = Domain.Common.SecretToken.Create().Token;

        var pages = new List<SeenPage>();
        foreach (var token in (string[])[unknown, expired.Token, withoutOffer, "x", unknown[..42], unknown + "A", "' OR 1=1"])
            pages.Add(await later.Visitor().Open($"/svar/{Uri.EscapeDataString(token)}"));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.NotFound, "Denne lenken virker ikke"), (page.Status, page.Heading)));
        Assert.Single(pages.Where((_, i) => i != 2).Select(page => page.Text).Distinct());
        Assert.True(pages[0].Shows("svar på e-posten"));
        Assert.Equal(HttpStatusCode.NotFound, (await later.Visitor().Open($"/mine-opplysninger/{unknown}")).Status);
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_mail_and_changes_it_without_a_cookie()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job(), await kommune.Student(with: s => s with { WrittenForm = WrittenForm.Nynorsk }));
        var visitor = app.Visitor();

        var page = await visitor.Open(offer.Address);
        Assert.True(page.Shows("Svar innan fredag 5. februar kl. 15."));
        Assert.Equal("nn", page.Document.DocumentElement.GetAttribute("lang"));

        var english = await visitor.Open(page.Document.QuerySelectorAll("nav a").OfType<IHtmlAnchorElement>().Single(a => a.TextContent == "English").Href);
        Assert.True(english.Shows("Please answer by 15:00 on Friday 5 February."));
        var receipt = await (await english.Follow("Yes, please")).Press("Send: yes, please");
        Assert.Equal("You said yes, and the place is yours", receipt.Heading);
        Assert.True((await visitor.Open(offer.Address)).Shows("Du har takka ja"));
    }

    [Fact]
    public async Task No_cookie_is_set_the_address_goes_nowhere_and_the_log_does_not_know_it()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());

        var page = await app.Visitor().Open(offer.Address + "/ja?sprak=en");
        await page.Press("Send: yes, please");

        // The framework clears a cookie that was never set.
        var set = (page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).Where(cookie => !cookie.Contains("=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        Assert.Empty(set);
        Assert.Equal("no-referrer", Assert.Single(page.Response.Headers.GetValues("Referrer-Policy")));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(offer.Token, app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_student_sees_what_the_register_holds()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Åse", s => s with { Phone = "+4748353392", Note = "Liker vinter", StartTerm = new Term(2022, Season.Autumn), Ties = new(GrewUp: "", Other: "Hytte på Jøa") });
        var offer = await kommune.Offer(await kommune.Job(), student);

        var page = await app.Visitor().Open($"/mine-opplysninger/{offer.Token}");

        foreach (var fact in (string[])["Åse Nordby", student.Email!, "Liker vinter", "høst 2022", "vokste opp her; annet: Hytte på Jøa", "Oppgitt av studenten", "Assistent på legevakt"])
            Assert.True(page.Shows(fact), fact);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/avmelding/{offer.Token}']"));
    }

    [Theory]
    [InlineData(LegalBasis.Consent, "samtykket ditt (GDPR art. 6 nr. 1 a) ")]
    [InlineData(LegalBasis.PublicTask, "en oppgave i allmennhetens interesse (GDPR art. 6 nr. 1 e): helse- og omsorgstjenesteloven § 8-1 ")]
    public async Task What_the_law_allows_the_kommune_is_no_ground_of_a_consent(LegalBasis basis, string told)
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => s.LegalBasisText = "helse- og omsorgstjenesteloven § 8-1");
        var student = await kommune.Student(with: s => s with { LegalBasis = basis });

        var page = await app.Visitor().Open($"/mine-opplysninger/{await kommune.Link(student)}");

        Assert.True(page.Shows(told), page.Text);
    }

    private async Task FollowAll(string address, HashSet<string> seen, int depth)
    {
        var visitor = app.Visitor();
        using var head = await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        var page = await visitor.Open(address);
        Assert.True((int)page.Status < 500, $"{address}: {page.Status}");
        seen.Add(address);
        if (depth == 0)
            return;
        foreach (var link in page.Document.QuerySelectorAll("a").OfType<IHtmlAnchorElement>().Select(a => new Uri(a.Href)).Where(u => u.Host == "localhost" && u.AbsolutePath.Length > 40).Select(u => u.PathAndQuery).Distinct().ToList())
            if (!seen.Contains(link))
                await FollowAll(link, seen, depth - 1);
    }

    private Task<string> Everything() => app.Look(async db =>
    {
        var offers = await db.JobOffers.OrderBy(o => o.Id).Select(o => $"{o.Id} {o.Status} {o.Version}").ToListAsync();
        var students = await db.Students.OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Version} {s.Reservations.Count}").ToListAsync();
        var counts = $"{await db.Messages.CountAsync()} {await db.Timeline.CountAsync()} {await db.Inquiries.CountAsync()} {await db.Lis1Wishes.CountAsync()} {await db.PersonalLinks.CountAsync()}";
        return string.Join('\n', offers.Concat(students).Append(counts));
    });
}
