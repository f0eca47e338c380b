using System.Net;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class KnowingOnesPlace(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Theory]
    [InlineData("/oversikt"), InlineData("/studenter"), InlineData("/studenter/ny"), InlineData("/lis1"), InlineData("/brukere"), InlineData("/innstillinger"), InlineData("/")]
    public async Task Nobody_sees_a_staff_page_without_signing_in(string address)
    {
        var response = await app.Visitor().Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.True(response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound, $"{address} answered {response.StatusCode}");
        if (response.StatusCode == HttpStatusCode.Redirect)
            Assert.Contains("/logg-inn", response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/personvern"), InlineData("/tilgjengelighet"), InlineData("/logg-inn"), InlineData("/healthz"), InlineData("/readyz"), InlineData("/mailz"), InlineData("/lib/app.css")]
    public async Task Everybody_sees_what_is_for_all(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Theory]
    [InlineData("/studenter/ny"), InlineData("/brukere"), InlineData("/innstillinger")]
    public async Task A_reader_changes_nothing(string address)
    {
        var reader = await app.Given.Kommune().Reader();

        var answer = await reader.PostBare(address, ("Input.FirstName", "Kari"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.True(answer.Shows("Rollen din i kommunen gir deg ikke lov til dette"));
    }

    [Theory]
    [InlineData(Role.Reader), InlineData(Role.Recruiter)]
    public async Task Users_and_settings_are_for_administrators(Role role)
    {
        var visitor = await app.Given.Kommune().SignedIn(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/brukere")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/innstillinger")).Status);
        Assert.Empty((await visitor.Open("/min-konto")).Document.QuerySelectorAll("nav a[href='/brukere']"));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_click()
    {
        var kommune = app.Given.Kommune();
        var first = await kommune.Administrator();
        var second = await kommune.User(Role.Administrator);
        var other = await kommune.SignIn(second);
        Assert.Equal(HttpStatusCode.OK, (await other.Open("/brukere")).Status);

        var page = await first.Open($"/brukere/{second.Id}");
        await page.Press("Lagre rolle", ("Input.Role", "Reader"));

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Open("/brukere")).Status);
    }

    [Fact]
    public async Task Somebody_in_two_kommuner_moves_between_them()
    {
        var (one, two) = (app.Given.Kommune(), app.Given.Kommune());
        var user = await one.User(Role.Reader);
        await two.User(Role.Administrator, user.Email);
        var visitor = await one.SignIn(user);
        var page = await visitor.Open("/min-konto");

        await page.Press(one.Name);
        var inOne = await visitor.Open("/brukere");
        await (await visitor.Open("/min-konto")).Press(two.Name);
        var inTwo = await visitor.Open("/brukere");

        Assert.Equal(HttpStatusCode.Forbidden, inOne.Status);
        Assert.Equal(HttpStatusCode.OK, inTwo.Status);
        Assert.True(inTwo.Shows(two.Name));
    }

    [Fact]
    public async Task A_form_that_was_opened_in_one_kommune_is_not_taken_in_another()
    {
        var (one, two) = (app.Given.Kommune(), app.Given.Kommune());
        var user = await one.User(Role.Administrator);
        await two.User(Role.Administrator, user.Email);
        var visitor = await one.SignIn(user);
        await (await visitor.Open("/min-konto")).Press(one.Name);
        var form = await visitor.Open("/innstillinger");

        await (await visitor.Open("/min-konto")).Press(two.Name);
        var answer = await form.Press("Lagre", ("Input.SenderName", "Kari Nordmann"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("", (await visitor.Open("/innstillinger")).Document.QuerySelector("#Input_SenderName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_kommune_that_is_not_one_s_own_cannot_be_entered()
    {
        var stranger = app.Given.Kommune();
        var visitor = await app.Given.Kommune().Administrator();
        var page = await visitor.Open("/brukere");

        var token = page.Document.QuerySelector("form[action='/logg-ut'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await visitor.PostBare("/kommune", ("number", stranger.Number), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task Another_kommune_s_member_is_not_found()
    {
        var member = await app.Given.Kommune().User(Role.Reader);
        var administrator = await app.Given.Kommune().Administrator();

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Open($"/brukere/{member.Id}")).Status);
    }
}
