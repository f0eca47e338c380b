using Microsoft.Playwright;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

public sealed class StandingInTheShell(Chromium chromium, RekrutteringApp app) : IClassFixture<Chromium>, IClassFixture<RekrutteringApp>
{
    private readonly Uri _address = app.Listen();

    [ChromiumFact]
    public async Task Every_page_of_the_shell_is_for_everybody()
    {
        var page = await SignedIn();
        var inspector = new Inspector();
        inspector.ListenTo(page);

        foreach (var address in new[] { "/min-konto", "/min-konto/engangskode", "/brukere", "/innstillinger", "/personvern", "/tilgjengelighet" })
        {
            await page.GotoAsync(address);
            await inspector.LookAsync(page, address);
        }
        await page.GotoAsync("/brukere");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inviter" }).ClickAsync();
        await inspector.LookAsync(page, "a refused invitation");

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    [ChromiumFact]
    public async Task A_refused_form_has_the_focus_on_what_is_wrong()
    {
        var page = await SignedIn();
        await page.GotoAsync("/brukere");

        await page.GetByRole(AriaRole.Button, new() { Name = "Inviter" }).ClickAsync();

        await Assertions.Expect(page.Locator("ds-error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "E-postadresse: Skriv e-postadressen til kollegaen." }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("E-postadresse")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task The_keyboard_reaches_search_menu_and_the_list_of_shortcuts()
    {
        var page = await SignedIn();
        await page.GotoAsync("/min-konto");

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Innstillinger");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("b");

        await page.ArriveAsync("/brukere");
    }

    [ChromiumFact]
    public async Task Leaving_an_unsaved_form_asks()
    {
        var page = await SignedIn();
        var asked = 0;
        page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.DismissAsync();
        };
        await page.GotoAsync("/innstillinger");

        await page.GetByLabel("Tittel").FillAsync("kommuneoverlege");
        await page.GetByRole(AriaRole.Link, new() { Name = "Personvern" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/innstillinger$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("lagret");
        Assert.Equal(1, asked);
    }

    [ChromiumFact]
    public async Task On_a_telephone_the_menu_folds_out_and_leads_on()
    {
        var page = await SignedIn();
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/min-konto");

        await page.GetByText("Meny", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Brukere" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Brukere");
    }

    [ChromiumFact]
    public async Task A_step_that_cannot_be_taken_by_mistake_works_without_scripts()
    {
        var kommune = app.Given.Kommune();
        var colleague = await kommune.User(Role.Reader);
        var page = await SignedIn(kommune, javaScript: false);
        await page.GotoAsync($"/brukere/{colleague.Id}");

        await page.GetByText("Fjern", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, fjern" }).ClickAsync();

        await Assertions.Expect(page.Locator(".app-done")).ToContainTextAsync("er fjernet");
    }

    private async Task<IPage> SignedIn(GivenKommune? kommune = null, bool javaScript = true)
    {
        var user = await (kommune ?? app.Given.Kommune()).User(Role.Administrator);
        var context = await chromium.ContextAsync(_address, javaScript);
        var page = await context.NewPageAsync();
        await page.SignInAsync(user.Email, user.Password, to: "/min-konto");
        return page;
    }
}
