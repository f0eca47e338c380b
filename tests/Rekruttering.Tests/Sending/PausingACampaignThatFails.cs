using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>A campaign of which nothing gets through stops, and an administrator is told why.</summary>
public sealed class PausingACampaignThatFails(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task A_server_that_goes_away_at_the_end_of_every_mail_pauses_the_campaign_before_all_are_uncertain()
    {
        var kommune = app.Given.Kommune();
        foreach (var student in await kommune.Students(30))
            app.Sink.For(student.Email!, MailSinkBehaviour.DropAfterData);
        var campaign = await kommune.Campaign();

        await app.StartAndSend();

        var now = await app.Now(campaign);
        Assert.Equal(CampaignStatus.Paused, now.Status);
        Assert.Contains("Forbindelsen falt ut", now.PauseReason);
        Assert.DoesNotContain("sa:", now.PauseReason);
        Assert.InRange((await app.MessagesOf(campaign)).Count(m => m.State == MessageState.Uncertain), 10, 11);
    }

    [Fact]
    public async Task Ten_refusals_in_a_row_pause_the_campaign_with_the_reason()
    {
        var kommune = app.Given.Kommune();
        foreach (var student in await kommune.Students(40))
            app.Sink.For(student.Email!, MailSinkBehaviour.RefuseContent);
        var (administrator, recruiter) = (await kommune.User(Role.Administrator), await kommune.User(Role.Recruiter));
        var campaign = await kommune.Campaign();

        await app.StartAndSend();
        await app.Send();

        var now = await app.Now(campaign);
        var told = Assert.Single(app.Received(to => to == administrator.Email));
        Assert.Contains("satt på pause", told.Headers["Subject"], StringComparison.Ordinal);
        Assert.Equal("auto-generated", told.Headers["Auto-Submitted"]);
        Assert.Contains("554", told.Text, StringComparison.Ordinal);
        Assert.Contains(told.Links, link => link.EndsWith($"/utsendinger/{now.Id}", StringComparison.Ordinal));
        Assert.Empty(app.Received(to => to == recruiter.Email));
        Assert.Equal(CampaignStatus.Paused, now.Status);
        Assert.Contains("554", now.PauseReason);
        Assert.DoesNotContain("@", now.PauseReason!);
        Assert.DoesNotContain("@example.com", told.Text, StringComparison.Ordinal);
        var messages = await app.MessagesOf(campaign);
        // The other connection may have had one mail on its way.
        Assert.InRange(messages.Count(m => m.State == MessageState.Failed), 10, 11);
        Assert.All(messages, m => Assert.True(m.State is MessageState.Failed or MessageState.Ready));
    }

    [Fact]
    public async Task Ten_mails_in_a_row_that_cannot_be_written_pause_the_campaign_with_what_to_do()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(40);
        var administrator = await kommune.User(Role.Administrator);
        var campaign = await kommune.Campaign(await kommune.Template(body: "Hei {{etternavn}}!"));

        await app.StartAndSend();
        await app.Send();

        var now = await app.Now(campaign);
        Assert.Equal(CampaignStatus.Paused, now.Status);
        Assert.StartsWith("10 e-poster på rad kunne ikke lages.", now.PauseReason);
        Assert.Contains("10 e-poster på rad kunne ikke lages.", Assert.Single(app.Received(to => to == administrator.Email)).Text, StringComparison.Ordinal);
        var messages = await app.MessagesOf(campaign);
        Assert.InRange(messages.Count(m => m.State == MessageState.Failed), 10, 11);
        Assert.All(messages, m => Assert.True(m.State is MessageState.Failed or MessageState.Ready));
    }

    [Fact]
    public async Task Refusals_that_somebody_has_gone_on_after_do_not_count_again()
    {
        var kommune = app.Given.Kommune();
        foreach (var student in await kommune.Students(30))
            app.Sink.For(student.Email!, MailSinkBehaviour.RefuseContent);
        var kari = await kommune.Recruiter();
        var campaign = await kommune.Campaign();
        await app.StartAndSend();
        app.Clock.Move(TimeSpan.FromMinutes(1));

        await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Fortsett");
        await app.Send();

        Assert.Equal(CampaignStatus.Paused, (await app.Now(campaign)).Status);
        Assert.InRange((await app.MessagesOf(campaign)).Count(m => m.State == MessageState.Failed), 20, 22);
    }
}
