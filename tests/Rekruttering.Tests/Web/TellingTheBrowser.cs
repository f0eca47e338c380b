using System.Text.RegularExpressions;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed partial class TellingTheBrowser(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_page_takes_scripts_and_styles_from_us_alone_and_stands_in_no_frame()
    {
        var headers = (await app.Visitor().Open("/logg-inn")).Response.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("no-store", headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/svar/abc", "no-referrer"), InlineData("/avmelding/abc", "no-referrer"), InlineData("/lis1/abc", "no-referrer"), InlineData("/logg-inn", "same-origin")]
    public async Task A_personal_link_is_not_sent_on(string address, string policy)
    {
        var headers = (await app.Visitor().Open(address)).Response.Headers;

        Assert.Equal(policy, Assert.Single(headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/logg-inn"), InlineData("/personvern"), InlineData("/tilgjengelighet"), InlineData("/min-konto"), InlineData("/min-konto/engangskode"), InlineData("/brukere"), InlineData("/innstillinger"), InlineData("/finnes/ikke")]
    public async Task No_page_carries_a_script_or_a_style_in_itself(string address)
    {
        var page = await (await app.Given.Kommune().Administrator()).Open(address);

        Assert.Empty(page.Document.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotMatch(Handler(), page.Body);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".ds-skip-link[href='#innhold']"));
    }

    [Fact]
    public async Task Letters_of_Norwegian_stay_letters()
    {
        var page = await app.Visitor().Open("/tilgjengelighet");

        Assert.Contains("Får du ikke hjelp", page.Body);
        Assert.DoesNotContain("&#x", page.Body);
    }

    [Fact]
    public async Task What_a_user_is_called_is_text_and_never_markup()
    {
        var kommune = app.Given.Kommune();
        var administrator = await kommune.Administrator();
        var settings = await administrator.Open("/innstillinger");

        var saved = await settings.Press("Lagre", ("Input.SenderName", "<script>alert(1)</script> \"Kari\""));

        Assert.DoesNotContain("<script>alert", saved.Body);
        Assert.Equal("<script>alert(1)</script> \"Kari\"", saved.Document.QuerySelector("#Input_SenderName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_path_of_a_personal_link_is_logged_without_its_secret()
    {
        const string Secret = "N3vEr_wR1tE-th1s-D0wn_iN-a_L0g-aaaaaaaaaaaa";

        foreach (var first in new[] { "svar", "lis1", "avmelding", "nytt-passord", "invitasjon", "forste-administrator" })
            await app.Visitor().Open($"/{first}/{Secret}?navn=Kari+Nordmann");

        Assert.DoesNotContain(Secret, app.Log.Text);
        Assert.DoesNotContain("Kari", app.Log.Text);
        Assert.Contains("GET /svar/{token} 404", app.Log.Text);
    }

    [GeneratedRegex("<[^>]+ on[a-z]+=")]
    private static partial Regex Handler();
}
