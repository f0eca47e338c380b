using Microsoft.Playwright;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>The open page on a telephone, from the link on a poster to the yes, for everybody.</summary>
public sealed class SigningUpAsAStudent(Chromium chromium, RekrutteringApp app) : IClassFixture<Chromium>, IClassFixture<RekrutteringApp>
{
    private readonly Uri _address = app.Listen();

    [ChromiumFact]
    public async Task A_student_signs_up_and_confirms_without_scripts()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings(s => (s.RetentionText, s.TakesSignUps, s.DpoEmail) = ("Til to år etter LIS1", true, "personvernombud.for.kommunene@example.com"));
        var page = await (await chromium.ContextAsync(_address, javaScript: false)).NewPageAsync();
        // Without scripts axe has nothing to run in: a second window looks.
        var (watched, inspector) = (await (await chromium.ContextAsync(_address)).NewPageAsync(), new Inspector());
        inspector.ListenTo(watched);

        await page.GotoAsync("/meld-deg/namsos");
        await page.GetByLabel("Fornavn").FillAsync("Åse");
        await page.GetByLabel("Etternavn").FillAsync("Øverås");
        await page.GetByLabel("E-post", new() { Exact = true }).FillAsync("ase@example.com");
        await page.GetByLabel("Studiested", new() { Exact = true }).SelectOptionAsync("pl-lodz");
        await page.GetByLabel("Når begynte du?").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Meld meg på" }).ClickAsync();
        await Assertions.Expect(page.Locator("ds-error-summary")).ToContainTextAsync("Kryss av for minst én ting");
        await page.GetByLabel("Jeg vokste opp her").CheckAsync();
        await page.GetByLabel("Sommerjobber og tilbud om jobb").CheckAsync();
        var mails = await app.MailFrom(() => page.GetByRole(AriaRole.Button, new() { Name = "Meld meg på" }).ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sjekk e-posten din");
        var link = new Uri(Assert.Single(mails).Links.First(l => l.Contains("/bekreft/", StringComparison.Ordinal))).PathAndQuery;
        foreach (var address in new[] { "/meld-deg/namsos", "/meld-deg/namsos?sprak=nn", "/meld-deg/namsos/sendt", link })
        {
            await watched.GotoAsync(address);
            await inspector.LookAsync(watched, address);
        }
        await watched.GotoAsync("/meld-deg/namsos");
        await watched.GetByRole(AriaRole.Button, new() { Name = "Meld meg på" }).ClickAsync();
        await inspector.LookAsync(watched, "a refused form");
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, meld meg på" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Takk! Namsos kommune har fått meldingen din");
        await watched.GotoAsync(link);
        await inspector.LookAsync(watched, "confirmed");
        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }
}
