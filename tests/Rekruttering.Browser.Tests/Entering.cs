using Microsoft.Playwright;

namespace Rekruttering.Browser.Tests;

/// <summary>The way in, for tests that are about something behind it.</summary>
internal static class Entering
{
    /// <summary>Signs in through the page, and arrives where it leads.</summary>
    public static async Task SignInAsync(this IPage page, string email, string password, string to = "/oversikt")
    {
        await page.GotoAsync("/logg-inn?til=" + to);
        await page.GetByLabel("E-postadresse").FillAsync(email);
        await page.GetByLabel("Passord").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Logg inn" }).ClickAsync();
        await page.ArriveAsync(to);
    }
}
