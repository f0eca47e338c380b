using Microsoft.Playwright;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Browser.Tests;

/// <summary>The list, the card and the forms of the register, for everybody and on every screen.</summary>
public sealed class ReadingTheRegister(Chromium chromium, RekrutteringApp app) : IClassFixture<Chromium>, IClassFixture<RekrutteringApp>
{
    private readonly Uri _address = app.Listen();

    [ChromiumFact]
    public async Task Every_page_of_it_is_for_everybody()
    {
        var kommune = app.Given.Kommune();
        var page = await SignedIn(kommune);
        var inspector = new Inspector();
        inspector.ListenTo(page);
        await page.GotoAsync("/studenter");
        await inspector.LookAsync(page, "an empty register");
        var student = await WithEverything(kommune);

        foreach (var address in new[] { "/studenter", "/studenter?sok=finnesikke", "/studenter?reservasjon=noen", $"/studenter/{student.Id}", $"/studenter/{student.Id}/rediger", "/studenter/ny" })
        {
            await page.GotoAsync(address);
            await inspector.LookAsync(page, address);
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Legg til" }).ClickAsync();
        await inspector.LookAsync(page, "a refused form");
        await page.GotoAsync($"/studenter/{student.Id}");
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        await inspector.LookAsync(page, "a card with everything folded out");

        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    [ChromiumFact]
    public async Task Ticking_somebody_brings_the_jobs_that_may_be_offered()
    {
        var kommune = app.Given.Kommune();
        var student = await WithEverything(kommune);
        var page = await SignedIn(kommune);
        await page.GotoAsync("/studenter");
        var offer = page.GetByRole(AriaRole.Button, new() { Name = "Legevakt" });
        await Assertions.Expect(offer).ToBeHiddenAsync();

        await page.GetByLabel("Velg Åse Dvo?ák").CheckAsync();
        var inspector = new Inspector();
        await inspector.LookAsync(page, "somebody is ticked");
        await offer.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"tilby/se-over\\?valgt={student.Id}$"));
        Assert.True(inspector.Found.Count == 0, string.Join('\n', inspector.Found));
    }

    [ChromiumFact]
    public async Task A_call_is_logged_and_a_student_archived_without_scripts()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student("Ola");
        var page = await SignedIn(kommune, javaScript: false);
        await page.GotoAsync($"/studenter/{student.Id}");

        await page.GetByLabel("Hva skjedde?").FillAsync("Vil ha sommerjobb");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre" }).ClickAsync();
        await Assertions.Expect(page.Locator(".app-timeline")).ToContainTextAsync("Vil ha sommerjobb");
        await page.Locator("summary", new() { HasText = "Arkiver" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, arkiver Ola" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hent tilbake" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task On_a_telephone_the_first_student_is_seen_without_scrolling()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola");
        var page = await SignedIn(kommune);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/studenter");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ola Nordby" })).ToBeInViewportAsync();
    }

    private async Task<IPage> SignedIn(GivenKommune kommune, bool javaScript = true)
    {
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var context = await chromium.ContextAsync(_address, javaScript);
        var page = await context.NewPageAsync();
        await page.SignInAsync(user.Email, user.Password, to: "/min-konto");
        return page;
    }

    private async Task<Student> WithEverything(GivenKommune kommune)
    {
        var now = app.Clock.Now;
        var student = await kommune.Student("Åse", d => d with
        {
            LastName = "Dvo?ák",
            Phone = "+4748353392",
            StudyPlaceCode = "pl-lodz",
            CountryCode = "PL",
            StartTerm = new(2022, Season.Autumn),
            LicenceFrom = new(2027, 1, 15),
            LicenceTo = new(2027, 12, 31),
            Note = "Ønsker seg hybel i sentrum.",
        }, s => { s.Reserve(ReservationScope.News, true, now); s.MarkAddressDead(now); });
        var job = SummerJob.Create(kommune.Number, new SummerJobDetails { Title = "Legevakt", Workplace = "Legevakta", Description = "Vakter", From = new(2027, 6, 21), To = new(2027, 8, 15), Seats = 2, AnswerDeadline = now.AddDays(10) }, now).Value!;
        job.Open();
        var wishes = Lis1Wishes.For(student, new(2028, Season.Spring));
        wishes.Restate(["hnt-namsos", "hnt-levanger"], "Helst Namsos", now);
        var mail = Message.To(student, MessageKind.Campaign, $"browser:{student.Id}", now);
        mail.Claim("test", now.AddMinutes(1));
        mail.HandOver(student.Email!, "Hei fra oss", "Kjære Åse", now, now.AddMinutes(1));
        await kommune.Save(job, new JobOffer(job, student, Guid.CreateVersion7(), now), wishes, mail,
            new Inquiry(kommune.Number, student.Id, null, "Er det bolig til jobben?", now.AddDays(-3)),
            new TimelineEntry(kommune.Number, student.Id, TimelineKind.MailSent, now, "Fikk e-post", subjectId: mail.Id),
            new TimelineEntry(kommune.Number, student.Id, TimelineKind.Edited, now, "Endret telefon", "Telefon: (tomt) → 483 53 392"));
        await kommune.Student("Borte", then: s => s.Archive(now));
        return student;
    }
}
