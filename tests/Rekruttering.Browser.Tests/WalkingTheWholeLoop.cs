using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Places;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>
/// From a list in a file to a student who has said yes and where LIS1 is wanted: every page that a recruiter and a student pass on the
/// way, in the order they pass them. The pages of the import are looked at where the import is tested.
/// </summary>
public sealed class WalkingTheWholeLoop(Chromium chromium, RekrutteringApp app) : IClassFixture<Chromium>, IClassFixture<RekrutteringApp>
{
    private const string Student = "Åse Åsen";
    private const string StudentMail = "ase.asen46@example.org";
    private const string Job = "Assistent på legevakt";
    private const string Question = "Gleder meg! Finnes det hybel?";

    private readonly Uri _address = app.Listen();
    private readonly Inspector _inspector = new();

    [ChromiumFact]
    public async Task A_list_becomes_a_yes_and_a_wish()
    {
        var page = await SignInAsync();
        await ImportTheListAsync(page);
        await FindTheStudentAsync(page);
        await WriteTheTemplateAsync(page);
        await SendTheCampaignAsync(page);
        await ReadTheMailAsync(page, "Hilsen fra Namsos");
        var job = await OpenTheJobAsync(page);
        await OfferTheJobAsync(page);
        var link = await TakeTheLinkAsync(page);

        await using var context = await chromium.ContextAsync(_address);
        var student = await NewPageAsync(context);
        await OpeningTheLinkChangesNothingAsync(student, link, page, job);
        await SayYesAsync(student, link);
        await StateTheWishesAsync(student, link.Replace("/svar/", "/lis1/", StringComparison.Ordinal));

        await SeeTheAnswerAsync(page, job);
        await SeeTheCardAsync(page);
        await SeeTheWishesAsync(page);
        await SeeTheOverviewAsync(page);
        Assert.True(_inspector.Found.Count == 0, string.Join('\n', _inspector.Found));
    }

    private async Task<IPage> SignInAsync()
    {
        var kommune = app.Given.Kommune("Namsos");
        // An address as long as kommuner have them: a narrow page must hold it.
        await kommune.Settings(settings => (settings.LegalBasisText, settings.ReplyTo) = ("helse- og omsorgstjenesteloven § 8-1", "rekruttering.av.leger.og.studenter@namsos.example.com"));
        var user = await kommune.User(Role.Recruiter);
        var page = await NewPageAsync(await chromium.ContextAsync(_address));
        await page.SignInAsync(user.Email, user.Password);
        return page;
    }

    private async Task ImportTheListAsync(IPage page)
    {
        await FollowAsync(page, "Hent inn en liste");
        await page.ArriveAsync("/import/personer");
        await page.GetByLabel("Filen med listen over studenter").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Examples", "studentliste-namsos.csv"));
        await PressAsync(page, "Les filen");
        await page.ArriveAsync("/kolonner");
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
        await page.ArriveAsync("/studenter?sok=ase*");
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

    private async Task SendTheCampaignAsync(IPage page)
    {
        await page.GotoAsync("/utsendinger");
        await LookAsync(page, "Utsendinger");
        await FollowAsync(page, "Ny utsending");
        await LookAsync(page, "Ny utsending");
        await page.GetByLabel("Navn på utsendingen").FillAsync("Høsthilsen");
        await page.GetByLabel("Mal", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Første hilsen" });
        await page.GetByLabel("Studieland").SelectOptionAsync("PL");
        await PressAsync(page, "Se hvem som får den");
        await page.ArriveAsync("/utkast");
        await LookAsync(page, "Høsthilsen");
        await page.Locator("summary", new() { HasText = "Planlegg utsendingen" }).ClickAsync();
        await LookAsync(page, "Høsthilsen");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Ja, send til [0-9]+ studenter$") }).ClickAsync();
        await page.GetByText("Utsendingen er planlagt.").WaitForAsync();
        await LookAsync(page, "Høsthilsen");
        await page.GotoAsync("/utsendinger");

        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.Run<StartDueCampaigns>(start => start.ExecuteAsync());
        await app.Run<SendMessages>(send => send.ExecuteAsync());

        await FollowAsync(page, "Høsthilsen");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = Student })).ToContainTextAsync("sendt");
        await LookAsync(page, "Høsthilsen");
    }

    private async Task ReadTheMailAsync(IPage page, string subject)
    {
        await page.GotoAsync("/utboks");
        await LookAsync(page, "Utboks");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Student }).GetByRole(AriaRole.Link, new() { Name = subject }).ClickAsync();
        await LookAsync(page, subject);
    }

    private async Task<string> OpenTheJobAsync(IPage page)
    {
        await page.GotoAsync("/sommerjobber");
        await LookAsync(page, "Sommerjobber");
        await FollowAsync(page, "Skriv den første");
        await LookAsync(page, "Ny sommerjobb");
        foreach (var (label, value) in ((string, string)[])
            [
                ("Hva heter jobben?", Job), ("Hvor?", "Namsos legevakt"), ("Hva gjør studenten?", "Du følger en lege og hjelper til."),
                ("Første dag", "2027-06-21"), ("Siste dag", "2027-08-13"), ("Dag", "2027-02-05"),
            ])
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        await PressAsync(page, "Lagre utkastet");
        await LookAsync(page, Job);
        await PressAsync(page, "Åpne jobben");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tilby til studenter" }).WaitForAsync();
        await LookAsync(page, Job);
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task OfferTheJobAsync(IPage page)
    {
        await FollowAsync(page, "Tilby til studenter");
        await LookAsync(page, "Hvem skal få tilbudet?");
        await page.GetByLabel(Student).CheckAsync();
        await PressAsync(page, "Se over tilbudet");
        await page.ArriveAsync("/tilby/se-over?*");
        await LookAsync(page, "Se over tilbudet");
        await page.GetByLabel("Dine egne ord").FillAsync("Vi håper du vil komme.");
        await PressAsync(page, "Send 1 tilbud");
        await page.GetByText("1 tilbud er på vei.").WaitForAsync();
        await LookAsync(page, Job);
        await app.Run<SendMessages>(send => send.ExecuteAsync());
    }

    private async Task<string> TakeTheLinkAsync(IPage page)
    {
        await ReadTheMailAsync(page, "Sommerjobb på Namsos legevakt");
        var link = await page.Locator("pre a[href*='/svar/']").First.GetAttributeAsync("href");
        return new Uri(link!).AbsolutePath;
    }

    private async Task OpeningTheLinkChangesNothingAsync(IPage student, string link, IPage page, string job)
    {
        await student.GotoAsync(link + "/ja");
        await LookAsync(student, "Du svarer ja takk");
        await student.GotoAsync(link);
        await LookAsync(student, Job);
        await page.GotoAsync(job);
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = Student })).ToContainTextAsync("Venter på svar");
    }

    private async Task SayYesAsync(IPage student, string link)
    {
        await FollowAsync(student, "Ja takk");
        await student.GetByLabel("Vil du si noe til oss?").FillAsync(Question);
        await PressAsync(student, "Send ja takk");
        await student.ArriveAsync(link);
        await LookAsync(student, "Du har takket ja, og plassen er din");
    }

    private async Task StateTheWishesAsync(IPage student, string link)
    {
        await student.GotoAsync(link);
        await LookAsync(student, "Hvor vil du ha LIS1?");
        await student.GetByRole(AriaRole.Link, new() { Name = "1. mars 2028" }).ClickAsync();
        await student.GetByLabel("1. ønske", new() { Exact = true }).SelectOptionAsync("hnt-namsos");
        await student.GetByLabel("2. ønske", new() { Exact = true }).SelectOptionAsync("hnt-levanger");
        await LookAsync(student, "Hvor vil du ha LIS1?");
        await PressAsync(student, "Lagre ønskene");
        await LookAsync(student, "Ønskene dine er lagret");
    }

    private async Task SeeTheAnswerAsync(IPage page, string job)
    {
        await page.GotoAsync(job);
        var row = page.GetByRole(AriaRole.Row, new() { Name = Student });
        await Assertions.Expect(row).ToContainTextAsync("Takket ja");
        await Assertions.Expect(row).ToContainTextAsync(Question);
        await LookAsync(page, Job);
        await page.GotoAsync("/sommerjobber");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = Job })).ToContainTextAsync("1 av 1 tatt");
    }

    private async Task SeeTheCardAsync(IPage page)
    {
        await page.GotoAsync("/studenter?sok=" + StudentMail);
        await FollowAsync(page, Student);
        var main = page.GetByRole(AriaRole.Main);
        foreach (var words in new[] { Job, Question, HospitalCatalogue.Find("hnt-namsos")!.Name, HospitalCatalogue.Find("hnt-levanger")!.Name })
            await Assertions.Expect(main).ToContainTextAsync(words);
        await LookAsync(page, Student);
    }

    private async Task SeeTheWishesAsync(IPage page)
    {
        await page.GotoAsync("/lis1");
        var row = page.GetByRole(AriaRole.Row, new() { Name = Student });
        await Assertions.Expect(row.GetByRole(AriaRole.Listitem)).ToHaveTextAsync([HospitalCatalogue.Find("hnt-namsos")!.Name, HospitalCatalogue.Find("hnt-levanger")!.Name]);
        await LookAsync(page, "LIS1-ønsker");
    }

    private async Task SeeTheOverviewAsync(IPage page)
    {
        await page.GotoAsync("/oversikt");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Venter på svar fra kommunen" })).ToContainTextAsync(Question);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Nytt siden sist" })).ToContainTextAsync(Student);
        await LookAsync(page, "I dag");
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
