using Microsoft.Playwright;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>
/// What somebody sees who tries the program: `--demo`, the line it prints, and the main pages with a year of life in them. The pictures
/// of README come from here: with REKRUTTERING_PICTURES naming a folder each page leaves one.
/// </summary>
public sealed class TheDemo(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("REKRUTTERING_PICTURES");

    [ChromiumFact]
    public async Task Signs_in_with_the_line_it_prints_and_shows_nothing_amiss_also_when_it_is_started_again()
    {
        using var folder = new TemporaryFolder();
        string first;
        await using (var seeding = await RunningProgram.StartAsync(folder.Path, "--demo"))
            first = await SignInLineAsync(seeding);
        var mails = Mails(folder);

        await using var program = await RunningProgram.StartAsync(folder.Path, "--demo");
        Assert.Equal(first, await SignInLineAsync(program));
        Assert.Equal(mails, Mails(folder));
        await using var context = await chromium.ContextAsync(program.Address);
        var page = await context.NewPageAsync();
        var inspector = new Inspector();
        inspector.ListenTo(page);

        await SignInAsync(page, program);
        foreach (var (address, what) in ((string, string)[])
            [
                ("/oversikt", "oversikt"), ("/studenter", "studenter"), ("/import/personer", "import"), ("/maler", "maler"),
                ("/utsendinger", "utsendinger"), ("/sommerjobber", "sommerjobber"), ("/lis1", "lis1"), ("/innstillinger", "innstillinger"), ("/brukere", "brukere"),
                ("/dekning", "dekning"), ("/import/statistikk", "statistikk"), ("/studenter/utvalg", "utvalg"), ("/innstillinger/nedlastinger", "nedlastinger"), ("/min-konto", "min-konto"), ("/min-konto/kolonner", "kolonner"), ("/studenter/endringer", "endringer"), ("/studenter/like", "like"),
            ])
        {
            await page.GotoAsync(address);
            await inspector.LookAsync(page, what);
            await TakeAsync(page, what);
        }
        await FollowFirstAsync(page, inspector, "/studenter", "main a[href^='/studenter/0']", "student");
        await FollowFirstAsync(page, inspector, "/studenter", "main a[href^='/studenter/endre']", "endre");
        await FollowFirstAsync(page, inspector, "/studenter/endringer", "main a[href^='/studenter/endringer/0']", "endring");
        await FollowFirstAsync(page, inspector, "/import/personer", "main a[href^='/import/personer/0']", "en import");
        await FollowFirstAsync(page, inspector, "/utsendinger", "main a[href^='/utsendinger/0']", "utsending");
        await FollowFirstAsync(page, inspector, "/sommerjobber", "main a[href^='/sommerjobber/0']", "sommerjobb");

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    private static async Task SignInAsync(IPage page, RunningProgram program)
    {
        var words = (await SignInLineAsync(program)).Split(' ');
        await page.SignInAsync(words[2], words[3]);
    }

    private static int Mails(TemporaryFolder folder) => Directory.GetFiles(Path.Combine(folder.Path, "data", "outbox"), "*.eml").Length;

    private static async Task<string> SignInLineAsync(RunningProgram program) => await program.LineAsync("Demo sign-in: ");

    private static async Task FollowFirstAsync(IPage page, Inspector inspector, string list, string link, string what)
    {
        await page.GotoAsync(list);
        var found = page.Locator(link).First;
        var address = (await found.GetAttributeAsync("href"))!;
        await found.ClickAsync();
        await page.ArriveAsync($"{address.Split('?')[0]}*");
        await inspector.LookAsync(page, what);
        await TakeAsync(page, what);
    }

    private static async Task TakeAsync(IPage page, string what)
    {
        if (Pictures is null)
            return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{what}.png"), FullPage = true });
        await page.SetViewportSizeAsync(320, 740);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{what}-smal.png"), FullPage = true });
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}
