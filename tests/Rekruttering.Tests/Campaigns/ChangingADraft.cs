using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>What is typed on a draft's page is neither dropped nor done to a campaign that is no draft any more.</summary>
public sealed class ChangingADraft(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task What_was_not_saved_is_saved_before_a_release_which_then_wants_another_look()
    {
        var (kommune, draft) = await TwoStudents();

        var stopped = await PressWithUnsaved(draft, "Schedule", ("Input.Name", "Til Polen"), ("land", "PL"), ("Time.WarningsSeen", "true"), ("Time.When", "at"), ("Time.Day", "2027-02-03"), ("Time.Clock", "09:30"));

        Assert.Contains("Endringene i utkastet er lagret", Assert.Single(stopped.Errors));
        Assert.Contains("1 student får e-posten. Studenter i Polen", stopped.Text);
        Assert.Equal("2027-02-03", ValueOf(stopped, "Time.Day"));
        Assert.Null(stopped.Document.QuerySelector("[name='Time.WarningsSeen'][checked]"));
        Assert.Equal(("Til Polen", CampaignStatus.Draft), await Only(kommune, c => (c.Name, c.Status)));

        var planned = await stopped.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));
        Assert.Contains("Til Polen planlagt", planned.Heading);
    }

    [Fact]
    public async Task What_was_not_saved_is_saved_before_a_test_and_before_the_time_is_reckoned()
    {
        var (kommune, draft) = await TwoStudents();

        var tested = await PressWithUnsaved(draft, "Test", ("Input.Name", "Til Polen"), ("land", "PL"), ("Time.When", "at"), ("Time.Day", "2027-02-03"), ("Time.Clock", "09:30"));
        Assert.StartsWith("Utkastet er lagret. En test er på vei til", tested.Said);
        Assert.Contains("1 student får e-posten. Studenter i Polen", tested.Text);
        Assert.Equal("2027-02-03", ValueOf(tested, "Time.Day"));
        Assert.Equal("at", tested.Document.QuerySelector("[name='Time.When'][checked]")!.GetAttribute("value"));

        var reckoned = await PressWithUnsaved(tested, "Forecast", ("Input.Name", "Til Norge"), ("land", "NO"));
        Assert.Contains("Utkastet er lagret.", reckoned.Text);
        Assert.Equal("Til Norge utkast", reckoned.Heading);
        Assert.Equal("Til Norge", await Only(kommune, c => c.Name));
        Assert.Contains("planlagt", (await reckoned.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"))).Heading);
    }

    [Fact]
    public async Task What_cannot_be_saved_stops_the_test_and_stays_typed()
    {
        var (kommune, draft) = await TwoStudents();

        var refused = await PressWithUnsaved(draft, "Test", ("Input.Name", ""), ("land", "PL"));

        Assert.Contains("Skriv et navn på utsendingen", Assert.Single(refused.Errors));
        Assert.Equal("", ValueOf(refused, "Input.Name"));
        Assert.Equal("PL", refused.Document.QuerySelector("[name=land] [selected]")!.GetAttribute("value"));
        Assert.Equal("Prøve", await Only(kommune, c => c.Name));
    }

    [Theory]
    [InlineData("Test")]
    [InlineData("Ask")]
    [InlineData("Schedule")]
    public async Task To_save_what_another_button_was_refused_for_only_saves_it(string handler)
    {
        var (kommune, draft) = await TwoStudents();
        var refused = await PressWithUnsaved(draft, handler, ("Input.Name", ""));

        var saved = await refused.Press("Lagre utkastet", ("Input.Name", "Til Polen"));

        Assert.Equal("Utkastet er lagret.", saved.Said);
        Assert.Equal(("Til Polen", CampaignStatus.Draft, null), await Only(kommune, c => (c.Name, c.Status, c.ReleaseAskedAt)));
        Assert.Equal(0, await app.Look(db => db.Messages.CountAsync(m => m.KommuneNumber == kommune.Number)));
        // Without an address of its own the form would post to the one in the bar, and come back to the field that a link of the summary led to.
        Assert.Equal(draft.Path, saved.Document.QuerySelector("#utkast")!.GetAttribute("action"));
    }

    [Theory]
    [InlineData("Input.QuietDays", "7,5")]
    [InlineData("Input.QuietDays", "-1")]
    [InlineData("Input.EventFrom", "18:00")]
    [InlineData("Time.UntilClock", "15:00")]
    public async Task What_was_refused_is_not_folded_away(string field, string typed)
    {
        var (_, draft) = await TwoStudents();

        var refused = await draft.Press(field.StartsWith("Time", StringComparison.Ordinal) ? "Ja, send til 2 studenter" : "Lagre utkastet", (field, typed));

        Assert.Single(refused.Errors);
        Assert.True(refused.Document.QuerySelector($"[name='{field}']")!.Closest("details")!.HasAttribute("open"));
        Assert.True(refused.Document.QuerySelector("ds-field:has([aria-invalid])")!.Closest("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task A_number_of_days_is_refused_by_us_and_not_by_a_browser_that_cannot_show_it()
    {
        var (_, draft) = await TwoStudents();

        var days = draft.Document.QuerySelector("[name='Input.QuietDays']")!;

        Assert.Equal("text", days.GetAttribute("type"));
        Assert.Equal("Utkastet er lagret.", (await draft.Press("Lagre utkastet", ("Input.QuietDays", ""))).Said);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_one_step_away_and_not_a_form_that_is_sent_again()
    {
        var (_, draft) = await TwoStudents();
        var left = await draft.Visitor.Open(draft.Path);
        await (await draft.Visitor.Open(draft.Path)).Press("Lagre utkastet", ("Input.Name", "Den ene"));

        var refused = await draft.Press("Lagre utkastet", ("Input.Name", "Den andre"));
        Assert.Contains("Åpne utkastet slik det er nå", Assert.Single(refused.Errors));
        Assert.Equal("Den andre", ValueOf(refused, "Input.Name"));
        Assert.Equal("Den ene", ValueOf(await refused.Follow("Åpne utkastet slik det er nå, i en egen fane"), "Input.Name"));

        // What was to be released is shown as it is now, and there is nothing to open.
        var unseen = await left.Press("Ja, send til 2 studenter", ("Time.WarningsSeen", "true"));
        Assert.Contains("Se over det slik det er nå", Assert.Single(unseen.Errors));
        Assert.Contains("planlagt", (await unseen.Press("Ja, send til 2 studenter", ("Time.WarningsSeen", "true"))).Heading);
    }

    [Fact]
    public async Task A_filter_that_was_taken_away_does_not_come_back_because_the_name_was_refused()
    {
        var (_, draft) = await TwoStudents();
        var poles = await draft.Press("Lagre utkastet", ("land", "PL"));

        var refused = await poles.Press("Lagre utkastet", ("land", ""), ("Input.Name", ""));

        Assert.Contains("Skriv et navn på utsendingen", Assert.Single(refused.Errors));
        Assert.NotEqual("PL", refused.Document.QuerySelector("[name=land] [selected]")?.GetAttribute("value"));
        Assert.Equal("true", refused.Document.QuerySelector("#utkast")!.GetAttribute("data-unsaved"));
    }

    [Fact]
    public async Task A_segment_that_a_colleague_has_deleted_is_never_everybody()
    {
        var (kommune, draft) = await TwoStudents();
        var segment = new Domain.Students.Segment(kommune.Number, "I Polen", "land=PL", Guid.CreateVersion7(), app.Clock.Now);
        await kommune.Save(segment);
        var poles = await draft.Press("Lagre utkastet", ("land", "PL"));

        var refused = await PressWithUnsaved(poles, "", ("land", ""), ("utvalg", Guid.CreateVersion7().ToString()));

        Assert.Contains("Utvalget du valgte, finnes ikke lenger", Assert.Single(refused.Errors));
        Assert.Equal("?land=PL", await Only(kommune, c => c.Audience));
        var made = await (await kommune.Recruiter()).Open("/utsendinger/ny");
        var template = made.Document.QuerySelector("[name='Input.TemplateId'] option:last-child")!.GetAttribute("value")!;
        await app.Look(db => db.Segments.Where(s => s.Id == segment.Id).ExecuteDeleteAsync());
        Assert.Contains("Utvalget du valgte, finnes ikke lenger", Assert.Single((await made.Press("Se hvem som får den", ("Input.Name", "Ny"), ("Input.TemplateId", template), ("utvalg", segment.Id.ToString()))).Errors));
    }

    [Fact]
    public async Task Days_that_are_no_number_spare_nobody_by_mistake()
    {
        var (kommune, draft) = await TwoStudents();
        await draft.Press("Lagre utkastet", ("Input.QuietDays", "14"));

        var refused = await (await draft.Visitor.Open(draft.Path)).Press("Lagre utkastet", ("Input.QuietDays", "14 dager"));

        Assert.Equal("Skriv et antall dager fra 0 til 365.", Assert.Single(refused.Errors).Split(": ")[^1]);
        Assert.Equal(14, await Only(kommune, c => c.QuietDays));
    }

    [Fact]
    public async Task The_time_that_was_filled_in_outlives_a_save()
    {
        var (_, draft) = await TwoStudents();

        var saved = await PressWithUnsaved(draft, "", ("Time.When", "at"), ("Time.Day", "2027-02-03"), ("Time.Clock", "09:30"));

        Assert.Equal("Utkastet er lagret.", saved.Said);
        Assert.Equal(("2027-02-03", "09:30"), (ValueOf(saved, "Time.Day"), ValueOf(saved, "Time.Clock")));
        Assert.Contains("Alle går om lag onsdag 3. februar 2027 kl. 09:30.", (await saved.Press("Regn ut når den siste går")).Text);
    }

    [Theory]
    [InlineData("Ja, send til 2 studenter")]
    [InlineData("Lagre utkastet")]
    [InlineData("Regn ut når den siste går")]
    [InlineData("Ja, forkast")]
    public async Task A_page_left_open_while_the_draft_was_released_leads_to_the_campaign_and_changes_nothing(string button)
    {
        var (kommune, draft) = await TwoStudents();
        var left = await draft.Visitor.Open(draft.Path);
        await draft.Press("Ja, send til 2 studenter", ("Time.WarningsSeen", "true"));

        var answer = await left.Press(button);

        Assert.EndsWith("planlagt", answer.Heading);
        Assert.DoesNotContain("/utkast", answer.Path);
        Assert.Equal("Denne utsendingen er ikke et utkast lenger, den er planlagt. Det du gjorde nå, endret ingenting.", answer.Said);
        Assert.Equal(("Prøve", CampaignStatus.Scheduled), await Only(kommune, c => (c.Name, c.Status)));
    }

    [Fact]
    public async Task A_draft_that_was_discarded_has_no_start()
    {
        var (kommune, draft) = await TwoStudents();

        var discarded = await draft.Press("Ja, forkast");

        Assert.Equal("Utkastet er forkastet.", discarded.Said);
        Assert.Contains("avbrutt", discarded.Heading);
        Assert.DoesNotContain("Starter", discarded.Text);
        Assert.Equal(CampaignStatus.Cancelled, await Only(kommune, c => c.Status));
    }

    // As the script sends it: what is unsaved in the draft's form, and the time, come along with whichever button was pressed.
    private static Task<SeenPage> PressWithUnsaved(SeenPage page, string handler, params (string Name, string Value)[] fields)
    {
        var typed = page.Document.QuerySelectorAll("#utkast, #tid").OfType<IHtmlFormElement>().SelectMany(form => form.Elements)
            .OfType<IHtmlInputElement>().Where(input => input.Type == "hidden").Select(input => (input.Name!, input.Value))
            .Append(("Input.TemplateId", page.Document.QuerySelector("[name='Input.TemplateId'] [selected]")!.GetAttribute("value")!)).Append(("Input.Name", ValueOf(page, "Input.Name")))
            .DistinctBy(field => field.Item1).Where(field => !Array.Exists(fields, own => own.Name == field.Item1));
        return page.Visitor.PostBare($"{page.Path.Split('?')[0]}?handler={handler}", [.. typed, .. fields]);
    }

    private static string ValueOf(SeenPage page, string field) => page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value")!;

    private async Task<(GivenKommune Kommune, SeenPage Draft)> TwoStudents()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student("Ola", with: s => s with { CountryCode = "NO" });
        await kommune.Student("Åse", with: s => s with { CountryCode = "PL" });
        var template = await kommune.Template();
        return (kommune, await (await (await kommune.Recruiter()).Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString())));
    }

    private Task<T> Only<T>(GivenKommune kommune, Func<Campaign, T> what) =>
        app.Look(async db => what(await db.Campaigns.AsNoTracking().SingleAsync(c => c.KommuneNumber == kommune.Number)));
}
