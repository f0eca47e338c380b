using System.Net;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>From a new draft to the time of sending, through the pages.</summary>
public sealed class PlanningACampaign(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task A_recruiter_plans_sends_and_reads_the_report()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => s.LegalBasisText = "helse- og omsorgstjenesteloven § 8-1");
        var student = await kommune.Student("Åse", with: s => s with { CountryCode = "PL" });
        await kommune.Student("Ola", with: s => s with { CountryCode = "NO" });
        await kommune.Student("Bo", with: s => s with { CountryCode = "PL", Email = null });
        var template = await kommune.Template(subjectNn: "Helsing frå {{kommune}}", bodyNn: "Hei {{fornavn|du}}!\n\n[Ønske]({{lenke_lis1}})\n\nHelsing {{avsender}}");
        var kari = await kommune.Recruiter();

        var draft = await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Til Polen"), ("Input.TemplateId", template.Id.ToString()), ("land", "PL"));
        Assert.Contains("1 student får e-posten. Studenter i Polen", draft.Text);
        Assert.Contains("1 mangler e-postadresse Bo Nordby", draft.Text);
        var planned = await draft.Press("Ja, send til 1 student");
        Assert.Contains("planlagt", planned.Heading);
        app.Clock.Move(TimeSpan.FromSeconds(31));
        await app.StartAndSend();

        var report = await kari.Open(planned.Path);
        Assert.Contains("sendt", report.Heading);
        Assert.Contains("1 av 1 er sendt.", report.Text);
        Assert.Contains("utelatt mangler e-postadresse", report.Text);
        Assert.Contains("250", report.Text);
        Assert.Single(app.Received(to => to == student.Email));
        Assert.Contains("1 av 1", (await kari.Open("/utsendinger")).Text);
    }

    [Fact]
    public async Task Warnings_want_to_be_seen_and_errors_stop()
    {
        var kommune = app.Given.Kommune();
        var template = await kommune.Template();
        var kari = await kommune.Recruiter();
        var empty = await NewDraft(kari, template);
        Assert.Contains("Ingen ville fått e-posten", empty.Text);
        Assert.DoesNotContain("Planlegg utsendingen", empty.Text);

        await kommune.Student(with: s => s with { WrittenForm = WrittenForm.Nynorsk });
        var draft = await kari.Open(empty.Path);
        Assert.Contains("1 student leser nynorsk, men malen har bare bokmål.", draft.Text);
        var refused = await draft.Press("Ja, send til 1 student");
        Assert.Contains("Se gjennom advarslene", Assert.Single(refused.Errors));
        var planned = await refused.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        Assert.Contains("planlagt", planned.Heading);
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30:00Z")] // The hour that is skipped is read as the hour after it.
    [InlineData("2027-03-28", "03:30", "2027-03-28T01:30:00Z")]
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z")] // Of the hour that comes twice, the first.
    [InlineData("2027-10-31", "03:00", "2027-10-31T02:00:00Z")]
    [InlineData("2027-02-03", "9.15", "2027-02-03T08:15:00Z")]
    [InlineData("2027-02-03", "0915", "2027-02-03T08:15:00Z")] // The number keys of a phone have neither colon nor full stop.
    [InlineData("2027-02-03", "915", "2027-02-03T08:15:00Z")]
    [InlineData("2027-02-03", "09:15 ", "2027-02-03T08:15:00Z")]
    public async Task The_time_is_Oslos_also_in_the_nights_when_the_clock_changes(string day, string clock, string utc)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template());

        var planned = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.When", "at"), ("Time.Day", day), ("Time.Clock", clock));

        var campaign = await Only(kommune);
        Assert.Equal(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal), campaign.ScheduledAt);
        Assert.Contains("planlagt", planned.Heading);
    }

    [Theory]
    [InlineData("2027-02-30", "09:00", "Velg en dag som finnes")]
    [InlineData("2027-02-03", "25:00", "Skriv klokkeslettet")]
    [InlineData("2027-02-03", "2500", "Skriv klokkeslettet")]
    [InlineData("2027-02-03", "9", "Skriv klokkeslettet")]
    [InlineData("2020-02-03", "09:00", "Tidspunktet er passert")]
    [InlineData("9999-12-31", "09:00", "mer enn to år fram")]
    [InlineData("2028-12-24", "09:00", "mer enn to år fram")]
    public async Task A_time_that_cannot_be_is_refused_with_what_to_do(string day, string clock, string sentence)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template());

        var refused = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.When", "at"), ("Time.Day", day), ("Time.Clock", clock));

        Assert.Contains(sentence, Assert.Single(refused.Errors));
        Assert.Equal(CampaignStatus.Draft, (await Only(kommune)).Status);

        var counted = await draft.Press("Regn ut når den siste går", ("Time.When", "at"), ("Time.Day", day), ("Time.Clock", clock));

        Assert.Contains(sentence, Assert.Single(counted.Errors));
        Assert.False(counted.Shows("går om lag"));
    }

    [Theory]
    [InlineData("2027-02-03", "")]
    [InlineData("", "09:30")]
    public async Task A_time_that_is_filled_in_is_not_passed_over_because_now_is_chosen(string day, string time)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template());

        var refused = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.When", "now"), ("Time.Day", day), ("Time.Clock", time));

        Assert.Contains("Du har valgt «Nå», men også fylt ut et tidspunkt.", Assert.Single(refused.Errors));
        Assert.Equal((day, time), (refused.Document.QuerySelector("[name='Time.Day']")!.GetAttribute("value"), refused.Document.QuerySelector("[name='Time.Clock']")!.GetAttribute("value")));
        Assert.Equal(CampaignStatus.Draft, (await Only(kommune)).Status);
    }

    [Fact]
    public async Task What_was_planned_says_when_it_starts()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var kari = await kommune.Recruiter();
        var template = await kommune.Template();

        var later = await (await NewDraft(kari, template)).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.When", "at"), ("Time.Day", "2027-02-07"), ("Time.Clock", "09:30"));
        Assert.Equal("Utsendingen er planlagt. Den starter søndag 7. februar 2027 kl. 09:30.", later.Said);
        var now = await (await NewDraft(kari, template)).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));
        Assert.Equal("Utsendingen er planlagt. Den starter om 30 sekunder.", now.Said);
    }

    [Theory]
    [InlineData("0", "", "Utsendingen er planlagt. Den starter om et øyeblikk.")]
    [InlineData("30", "Du får 30 sekunder til å angre.", "Utsendingen er planlagt. Den starter om 30 sekunder.")]
    [InlineData("300", "Du får 5 minutter til å angre.", "Utsendingen er planlagt. Den starter om 5 minutter.")]
    public async Task The_time_to_take_it_back_is_what_was_set_up(string seconds, string offered, string said)
    {
        using var own = new SendingApp();
        own.Settings["Campaigns:GraceSeconds"] = seconds;
        var kommune = own.Given.Kommune();
        await kommune.Student();
        var draft = await NewDraft(await kommune.Recruiter(), await kommune.Template());

        Assert.Equal(offered, draft.Document.QuerySelector("#Time_When_0-hjelp")?.TextContent ?? "");
        Assert.Equal(said, (await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"))).Said);
    }

    [Fact]
    public async Task A_year_that_nobody_means_can_be_reckoned_with()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => s.Window = new SendWindow([DayOfWeek.Monday], 8, 24));
        await kommune.Student();
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, await kommune.Template());

        foreach (var outside in new[] { "true", "false" })
            Assert.Equal(HttpStatusCode.OK, (await draft.Press("Regn ut når den siste går", ("Time.When", "at"), ("Time.Day", "9999-12-31"), ("Time.Clock", "23:59"), ("Time.AlsoOutsideHours", outside))).Status);
    }

    [Fact]
    public async Task A_plan_can_be_undone_and_a_copy_has_no_time()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var campaign = await kommune.Campaign(at: app.Clock.Now.AddDays(1));
        var kari = await kommune.Recruiter();

        var copy = await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Lag en kopi");
        Assert.Contains("(kopi)", copy.Heading);
        Assert.Contains("utkast", copy.Heading);
        var draft = await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Angre planen");

        Assert.EndsWith("/utkast", draft.Path);
        app.Clock.Move(TimeSpan.FromDays(2));
        await app.StartAndSend();
        Assert.Empty(await app.MessagesOf(campaign));
    }

    [Fact]
    public async Task A_template_changed_after_the_planning_changes_nothing_that_was_planned()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var template = await kommune.Template(subject: "Den gamle");
        await kommune.Campaign(template, at: app.Clock.Now.AddMinutes(5));
        var kari = await kommune.Recruiter();
        await (await kari.Open($"/maler/{template.Id}")).Press("Lagre", ("Input.SubjectNb", "Den nye"));

        app.Clock.Move(TimeSpan.FromMinutes(6));
        await app.StartAndSend();

        Assert.Equal("Den gamle", app.Received(to => to == student.Email).Single().Subject);
    }

    [Fact]
    public async Task A_topic_changed_after_the_planning_mails_nobody_who_said_no_to_the_old_one()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Di", then: s => s.Reserve(Domain.Students.ReservationScope.News, true, app.Clock.Now));
        var other = await kommune.Student("Eli", then: s => s.Reserve(Domain.Students.ReservationScope.Events, true, app.Clock.Now));
        var template = await kommune.Template();
        var campaign = await kommune.Campaign(template, at: app.Clock.Now.AddMinutes(5));
        var kari = await kommune.Recruiter();
        var page = await (await kari.Open($"/maler/{template.Id}")).Press("Lagre", ("Input.Topic", "Events"));

        app.Clock.Move(TimeSpan.FromMinutes(6));
        await app.StartAndSend();

        Assert.Equal(other.Id, Assert.Single(await app.MessagesOf(campaign), m => m.State == Domain.Contact.MessageState.Sent).StudentId);
        // What is planned from now on is about the new topic, and the old version still says what it was about.
        var next = await NewDraft(kari, template);
        Assert.Contains("1 har sagt nei til slik e-post Eli Nordby", next.Text);
        Assert.Equal(2, page.Document.QuerySelectorAll(".app-versions li").Length);
        Assert.Equal("News", (await kari.Open($"/maler/{template.Id}?versjon=1")).Document.QuerySelector("[name='Input.Topic'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_draft_whose_topic_was_changed_meanwhile_is_not_released()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var template = await kommune.Template();
        var kari = await kommune.Recruiter();
        var draft = await NewDraft(kari, template);
        await (await kari.Open($"/maler/{template.Id}")).Press("Lagre", ("Input.Topic", "Events"));

        Assert.Contains("Malen er endret siden du åpnet siden", Assert.Single((await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"))).Errors));
    }

    [Fact]
    public async Task A_plan_that_was_undone_is_shown_and_tried_with_the_text_as_it_is_now()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var template = await kommune.Template(body: "Den gamle teksten");
        var other = await kommune.Template(body: "En annen mal");
        var user = await kommune.User(Application.Identity.Role.Recruiter);
        var kari = await kommune.SignIn(user);
        var campaign = await kommune.Campaign(template, at: app.Clock.Now.AddDays(1));
        var draft = await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Angre planen");
        await (await kari.Open($"/maler/{template.Id}")).Press("Lagre", ("Input.BodyNb", "Den nye teksten"));

        Assert.Contains("Den nye teksten", await Shown());
        await (await kari.Open(draft.Path)).Press("Send test til meg");
        await app.Send();
        Assert.Contains("Den nye teksten", Assert.Single(app.Received(to => to == user.Email)).Text, StringComparison.Ordinal);
        await (await kari.Open(draft.Path)).Press("Lagre utkastet", ("Input.TemplateId", other.Id.ToString()));
        Assert.Contains("En annen mal", await Shown());

        async Task<string> Shown() => (await kari.Open($"/utsendinger/{campaign.Id}/forhandsvis?student={student.Id}")).Document.QuerySelector("pre")!.TextContent;
    }

    [Fact]
    public async Task As_many_get_it_as_the_button_said_or_it_is_shown_anew()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var draft = await NewDraft(await kommune.Recruiter(), await kommune.Template());
        await kommune.Students(2);

        var refused = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));

        Assert.Contains("Nå er det 3 studenter som får e-posten, og ikke 1 som da du åpnet siden.", Assert.Single(refused.Errors));
        Assert.Equal(CampaignStatus.Draft, (await Only(kommune)).Status);
        Assert.Contains("planlagt", (await refused.Press("Ja, send til 3 studenter", ("Time.WarningsSeen", "true"))).Heading);
    }

    [Fact]
    public async Task What_is_planned_says_to_how_many_and_whose_work_it_is()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(2);
        await kommune.Student("Bo", with: s => s with { Email = null });
        var (kari, per) = (await kommune.User(Application.Identity.Role.Recruiter), await kommune.User(Application.Identity.Role.Recruiter));
        var draft = await NewDraft(await kommune.SignIn(kari), await kommune.Template());

        var planned = await (await (await kommune.SignIn(per)).Open(draft.Path)).Press("Ja, send til 2 studenter", ("Time.WarningsSeen", "true"));

        Assert.Equal(("2 studenter, slik registeret er nå. 1 student blir utelatt.", kari.Email, per.Email), (Fact("Mottakere"), Fact("Skrevet av"), Fact("Planlagt av")));

        string Fact(string term) => planned.Document.QuerySelectorAll("dt").Single(one => one.TextContent == term).NextElementSibling!.TextContent.Trim();
    }

    private static async Task<SeenPage> NewDraft(Visitor kari, MailTemplate template) =>
        await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));

    private Task<Campaign> Only(GivenKommune kommune) => app.Look(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.KommuneNumber == kommune.Number));
}
