using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Rekruttering.Browser.Tests;

/// <summary>Waiting for a page that a press leads to.</summary>
internal static class Arriving
{
    /// <summary>
    /// Until the address is this one and the page is whole. Asks the page itself, again and again: the events that say so can come before anybody
    /// listens, and then they are waited for in vain.
    /// </summary>
    /// <param name="address">A path with what follows it, where * stands for anything. In the query of another page it does not count: /logg-inn?til=/oversikt is not /oversikt.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^[^?]*{Regex.Escape(address).Replace(@"\*", ".*", StringComparison.Ordinal)}$"));
        await page.WholeAsync();
    }

    /// <summary>Until all of the page is there.</summary>
    public static async Task WholeAsync(this IPage page) => await Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");
}
