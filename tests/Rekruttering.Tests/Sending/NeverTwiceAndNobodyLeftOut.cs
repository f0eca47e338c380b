using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Tests.Sending;

/// <summary>Jobs that run twice, senders that meet, and senders that are gone.</summary>
public sealed class NeverTwiceAndNobodyLeftOut(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Two_starts_at_once_freeze_one_audience()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(30);
        var campaign = await kommune.Campaign();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Start()));

        Assert.Equal(30, (await app.MessagesOf(campaign)).Count);
        Assert.Equal(CampaignStatus.Running, (await app.Now(campaign)).Status);
        await app.Send();
    }

    [Fact]
    public async Task Several_senders_at_once_send_each_mail_once()
    {
        var kommune = app.Given.Kommune();
        var students = await kommune.Students(80);
        var campaign = await kommune.Campaign();
        await app.Start();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.Send()));

        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal((MessageState.Sent, 1), (m.State, m.Attempts)));
        var received = app.Received(to => to.EndsWith($"-{kommune.Number}@example.com", StringComparison.Ordinal));
        Assert.Equal(students.Select(s => s.Email).Order(), received.Select(m => m.EnvelopeTo).Order());
    }

    [Fact]
    public async Task A_mail_that_a_dead_sender_only_held_is_sent()
    {
        var (campaign, message) = await HeldByADeadSender(MessageState.Claimed);

        app.Clock.Move(TimeSpan.FromHours(1));
        await app.Send();

        var now = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal(MessageState.Sent, now.State);
        Assert.Single(app.Received(to => to == message.ToAddress));
    }

    [Fact]
    public async Task A_mail_that_a_dead_sender_had_handed_over_is_uncertain_and_not_sent_again()
    {
        var (campaign, message) = await HeldByADeadSender(MessageState.HandedOver);

        app.Clock.Move(TimeSpan.FromHours(1));
        await app.Send();
        await app.Send();

        var now = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal(MessageState.Uncertain, now.State);
        Assert.Empty(app.Received(to => to == message.ToAddress));
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
    }

    [Fact]
    public async Task A_campaign_that_the_program_slept_through_starts_late_and_is_sent_once()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var campaign = await kommune.Campaign(at: app.Clock.Now.AddHours(1));
        await app.StartAndSend();
        Assert.Empty(await app.MessagesOf(campaign));

        app.Clock.Move(TimeSpan.FromHours(5));
        await app.StartAndSend();
        await app.StartAndSend();

        Assert.Single(app.Received(to => to == student.Email));
    }

    [Fact]
    public async Task Later_than_it_may_be_it_is_a_draft_again_and_says_so()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var campaign = await kommune.Campaign(at: app.Clock.Now.AddHours(1));

        app.Clock.Move(TimeSpan.FromHours(7.1));
        await app.StartAndSend();

        var now = await app.Now(campaign);
        Assert.Equal((CampaignStatus.Draft, true, (DateTime?)null), (now.Status, now.MissedItsTime, now.ScheduledAt));
        Assert.Empty(app.Received(to => to == student.Email));
    }

    private async Task<(Campaign Campaign, Message Message)> HeldByADeadSender(MessageState state)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var campaign = await kommune.Campaign();
        await app.Start();
        return await app.Look(async db =>
        {
            var message = await db.Messages.SingleAsync(m => m.CampaignId == campaign.Id);
            message.Claim("dead:1", app.Clock.Now.AddMinutes(7));
            if (state == MessageState.HandedOver)
                message.HandOver(message.ToAddress!, "Hilsen", "Hei!", app.Clock.Now, app.Clock.Now.AddMinutes(7));
            await db.SaveChangesAsync();
            return (campaign, message);
        });
    }
}
