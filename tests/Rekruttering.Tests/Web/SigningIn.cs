using System.Net;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class SigningIn(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private const string Wrong = "E-postadressen eller passordet stemmer ikke. Etter fem feil må du vente i 15 minutter.";

    [Fact]
    public async Task A_page_for_staff_asks_who_comes_and_leads_on_afterwards()
    {
        var user = await app.Given.Kommune().User(Role.Reader);
        var visitor = app.Visitor();

        var asked = await visitor.Open("/min-konto");
        var inside = await asked.Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", user.Password));

        Assert.StartsWith("/logg-inn?til=", asked.Path);
        Assert.Equal("/min-konto", inside.Path);
        Assert.True(inside.Shows(user.Email));
    }

    [Fact]
    public async Task A_form_that_was_sent_when_signed_out_is_sent_again_when_signed_in()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Recruiter);
        var kari = await kommune.SignIn(user);
        var form = await kari.Open("/maler/ny?fra=varhilsen");
        var account = await kari.Open("/min-konto");
        await account.Press("Logg ut");
        // Whoever only wants out is.
        Assert.Equal("/logg-inn", (await account.Press("Logg ut")).Path.Split('?')[0]);

        var stopped = await form.Press("Lagre", ("Input.Name", "En lang tekst"));
        Assert.Equal((HttpStatusCode.Unauthorized, "Du er logget ut", form.Path.Split('?')[0]), (stopped.Status, stopped.Heading, stopped.Path.Split('?')[0]));
        Assert.Equal("_blank", stopped.Document.QuerySelector("main a[href='/logg-inn']")!.GetAttribute("target"));

        await (await kari.Open("/logg-inn")).Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", user.Password));
        Assert.Equal("Malen er lagret.", (await form.Press("Lagre", ("Input.Name", "En lang tekst"))).Said);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var user = await app.Given.Kommune().User(Role.Reader);
        var page = await app.Visitor().Open("/logg-inn");

        var wrong = await page.Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", "feil passord her"));
        var unknown = await page.Press("Logg inn", ("Input.Email", "ukjent@example.com"), ("Input.Password", "feil passord her"));

        Assert.Equal([Wrong], wrong.Errors);
        Assert.Equal([Wrong], unknown.Errors);
        Assert.Equal(HttpStatusCode.OK, unknown.Status);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_answer_does_not_tell()
    {
        var user = await app.Given.Kommune().User(Role.Reader);
        var page = await app.Visitor().Open("/logg-inn");
        for (var i = 0; i < 5; i++)
            await page.Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", "feil passord her"));

        var right = await page.Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", user.Password));

        Assert.Equal([Wrong], right.Errors);
        Assert.StartsWith("/logg-inn", (await app.Visitor().Open("/min-konto")).Path);
    }

    [Fact]
    public async Task Another_site_is_never_the_way_on()
    {
        var user = await app.Given.Kommune().User(Role.Reader);
        var visitor = app.Visitor();

        var page = await visitor.Open("/logg-inn?til=https%3A%2F%2Fevil.example.com%2F");
        var inside = await page.Press("Logg inn", ("Input.Email", user.Email), ("Input.Password", user.Password));

        Assert.Equal("/oversikt", inside.Path);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var visitor = await app.Given.Kommune().Reader();
        var page = await visitor.Open("/min-konto");

        await page.Press("Logg ut");

        Assert.StartsWith("/logg-inn", (await visitor.Open("/min-konto")).Path);
    }

    [Fact]
    public async Task A_refused_sign_in_keeps_the_address_and_drops_the_password()
    {
        var page = await app.Visitor().Open("/logg-inn");

        var refused = await page.Press("Logg inn", ("Input.Email", "kari@example.com"), ("Input.Password", "hemmelig som gull"));

        Assert.Contains("kari@example.com", refused.Body);
        Assert.DoesNotContain("hemmelig som gull", refused.Body);
    }

    [Fact]
    public async Task No_password_and_no_address_reaches_the_log()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Recruiter, password: "en helt egen setning 77");
        var visitor = await kommune.SignIn(user);
        var page = await visitor.Open("/min-konto");

        await page.Press("Bytt passord", ("Input.Old", "en helt egen setning 77"), ("Input.Password", "en annen setning 88"), ("Input.Repeated", "en annen setning 88"));

        Assert.DoesNotContain("egen setning", app.Log.Text);
        Assert.DoesNotContain("annen setning", app.Log.Text);
        Assert.DoesNotContain(user.Email, app.Log.Text);
        Assert.Contains("POST /min-konto 302", app.Log.Text);
    }

    [Fact]
    public async Task A_new_password_signs_other_browsers_out_at_once()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Recruiter);
        var here = await kommune.SignIn(user);
        var there = await kommune.SignIn(user);

        var page = await here.Open("/min-konto");
        await page.Press("Bytt passord", ("Input.Old", user.Password), ("Input.Password", "fire ord som ikke passer"), ("Input.Repeated", "fire ord som ikke passer"));

        Assert.Equal("/min-konto", (await here.Open("/min-konto")).Path);
        Assert.StartsWith("/logg-inn", (await there.Open("/min-konto")).Path);
    }

    [Theory]
    [InlineData("kort", "minst 12 tegn")]
    [InlineData("passord123456", "første andre vil gjette")]
    [InlineData("aaaaaaaaaaaaaaaa", "første andre vil gjette")]
    public async Task A_password_that_others_would_guess_is_refused(string password, string because)
    {
        var kommune = app.Given.Kommune();
        var visitor = await kommune.Reader();
        var page = await visitor.Open("/min-konto");

        var refused = await page.Press("Bytt passord", ("Input.Old", GivenKommune.Password), ("Input.Password", password), ("Input.Repeated", password));

        Assert.Contains(because, Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task One_s_own_address_is_no_password()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Reader);
        var page = await (await kommune.SignIn(user)).Open("/min-konto");

        var refused = await page.Press("Bytt passord", ("Input.Old", user.Password), ("Input.Password", user.Email), ("Input.Repeated", user.Email));

        Assert.Contains("e-postadressen din", Assert.Single(refused.Errors));
    }
}
