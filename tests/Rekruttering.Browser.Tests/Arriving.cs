using Microsoft.Playwright;

namespace Rekruttering.Browser.Tests;

/// <summary>Waiting for a page that a press leads to.</summary>
internal static class Arriving
{
    /// <summary>
    /// Until the address is this one and the page is whole. Asks the page itself: the event that says so can come before anybody listens,
    /// and then it is waited for in vain.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await page.WholeAsync();
    }

    /// <summary>Until all of the page is there.</summary>
    public static async Task WholeAsync(this IPage page) => await Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");
}
