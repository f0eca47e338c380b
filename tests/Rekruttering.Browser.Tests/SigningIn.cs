using Microsoft.Playwright;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>The first page anybody sees.</summary>
public sealed class SigningIn(Chromium chromium) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task The_keyboard_is_enough()
    {
        using var folder = new TemporaryFolder();
        await using var program = await RunningProgram.StartAsync(folder.Path);
        await using var context = await chromium.ContextAsync(program.Address);
        var page = await context.NewPageAsync();
        var inspector = new Inspector();
        inspector.ListenTo(page);

        await page.GotoAsync("/logg-inn");
        await inspector.LookAsync(page, "sign in");
        var skip = page.Locator(":focus");
        await page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("#", await skip.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.True((await skip.BoundingBoxAsync())!.Width > 50, "The skip link does not show itself.");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await IsFocusVisibleAsync(page), "The focus cannot be seen.");

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    private static Task<bool> IsFocusVisibleAsync(IPage page) => page.EvaluateAsync<bool>(
        "(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; })()");
}
