using Microsoft.Playwright;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>A page with several forms, of which one holds what is not saved yet.</summary>
public sealed class ReleasingADraft(Chromium chromium, RekrutteringApp app) : IClassFixture<Chromium>, IClassFixture<RekrutteringApp>
{
    private const string LongWord = "Sommerjobbutlysningspåminnelsen";

    private readonly Uri _address = app.Listen();

    [ChromiumFact]
    public async Task What_is_unsaved_comes_along_and_is_seen_before_it_is_released()
    {
        var page = await DraftAsync();
        await page.GetByLabel("Navn på utsendingen").FillAsync("Til Åse");
        await page.GetByLabel("Navn, e-post eller studiested").FillAsync("åse");
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync("2027-02-07");
        await page.GetByLabel("Klokkeslett", new() { Exact = true }).FillAsync("09:30");
        await Assertions.Expect(page.GetByLabel("På et bestemt tidspunkt")).ToBeCheckedAsync();

        await ReleaseAsync(page, "Ja, send til 2 studenter");

        await Assertions.Expect(page.Locator("ds-error-summary")).ToContainTextAsync("Endringene i utkastet er lagret");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Til Åse\\s+utkast"));
        await ReleaseAsync(page, "Ja, send til 1 student");
        await Assertions.Expect(page.Locator(".app-done")).ToHaveTextAsync("Utsendingen er planlagt. Den starter søndag 7. februar 2027 kl. 09:30.");
    }

    [ChromiumFact]
    public async Task A_time_that_was_typed_outlives_a_save_and_a_test()
    {
        var page = await DraftAsync();
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync("2027-02-07");
        await page.GetByLabel("Klokkeslett", new() { Exact = true }).FillAsync("09:30");

        foreach (var button in new[] { "Lagre utkastet", "Send test til meg" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await page.Locator(".app-done").WaitForAsync();
            await Assertions.Expect(page.GetByLabel("Klokkeslett", new() { Exact = true })).ToHaveValueAsync("09:30");
            await Assertions.Expect(page.GetByLabel("På et bestemt tidspunkt")).ToBeCheckedAsync();
        }
    }

    [ChromiumFact]
    public async Task To_discard_a_draft_with_something_unsaved_asks_once()
    {
        var page = await DraftAsync();
        page.Dialog += (_, dialog) => throw new InvalidOperationException(dialog.Message);
        await page.GetByLabel("Navn på utsendingen").FillAsync("Til Åse");

        await page.Locator("summary", new() { HasText = "Forkast utkastet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, forkast" }).ClickAsync();

        await Assertions.Expect(page.Locator(".app-done")).ToHaveTextAsync("Utkastet er forkastet.");
    }

    [ChromiumFact]
    public async Task Sending_another_form_asks_and_who_stays_can_still_save()
    {
        var (kommune, page) = await SignedInAsync();
        var template = await kommune.Template();
        var asked = 0;
        page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.DismissAsync();
        };
        await page.GotoAsync($"/maler/{template.Id}");
        await page.GetByLabel("Navn på malen").FillAsync("Et nytt navn");

        foreach (var expected in new[] { 1, 2 })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Arkiver malen" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Arkiver malen" })).Not.ToHaveAttributeAsync("aria-busy", "true");
            Assert.Equal(expected, asked);
        }
        // By the keyboard: a click waits for the pages that were asked for before, also those that never came because somebody stayed.
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Et nytt navn");
        Assert.Equal(2, asked);
    }

    [ChromiumFact]
    public async Task What_another_wrote_meanwhile_is_not_written_over_by_pressing_again()
    {
        var page = await DraftAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await SaveAsAsync(other, "Den ene");
        await other.Locator(".app-done").WaitForAsync();

        await SaveAsAsync(page, "Den andre");
        await Assertions.Expect(page.Locator("ds-error-summary")).ToContainTextAsync("Noen andre har endret dette");
        await ReleaseAsync(page, "Ja, send til 2 studenter");
        await Assertions.Expect(page.Locator("ds-error-summary")).ToContainTextAsync("Noen andre har endret dette");
        await SaveAsAsync(page, "Den andre");

        await other.ReloadAsync();
        await Assertions.Expect(other.Locator("h1")).ToContainTextAsync("Den ene");
    }

    [ChromiumFact]
    public async Task A_file_can_be_asked_for_twice()
    {
        var (kommune, page) = await SignedInAsync();
        await kommune.Student("Ola");
        await page.GotoAsync("/studenter");

        foreach (var button in new[] { "Last ned som CSV", "Last ned til Excel" })
            await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
    }

    [ChromiumFact]
    public async Task Long_words_that_were_typed_stay_on_a_telephone()
    {
        var (kommune, page) = await SignedInAsync();
        var template = new MailTemplate(kommune.Number, LongWord, ReservationScope.News, app.Clock.Now);
        var text = template.Write(new TemplateText(LongWord, "Hei!", null, null), null, null, app.Clock.Now);
        await kommune.Save(template);
        var user = await kommune.User(Role.Recruiter);
        var (draft, planned) = (new Campaign(kommune.Number, LongWord, template.Id, "", user.Id, app.Clock.Now), new Campaign(kommune.Number, LongWord, template.Id, "", user.Id, app.Clock.Now));
        Assert.True(planned.Schedule(text.Id, app.Clock.Now.AddDays(1), TimeSpan.FromHours(6), app.Clock.Now).IsOk);
        var job = SummerJob.Create(kommune.Number, new SummerJobDetails { Title = LongWord, Workplace = LongWord, Description = LongWord, From = new(2027, 6, 21), To = new(2027, 8, 15), Seats = 2, AnswerDeadline = app.Clock.Now.AddDays(10) }, app.Clock.Now).Value!;
        await kommune.Save(draft, planned, job, new Segment(kommune.Number, LongWord, "?land=PL", user.Id, app.Clock.Now));
        var student = await kommune.Student(LongWord, with: s => s with { LastName = LongWord });
        var inspector = new Inspector();

        foreach (var address in new[] { "/utsendinger", $"/utsendinger/{draft.Id}/utkast", $"/utsendinger/{planned.Id}", "/maler", $"/maler/{template.Id}", "/studenter", $"/studenter/{student.Id}", "/studenter/utvalg", "/sommerjobber", $"/sommerjobber/{job.Id}" })
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            await inspector.LookAsync(page, address);
        }

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    private static async Task SaveAsAsync(IPage page, string name)
    {
        await page.GetByLabel("Navn på utsendingen").FillAsync(name);
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Lagre utkastet" }).ClickAsync(), answer => answer.Request.Method == "POST");
    }

    private static async Task ReleaseAsync(IPage page, string button)
    {
        if (await page.GetByLabel("Jeg har sett advarslene").CountAsync() > 0)
            await page.GetByLabel("Jeg har sett advarslene").CheckAsync();
        await page.Locator("summary", new() { HasText = "Planlegg utsendingen" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private async Task<IPage> DraftAsync()
    {
        var (kommune, page) = await SignedInAsync();
        await kommune.Student("Ola");
        await kommune.Student("Åse");
        var template = await kommune.Template();
        var user = await kommune.User(Role.Recruiter);
        var draft = new Campaign(kommune.Number, "Prøve", template.Id, "", user.Id, app.Clock.Now);
        await kommune.Save(draft);
        await page.GotoAsync($"/utsendinger/{draft.Id}/utkast");
        return page;
    }

    private async Task<(GivenKommune Kommune, IPage Page)> SignedInAsync()
    {
        var kommune = app.Given.Kommune();
        var user = await kommune.User(Role.Recruiter);
        var page = await (await chromium.ContextAsync(_address)).NewPageAsync();
        await page.SignInAsync(user.Email, user.Password, to: "/min-konto");
        return (kommune, page);
    }
}
