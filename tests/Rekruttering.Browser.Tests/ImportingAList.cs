using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>A list from file to register, in a browser: each step looked at by axe, wide and narrow, light and dark.</summary>
public sealed class ImportingAList(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "korrekt hest batteri stift";

    [ChromiumFact]
    public async Task Every_step_can_be_read_and_used_by_all()
    {
        using var folder = new TemporaryFolder();
        await RunningProgram.RunAsync(folder.Path, Password, "user", "add", "kari@example.com", "--kommune", "5007", "--role", "recruiter", "--password-stdin");
        await using var program = await RunningProgram.StartAsync(folder.Path);
        await using var context = await chromium.ContextAsync(program.Address);
        var page = await context.NewPageAsync();
        var inspector = new Inspector();
        inspector.ListenTo(page);
        await page.SignInAsync("kari@example.com", Password);

        await page.GotoAsync("/import/personer");
        await inspector.LookAsync(page, "an empty import page");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Les filen" }).ClickAsync();
        await page.Locator("ds-error-summary").WaitForAsync();
        await inspector.LookAsync(page, "no file chosen");

        await page.GetByLabel("Filen med listen over studenter").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Examples", "studentliste-namsos.csv"));
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Les filen" }).ClickAsync();
        await page.ArriveAsync("/kolonner");
        await inspector.LookAsync(page, "the columns");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Prøvekjør" }).ClickAsync();
        await page.GetByText("Slik blir det").WaitForAsync();
        await inspector.LookAsync(page, "the dry run");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Hent inn i registeret" }).ClickAsync();
        await page.GetByText("Listen er hentet inn").WaitForAsync();
        await inspector.LookAsync(page, "the result");
        await page.GotoAsync("/import/personer");
        await inspector.LookAsync(page, "the history");

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }
}
