using System.Net;
using Rekruttering.Domain.Statistics;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Joining;

/// <summary>The kommune opens its page, and has a link, a picture and texts to share.</summary>
public sealed class SharingTheLink(SendingApp app) : IClassFixture<SendingApp>
{
    private const string Address = "https://rekruttering.example.com/meld-deg/naeroysund";

    [Fact]
    public async Task An_administrator_opens_the_page_once_it_can_tell_what_the_law_wants_told_and_closes_it()
    {
        var kommune = app.Given.Kommune("Åfjord");
        await kommune.Settings();
        var kari = await kommune.Administrator();
        var page = await kari.Open("/innstillinger/pamelding");
        Assert.True(page.Shows("Studentene må få vite hvor lenge opplysningene lagres."), page.Text);
        var refused = await kari.PostBare("/innstillinger/pamelding", ("open", "true"), ("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        Assert.Contains("hvor lenge opplysningene lagres", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open("/meld-deg/afjord")).Status);
        Assert.True((await kari.Open("/dekning/del")).Shows("Påmeldingssiden er ikke åpen"));
        await kommune.Settings(s => s.RetentionText = "To år");

        var open = await (await kari.Open("/innstillinger/pamelding")).Press("Åpne siden");

        Assert.Equal("Siden er åpen. Lenken kan deles.", open.Said);
        Assert.Equal("https://rekruttering.example.com/meld-deg/afjord", open.Document.QuerySelector("#pamelding")!.TextContent);
        Assert.NotNull(open.Document.QuerySelector("svg.app-qr[aria-label='QR-kode til påmeldingssiden']"));
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open("/meld-deg/afjord")).Status);
        await open.Press("Lukk siden");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Open("/meld-deg/afjord")).Status);
    }

    [Fact]
    public async Task Everybody_who_works_there_finds_the_link_and_texts_that_carry_it()
    {
        var kommune = await app.OpenKommune("Nærøysund");
        var lise = await kommune.Reader();

        var page = await lise.Open("/dekning/del");
        var picture = await lise.Http.GetAsync("/dekning/del?handler=Picture");

        Assert.True(page.Shows("Til rådgiverne på videregående") && page.Shows("Til studentlag") && page.Shows("Til studentene selv"), page.Text);
        Assert.All(page.Document.QuerySelectorAll("blockquote"), text => Assert.Contains(Address, text.TextContent, StringComparison.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("a[href^='mailto:']"), link => Assert.Contains(Uri.EscapeDataString(Address), link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg", await picture.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_in_the_coverage_suggests_the_link()
    {
        var (open, closed) = (await app.OpenKommune(), app.Given.Kommune());
        await closed.Settings();
        foreach (var kommune in (GivenKommune[])[open, closed])
        {
            var facts = new TableFacts("Medisinstudenter", "SSB", CountDefinition.HomeAt16, null, null, "[]", new TableCounts(1, 1, 0, 0, 0, 1, 1));
            var table = new StatisticsExtract(kommune.Number, "tabell.csv", "b", facts, Guid.CreateVersion7(), app.Clock.Now);
            _ = table.Use(CountDefinition.HomeAt16, new DateOnly(2025, 10, 1), 2025, "SSB", app.Clock.Now);
            await kommune.Save(table, new StatisticsCell(table, new ReadCell(kommune.Number, kommune.Number, 2025, "PL", CountedStatus.Studying, "", CellValue.Of(4))));
        }

        var (suggests, wouldOpen) = (await (await open.Recruiter()).Open("/dekning"), await (await closed.Recruiter()).Open("/dekning"));

        Assert.True(suggests.Shows("Del påmeldingslenken") && suggests.Shows($"https://rekruttering.example.com{open.Page()}"), suggests.Text);
        Assert.Equal("Del påmeldingslenken", (await suggests.Visitor.Open("/dekning/del")).Heading);
        Assert.True(wouldOpen.Shows("Åpne påmeldingssiden"));
        Assert.DoesNotContain("/meld-deg/", wouldOpen.Body, StringComparison.Ordinal);
    }
}
