using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class BeingTheFirst : IDisposable
{
    private const string Password = "fire ord som ikke passer";
    private readonly RekrutteringApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_printed_link_makes_an_administrator_of_the_kommune_she_chooses_once()
    {
        var link = await PrintedLink();

        var inside = await Fill(await _app.Visitor().Open(link));

        Assert.Equal("/innstillinger", inside.Path);
        Assert.True(inside.Shows("Namsos"));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task Two_who_have_the_link_cannot_both_use_it()
    {
        var link = await PrintedLink();
        var (one, two) = (await _app.Visitor().Open(link), await _app.Visitor().Open(link));

        await Fill(one);
        var second = await Fill(two, "to@example.com");

        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.Equal(1, await _app.Look(db => Task.FromResult(db.Users.Count())));
    }

    [Fact]
    public async Task The_link_ends_after_a_day()
    {
        var link = await PrintedLink();

        _app.Clock.Move(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task An_incomplete_form_says_what_is_missing_in_the_order_of_the_page()
    {
        var page = await _app.Visitor().Open(await PrintedLink());

        var refused = await page.Press("Opprett bruker");

        Assert.Equal(["Kommunen du arbeider i: Velg kommunen du arbeider i.", "Navn: Skriv navnet ditt.", "E-postadresse: Skriv e-postadressen din.", "Passord: Velg et passord.", "Passordet en gang til: Skriv passordet en gang til."], refused.Errors);
        Assert.StartsWith("Feil: ", refused.Document.Title);
        Assert.Equal("Input_Name-feil", refused.Document.QuerySelector("#Input_Name")!.GetAttribute("aria-describedby"));
        Assert.Equal("true", refused.Document.QuerySelector("#Input_Name")!.GetAttribute("aria-invalid"));
        Assert.Equal("Skriv navnet ditt.", refused.Document.QuerySelector("#Input_Name-feil")!.TextContent);
    }

    private async Task<string> PrintedLink() => "/forste-administrator/" + await _app.In(null, services =>
        services.GetRequiredService<IssueOneTimeLink>().ExecuteAsync(OneTimeLinkPurpose.FirstAdministrator, null));

    private static Task<SeenPage> Fill(SeenPage page, string email = "kari@example.com") => page.Press("Opprett bruker",
        ("Input.Kommune", "5007"), ("Input.Name", "Kari Nordmann"), ("Input.Email", email), ("Input.Password", Password), ("Input.Repeated", Password));
}
