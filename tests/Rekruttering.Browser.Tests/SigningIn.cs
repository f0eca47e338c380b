using Microsoft.Playwright;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>The first minute with the program, without a mouse.</summary>
public sealed class SigningIn(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "korrekt hest batteri stift";

    [ChromiumFact]
    public async Task The_keyboard_is_enough()
    {
        using var folder = new TemporaryFolder();
        await RunningProgram.RunAsync(folder.Path, Password, "user", "add", "kari@example.com", "--kommune", "5007", "--role", "recruiter", "--password-stdin");
        await using var program = await RunningProgram.StartAsync(folder.Path);
        await using var context = await chromium.ContextAsync(program.Address);
        var page = await context.NewPageAsync();
        var inspector = new Inspector();
        inspector.ListenTo(page);

        await page.GotoAsync("/logg-inn");
        await inspector.LookAsync(page, "sign in");
        await page.Keyboard.TypeAsync("kari@example.com");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/oversikt");
        await inspector.LookAsync(page, "an empty overview");

        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator(":focus");
        Assert.Equal("#innhold", await skip.GetAttributeAsync("href"));
        Assert.True((await skip.BoundingBoxAsync())!.Width > 50, "The skip link does not show itself.");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"), "The skip link skips nothing.");
        Assert.True(await IsFocusVisibleAsync(page), "The focus cannot be seen.");

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    private static Task<bool> IsFocusVisibleAsync(IPage page) => page.EvaluateAsync<bool>(
        "(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; })()");
}
