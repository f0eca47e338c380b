using System.Globalization;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>Campaign mail leaves in the hours of the kommune by Oslo's clock, and not later than it was told; each test has a clock of its own.</summary>
public sealed class KeepingTheHours
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    [Fact]
    public async Task What_is_not_sent_when_the_hours_end_waits_for_the_next_day()
    {
        using var app = new PacedApp();
        var (kommune, campaign) = await Running(app, "2027-01-20T14:59:50Z", new SendWindow([DayOfWeek.Wednesday, DayOfWeek.Friday], 8, 16), students: 10);

        await app.StartAndSend();
        var wednesday = app.Sink.Messages.Count;
        Assert.InRange(wednesday, 1, 9);
        await RunUntil(app, "2027-01-22T06:59:59Z", TimeSpan.FromMinutes(20));
        Assert.Equal(wednesday, app.Sink.Messages.Count);
        var kari = await kommune.Recruiter();
        Assert.Contains("Venter på sendetiden. Fortsetter fredag 22. januar kl. 08", (await kari.Open($"/utsendinger/{campaign.Id}")).Text);
        Assert.Contains("onsdag og fredag kl. 8–16", (await kari.Open($"/utsendinger/{campaign.Id}")).Text);

        await RunUntil(app, "2027-01-22T07:10:00Z", TimeSpan.FromMinutes(1));
        Assert.Equal(10, app.Sink.Messages.Count);
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
    }

    [Theory]
    [InlineData("2027-03-28T00:59:00Z", 3, 4, "2027-03-28T01:00:00Z")] // Spring: two o'clock is three o'clock.
    [InlineData("2026-10-25T00:59:00Z", 2, 4, "2026-10-25T01:00:00Z")] // Autumn: not at two the first time, when the hours begin at two.
    [InlineData("2026-10-25T00:30:00Z", 3, 4, "2026-10-25T02:00:00Z")] // Three o'clock comes an hour later than the night before.
    public async Task In_the_nights_when_the_clock_changes_the_hours_are_those_on_the_wall(string now, int from, int to, string opens)
    {
        using var app = new PacedApp();
        await Running(app, now, new SendWindow(EveryDay, from, to), students: 1);

        await RunUntil(app, Text(Utc(opens).AddSeconds(-1)), TimeSpan.FromMinutes(7));
        Assert.Empty(app.Sink.Messages);
        await RunUntil(app, opens, TimeSpan.FromMinutes(7));

        Assert.Single(app.Sink.Messages);
    }

    [Fact]
    public async Task Not_later_than_means_that_the_rest_is_taken_back()
    {
        using var app = new PacedApp();
        var (kommune, campaign) = await Running(app, "2027-01-20T14:00:00Z", null, students: 10, until: "2027-01-20T14:00:10Z");

        await app.StartAndSend();
        var sent = app.Sink.Messages.Count;
        await RunUntil(app, "2027-01-20T15:00:00Z", TimeSpan.FromMinutes(1));

        Assert.InRange(sent, 1, 9);
        Assert.Equal(sent, app.Sink.Messages.Count);
        Assert.Equal(10 - sent, (await app.MessagesOf(campaign)).Count(m => m is { State: MessageState.Cancelled, LeftOutReason: LeftOutReason.TooLate }));
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
        Assert.Contains("rakk ikke fristen", (await (await kommune.Recruiter()).Open($"/utsendinger/{campaign.Id}")).Text);
    }

    [Fact]
    public async Task The_hours_are_set_once_and_left_out_for_one_campaign_by_a_tick()
    {
        using var app = new PacedApp();
        app.Clock.MoveTo(Utc("2027-01-22T17:00:00Z"));
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        await kommune.Student();
        var boss = await kommune.SignedIn(Role.Administrator);
        var refused = await (await boss.Open("/innstillinger")).Press("Lagre", ("Input.SendDays", "Monday"), ("Input.SendFrom", "16"), ("Input.SendTo", "8"));
        Assert.Contains("senere enn begynnelsen", Assert.Single(refused.Errors));
        await (await boss.Open("/innstillinger")).Press("Lagre", ("Input.SendDays", "Monday"), ("Input.SendDays", "Tuesday"), ("Input.SendFrom", "8"), ("Input.SendTo", "16"));

        var draft = await Draft(boss, kommune);
        Assert.Contains("Dere sender mandag og tirsdag kl. 8–16", draft.Text);
        var late = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.UntilDay", "2027-01-24"), ("Time.UntilClock", "12:00"));
        Assert.Contains("Sendetiden begynner ikke før fristen er ute", Assert.Single(late.Errors));
        var past = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.UntilDay", "2027-01-22"), ("Time.UntilClock", "12:00"));
        Assert.Contains("må være etter tidspunktet", Assert.Single(past.Errors));
        var planned = await draft.Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"));
        Assert.Contains("mandag 25. januar kl. 08", planned.Text);

        var now = await (await Draft(boss, kommune)).Press("Ja, send til 1 student", ("Time.WarningsSeen", "true"), ("Time.AlsoOutsideHours", "true"));
        Assert.Contains("Sendes om 30 sekunder", now.Text);
    }

    [Fact]
    public async Task Two_campaigns_that_start_together_meet_the_cap_when_they_leave()
    {
        using var app = new PacedApp();
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => (s.CapMails, s.CapDays) = (1, 7));
        var student = await kommune.Student();
        var first = await kommune.Campaign();
        var second = await kommune.Campaign();
        await app.Start();

        await app.Send();

        Assert.Single(app.Received(to => to == student.Email));
        var rows = (await app.MessagesOf(first)).Concat(await app.MessagesOf(second)).Select(m => (m.State, m.LeftOutReason)).Order();
        Assert.Equal([(MessageState.LeftOut, LeftOutReason.ContactCap), (MessageState.Sent, null)], rows);
    }

    private static async Task<(GivenKommune Kommune, Campaign Campaign)> Running(PacedApp app, string now, SendWindow? window, int students, string? until = null)
    {
        app.Clock.MoveTo(Utc(now));
        var kommune = app.Given.Kommune();
        await kommune.Students(students);
        return (kommune, await kommune.Campaign(limits: new SendingLimits(window, until is null ? null : Utc(until))));
    }

    private static async Task RunUntil(PacedApp app, string until, TimeSpan step)
    {
        for (var end = Utc(until); app.Clock.Now < end;)
        {
            app.Clock.MoveTo(app.Clock.Now + step < end ? app.Clock.Now + step : end);
            await app.StartAndSend();
        }
    }

    private static async Task<SeenPage> Draft(Visitor kari, GivenKommune kommune)
    {
        var template = await kommune.Template();
        return await (await kari.Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));
    }

    private static string Text(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTime.Parse(text, null, DateTimeStyles.AdjustToUniversal);

    /// <summary>Twenty-five a minute and one connection, so that a campaign takes its time.</summary>
    private sealed class PacedApp : SendingApp
    {
        public PacedApp() => (Settings["Mail:PerMinute"], Settings["Mail:Connections"]) = ("25", "1");
    }
}
