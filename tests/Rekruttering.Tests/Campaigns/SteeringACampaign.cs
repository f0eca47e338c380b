using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Campaigns;

/// <summary>Pause, go on, stop, and what a person decides.</summary>
public sealed class SteeringACampaign(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task A_pause_in_the_middle_lets_at_most_one_mail_a_connection_through()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(60);
        var campaign = await kommune.Campaign();
        var kari = await kommune.Recruiter();
        await app.Start();
        var page = await kari.Open($"/utsendinger/{campaign.Id}");
        var before = app.Sink.Messages.Count;

        var sending = app.Send();
        await app.Sink.ReceivedAsync(before + 10, TimeSpan.FromSeconds(30));
        var paused = await page.Press("Sett på pause");
        var atPause = app.Sink.Messages.Count;
        await sending;

        Assert.Contains("på pause", paused.Heading);
        Assert.InRange(app.Sink.Messages.Count - atPause, 0, 2);
        Assert.All(await app.MessagesOf(campaign), m => Assert.True(m.State is MessageState.Sent or MessageState.Ready, m.State.ToString()));
        await app.Send();
        Assert.InRange(app.Sink.Messages.Count - atPause, 0, 2);

        await paused.Press("Fortsett");
        await app.Send();

        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal((MessageState.Sent, 1), (m.State, m.Attempts)));
        Assert.Equal(60, app.Received(to => to.EndsWith($"-{kommune.Number}@example.com", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public async Task A_cancelled_campaign_says_how_many_and_sends_nothing_more()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(5);
        var campaign = await kommune.Campaign();
        var kari = await kommune.Recruiter();
        await app.Start();

        var page = await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Ja, stopp e-post til 5 studenter");
        await app.Send();

        Assert.Contains("avbrutt", page.Heading);
        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal(MessageState.Cancelled, m.State));
        Assert.Empty(app.Received(to => to.EndsWith($"-{kommune.Number}@example.com", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_takes_a_plan_back_too_late_is_told_that_it_has_started()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(2);
        var campaign = await kommune.Campaign();
        var kari = await kommune.Recruiter();
        var left = await kari.Open($"/utsendinger/{campaign.Id}");
        var alsoLeft = await kari.Open($"/utsendinger/{campaign.Id}");
        await app.Start();

        Assert.StartsWith("Utsendingen har allerede startet, så planen kan ikke angres.", (await left.Press("Angre planen")).Said);

        await app.Send();
        Assert.StartsWith("Utsendingen har allerede startet, så planen kan ikke angres.", (await alsoLeft.Press("Angre planen")).Said);
    }

    [Fact]
    public async Task An_uncertain_mail_can_count_as_sent()
    {
        var (kommune, campaign) = await Uncertain("kanskje@example.com");
        var kari = await kommune.Recruiter();

        var page = await (await kari.Open($"/utsendinger/{campaign.Id}?vis=usikre")).Press("Regn som sendt: Ola Nordby");

        Assert.Equal("E-posten regnes som sendt.", page.Said);
        var message = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal(MessageState.Sent, message.State);
        Assert.Equal(2, await app.Look(db => db.Timeline.CountAsync(e => e.SubjectId == message.Id)));
        Assert.NotNull(await app.Look(db => db.Students.Where(s => s.Id == message.StudentId).Select(s => s.InformedAt).SingleAsync()));
    }

    [Fact]
    public async Task An_uncertain_mail_can_be_sent_again_with_the_same_Message_ID()
    {
        var (kommune, campaign) = await Uncertain("igjen@example.com");
        app.Sink.For("igjen@example.com", MailSinkBehaviour.Accept);
        var kari = await kommune.Recruiter();

        await (await kari.Open($"/utsendinger/{campaign.Id}?vis=usikre")).Press("Send på nytt: Ola Nordby");
        await app.Send();

        Assert.Equal(MessageState.Sent, Assert.Single(await app.MessagesOf(campaign)).State);
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
        Assert.Single(app.Received(to => to == "igjen@example.com").Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task The_last_mail_goes_when_a_server_that_said_later_is_asked_again_and_not_before()
    {
        var kommune = app.Given.Kommune();
        app.Sink.For("senere@example.com", MailSinkBehaviour.Greylist);
        await kommune.Student(with: s => s with { Email = "senere@example.com" });
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            app.Clock.Move(Assert.Single(await app.MessagesOf(campaign)).DueAt - app.Clock.Now);
            await app.Send();
        }

        var page = await (await kommune.Recruiter()).Open($"/utsendinger/{campaign.Id}");

        var next = Domain.Common.OsloTime.FromUtc(Assert.Single(await app.MessagesOf(campaign)).DueAt);
        Assert.True(next - Domain.Common.OsloTime.FromUtc(app.Clock.Now) >= TimeSpan.FromMinutes(15));
        var said = page.Document.QuerySelectorAll("p").Single(line => line.TextContent.StartsWith("Den siste går om lag", StringComparison.Ordinal)).TextContent;
        Assert.Contains(next.Minute == 0 ? $"kl. {next.Hour}" : next.ToString("'kl. 'HH:mm", System.Globalization.CultureInfo.InvariantCulture), said);
    }

    [Fact]
    public async Task Whoever_decides_about_many_stays_in_the_list_until_it_is_empty()
    {
        var kommune = app.Given.Kommune();
        foreach (var name in (string[])["Ane", "Bo"])
        {
            app.Sink.For($"{name}-usikker@example.com", MailSinkBehaviour.DropAfterData);
            await kommune.Student(name, with: s => s with { Email = $"{name}-usikker@example.com" });
        }
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        var list = await (await kommune.Recruiter()).Open($"/utsendinger/{campaign.Id}?vis=usikre");

        var one = await list.Press("Regn som sendt: Ane Nordby");
        Assert.EndsWith("?vis=usikre", one.Path);
        var none = await one.Press("Regn som sendt: Bo Nordby");

        Assert.DoesNotContain("vis=", none.Path);
        Assert.Contains("Ane Nordby", none.Text);
        Assert.Contains("Ane Nordby", (await list.Visitor.Open($"/utsendinger/{campaign.Id}?side=9")).Text);
    }

    [Fact]
    public async Task One_uncertain_mail_is_spoken_of_as_one_and_nothing_sent_is_not_called_sent()
    {
        var (kommune, campaign) = await Uncertain("enkelt@example.com");
        var kari = await kommune.Recruiter();

        var page = await kari.Open($"/utsendinger/{campaign.Id}");

        Assert.Contains("1 e-post er usikker", page.Text);
        Assert.Equal("Vårhilsen ferdig", page.Heading);
        Assert.Equal("warning", page.Document.QuerySelector("h1 .ds-tag")!.GetAttribute("data-color"));
        Assert.Contains("ferdig 1 usikker", (await kari.Open("/utsendinger")).Text);
        Assert.EndsWith("sendt", (await (await kari.Open($"/utsendinger/{campaign.Id}?vis=usikre")).Press("Regn som sendt: Ola Nordby")).Heading);
    }

    [Fact]
    public async Task The_progress_comes_as_events_and_ends_with_the_campaign()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(3);
        var campaign = await kommune.Campaign();
        var kari = await kommune.Recruiter();
        await app.StartAndSend();

        var events = await kari.Http.GetStringAsync($"/utsendinger/{campaign.Id}/strom");

        Assert.Equal("""data: {"status":"Finished","sent":3,"planned":3,"waiting":0,"done":3}""", events.Trim());
    }

    [Fact]
    public async Task A_reader_steers_nothing()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(2);
        var campaign = await kommune.Campaign();
        await app.Start();
        var reader = await kommune.Reader();

        var page = await reader.Open($"/utsendinger/{campaign.Id}");
        Assert.DoesNotContain("Sett på pause", page.Text);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await reader.PostBare($"/utsendinger/{campaign.Id}?handler=Pause")).Status);

        Assert.Equal(CampaignStatus.Running, (await app.Now(campaign)).Status);
        await app.Send();
    }

    private async Task<(GivenKommune Kommune, Campaign Campaign)> Uncertain(string address)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student(with: s => s with { Email = address });
        app.Sink.For(address, MailSinkBehaviour.DropAfterData);
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        return (kommune, campaign);
    }
}
