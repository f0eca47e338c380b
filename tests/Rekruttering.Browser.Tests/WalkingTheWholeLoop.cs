using Microsoft.Playwright;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>
/// The way from a list in a file to a student's card and a template, in the order a recruiter walks it. The pages of the import are looked at where the import is tested.
/// </summary>
public sealed class WalkingTheWholeLoop(Chromium chromium, RekrutteringApp app) : IClassFixture<Chromium>, IClassFixture<RekrutteringApp>
{
    private const string Student = "Åse Åsen";

    private readonly Uri _address = app.Listen();
    private readonly Inspector _inspector = new();

    [ChromiumFact]
    public async Task A_list_becomes_students_and_a_letter_to_write()
    {
        Assertions.SetDefaultExpectTimeout(40_000);
        var page = await SignInAsync();
        await ImportTheListAsync(page);
        await FindTheStudentAsync(page);
        await WriteTheTemplateAsync(page);
        Assert.True(_inspector.Found.Count == 0, string.Join('\n', _inspector.Found));
    }

    private async Task<IPage> SignInAsync()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings(settings => settings.LegalBasisText = "helse- og omsorgstjenesteloven § 8-1");
        var user = await kommune.User(Role.Recruiter);
        var page = await NewPageAsync(await chromium.ContextAsync(_address));
        await page.GotoAsync("/logg-inn");
        await page.GetByLabel("E-postadresse").FillAsync(user.Email);
        await page.GetByLabel("Passord").FillAsync(user.Password);
        await PressAsync(page, "Logg inn");
        await page.WaitForURLAsync("**/oversikt");
        return page;
    }

    private async Task ImportTheListAsync(IPage page)
    {
        await FollowAsync(page, "Hent inn en liste");
        await page.WaitForURLAsync("**/import/personer");
        await page.GetByLabel("Filen med listen over studenter").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Examples", "studentliste-namsos.csv"));
        await PressAsync(page, "Les filen");
        await page.WaitForURLAsync("**/kolonner");
        await PressAsync(page, "Prøvekjør");
        await page.GetByText("Slik blir det").WaitForAsync();
        await PressAsync(page, "Hent inn i registeret");
        await page.GetByText("Listen er hentet inn").WaitForAsync();
    }

    private async Task FindTheStudentAsync(IPage page)
    {
        await FollowAsync(page, "Se studentene");
        await page.GetByLabel("Navn, e-post eller studiested").FillAsync("ase");
        await PressAsync(page, "Vis");
        await page.WaitForURLAsync("**/studenter?sok=ase*");
        await LookAsync(page, "Studenter");
        await FollowAsync(page, Student);
        await LookAsync(page, Student);
    }

    private async Task WriteTheTemplateAsync(IPage page)
    {
        await page.GotoAsync("/maler");
        await LookAsync(page, "Maler");
        await FollowAsync(page, "Første kontakt");
        await LookAsync(page, "Ny mal");
        await page.GetByLabel("Navn på malen").FillAsync("Første hilsen");
        await PressAsync(page, "Lagre");
        await page.GetByText("Malen er lagret.").WaitForAsync();
        await LookAsync(page);
        await page.GotoAsync("/maler");
        await LookAsync(page, "Maler");
    }

    private async Task<IPage> NewPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        _inspector.ListenTo(page);
        return page;
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task FollowAsync(IPage page, string link) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    // The heading says that the page has come.
    private async Task LookAsync(IPage page, string? heading = null)
    {
        if (heading is not null)
            await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);
        await _inspector.LookAsync(page, heading ?? "the page");
    }
}
