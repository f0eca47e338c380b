using Rekruttering.Domain.Campaigns;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>The draft says when the last mail leaves: by the rates, the kommune's hours and the limit. Each test has a clock of its own.</summary>
public sealed class TellingWhenItIsDone
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    [Fact]
    public async Task What_does_not_fit_in_the_hours_of_the_day_leaves_when_they_begin_again()
    {
        using var app = Paced(25);
        var (_, draft) = await Draft(app, "2027-01-22T14:59:00Z", students: 60, new SendWindow([DayOfWeek.Monday, DayOfWeek.Friday], 8, 16));

        Assert.Contains("Den første går fredag 22. januar kl. 15:59, og den siste går om lag mandag 25. januar kl. 08:01.", draft.Text);
    }

    [Theory]
    [InlineData("2027-03-28T00:30:00Z", "mandag 29. mars kl. 00:10")] // Spring: four o'clock is an hour nearer than it looks.
    [InlineData("2026-10-25T00:30:00Z", "søndag 25. oktober kl. 03:10")] // Autumn: there is an hour more.
    public async Task In_the_nights_when_the_clock_changes_it_is_what_the_clock_says(string now, string last)
    {
        using var app = Paced(1);
        var (_, draft) = await Draft(app, now, students: 100, new SendWindow(EveryDay, 0, 4));

        Assert.Contains($"den siste går om lag {last}.", draft.Text);
    }

    [Fact]
    public async Task A_domain_that_takes_longer_than_the_rest_is_named()
    {
        using var app = Paced(60);
        app.Settings["Mail:PerDomain:example.com"] = "5";
        var (kommune, draft) = await Draft(app, "2027-01-22T09:00:00Z", students: 60, null);

        Assert.Contains("den siste går om lag fredag 22. januar kl. 10:12.", draft.Text);
        Assert.Contains("De til example.com tar lengst tid: dit går det høyst 5 i minuttet.", draft.Text);
        var planned = await draft.Press("Ja, send til 60 studenter", ("Time.WarningsSeen", "true"));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.StartAndSend();
        var kari = await kommune.Recruiter();
        Assert.Contains("Den siste går om lag fredag 22. januar kl. 10:12. De til example.com tar lengst tid", (await kari.Open(planned.Path)).Text);
    }

    [Fact]
    public async Task A_time_that_is_filled_in_is_counted_from_without_saving_anything()
    {
        using var app = Paced(10);
        var (_, draft) = await Draft(app, "2027-01-22T09:00:00Z", students: 20, null);

        var later = await draft.Press("Regn ut når den siste går", ("Time.When", "at"), ("Time.Day", "2027-01-27"), ("Time.Clock", "12:30"));
        Assert.Contains("Den første går onsdag 27. januar kl. 12:30, og den siste går om lag onsdag 27. januar kl. 12:32.", later.Text);
        Assert.Equal("2027-01-27", later.Document.QuerySelector("[name='Time.Day']")!.GetAttribute("value"));
        Assert.Contains("utkast", later.Heading);

        var wrong = await draft.Press("Regn ut når den siste går", ("Time.When", "at"), ("Time.Day", "2027-02-31"), ("Time.Clock", "12:30"));
        Assert.Contains("Velg en dag som finnes", Assert.Single(wrong.Errors));
    }

    [Fact]
    public async Task A_limit_that_cuts_people_off_stops_until_it_is_seen()
    {
        using var app = Paced(10);
        var (_, draft) = await Draft(app, "2027-01-22T09:00:00Z", students: 50, null);
        (string, string)[] limit = [("Time.WarningsSeen", "true"), ("Time.UntilDay", "2027-01-22"), ("Time.UntilClock", "10:04")];

        var refused = await draft.Press("Ja, send til 50 studenter", limit);
        Assert.Contains("rekker ikke å få e-posten før fristen", Assert.Single(refused.Errors));
        Assert.Contains("om lag 10 studenter rekker ikke å få den før fristen", refused.Text);

        var planned = await refused.Press("Ja, send til 50 studenter", [.. limit, ("Time.TooLateSeen", "true")]);
        Assert.Contains("planlagt", planned.Heading);
    }

    [Fact]
    public async Task What_other_campaigns_send_meanwhile_counts()
    {
        using var app = Paced(10);
        app.Clock.MoveTo(new DateTime(2027, 1, 22, 9, 0, 0, DateTimeKind.Utc));
        var kommune = app.Given.Kommune();
        await kommune.Students(30);
        await kommune.Campaign();
        await app.Start();

        Assert.Contains("om lag fredag 22. januar kl. 10:06. 30 e-poster fra andre utsendinger går samtidig.", (await Draft(kommune)).Text);
    }

    private static SendingApp Paced(int perMinute)
    {
        var app = new SendingApp();
        app.Settings["Mail:PerMinute"] = $"{perMinute}";
        return app;
    }

    private static async Task<(GivenKommune Kommune, SeenPage Draft)> Draft(SendingApp app, string now, int students, SendWindow? window)
    {
        app.Clock.MoveTo(DateTime.Parse(now, null, System.Globalization.DateTimeStyles.AdjustToUniversal));
        var kommune = app.Given.Kommune();
        await kommune.Settings(s => s.Window = window);
        await kommune.Students(students);
        return (kommune, await Draft(kommune));
    }

    private static async Task<SeenPage> Draft(GivenKommune kommune)
    {
        var template = await kommune.Template();
        return await (await (await kommune.Recruiter()).Open("/utsendinger/ny")).Press("Se hvem som får den", ("Input.Name", "Prøve"), ("Input.TemplateId", template.Id.ToString()));
    }
}
