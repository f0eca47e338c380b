using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>Every answer has its next step.</summary>
public sealed class WhatTheServerSays(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task A_greylisted_mail_waits_longer_each_time_and_then_gets_through()
    {
        var (campaign, student) = await OneTo("gra@example.com", MailSinkBehaviour.Greylist);

        await app.StartAndSend();
        var first = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal((MessageState.Deferred, app.Clock.Now.AddMinutes(1)), (first.State, first.DueAt));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await app.Send();
        Assert.Equal(app.Clock.Now.AddMinutes(5), Assert.Single(await app.MessagesOf(campaign)).DueAt);
        app.Sink.For(student, MailSinkBehaviour.Accept);
        app.Clock.Move(TimeSpan.FromMinutes(5));
        await app.Send();

        var message = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal((MessageState.Sent, 3), (message.State, message.Attempts));
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
    }

    [Fact]
    public async Task After_a_day_of_not_now_it_is_given_up()
    {
        var (campaign, _) = await OneTo("treg@example.com", MailSinkBehaviour.Greylist);
        await app.Start();

        for (var i = 0; i < 10; i++)
        {
            await app.Send();
            app.Clock.Move(TimeSpan.FromHours(12));
        }

        var message = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal((MessageState.Failed, 8), (message.State, message.Attempts));
    }

    [Fact]
    public async Task A_refused_address_is_dead_and_left_out_next_time()
    {
        var (campaign, address) = await OneTo("borte@example.com", MailSinkBehaviour.RefuseRecipient);

        await app.StartAndSend();

        var message = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal(MessageState.Failed, message.State);
        Assert.Contains("550", message.ServerAnswer);
        var student = await app.Look(db => db.Students.SingleAsync(s => s.Email == address));
        Assert.NotNull(student.AddressDeadAt);
        Assert.True(await app.Look(db => db.Timeline.AnyAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.MailFailed)));
    }

    [Fact]
    public async Task A_refused_message_leaves_the_address_alive()
    {
        var (campaign, address) = await OneTo("innhold@example.com", MailSinkBehaviour.RefuseContent);

        await app.StartAndSend();

        Assert.Equal(MessageState.Failed, Assert.Single(await app.MessagesOf(campaign)).State);
        Assert.Null((await app.Look(db => db.Students.SingleAsync(s => s.Email == address))).AddressDeadAt);
    }

    [Fact]
    public async Task An_answer_that_never_came_is_uncertain()
    {
        var (campaign, _) = await OneTo("usikker@example.com", MailSinkBehaviour.DropAfterData);

        await app.StartAndSend();
        await app.Send();

        Assert.Equal(MessageState.Uncertain, Assert.Single(await app.MessagesOf(campaign)).State);
        Assert.Single(app.Received(to => to == "usikker@example.com"));
    }

    [Fact]
    public async Task A_server_that_is_closing_costs_no_attempt()
    {
        var (campaign, _) = await OneTo("stengt@example.com", MailSinkBehaviour.Accept);
        app.Sink.Behaviour = MailSinkBehaviour.Shutdown;

        await app.StartAndSend();
        var waiting = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal((MessageState.Ready, 0, CampaignStatus.Running), (waiting.State, waiting.Attempts, (await app.Now(campaign)).Status));
        app.Sink.Behaviour = MailSinkBehaviour.Accept;
        await app.Send();
        Assert.Equal(MessageState.Ready, Assert.Single(await app.MessagesOf(campaign)).State);
        app.Clock.Move(TimeSpan.FromMinutes(10));
        await app.Send();

        Assert.Equal(MessageState.Sent, Assert.Single(await app.MessagesOf(campaign)).State);
    }

    [Theory]
    [InlineData(MailSinkBehaviour.DropBeforeData, null)]
    [InlineData(MailSinkBehaviour.ShutdownAfterData, null)]
    [InlineData(MailSinkBehaviour.Accept, "421 4.3.2 Closing at this one")]
    public async Task One_recipient_at_whom_the_server_fails_holds_nobody_up_and_is_given_up_like_any_other(MailSinkBehaviour behaviour, string? told)
    {
        var kommune = app.Given.Kommune();
        foreach (var student in await kommune.Students(3))
        {
            app.Sink.For(student.Email!, behaviour);
            app.Sink.TellAtRecipient(student.Email!, told);
        }
        var failing = await kommune.Campaign();
        await app.Start();
        var (other, _) = await OneTo($"etter.{behaviour}@example.com", MailSinkBehaviour.Accept);
        await app.Start();

        for (var minutes = 0; minutes < 10; minutes++)
        {
            await app.Send();
            app.Clock.Move(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(MessageState.Sent, Assert.Single(await app.MessagesOf(other)).State);
        Assert.All(await app.MessagesOf(failing), m => Assert.Equal((MessageState.Deferred, true), (m.State, m.ServerAnswer!.Length > 0)));

        for (var day = 0; day < 12; day++)
        {
            await OneTo($"dag{day}.{behaviour}@example.com", MailSinkBehaviour.Accept);
            await app.StartAndSend();
            app.Clock.Move(TimeSpan.FromHours(12));
        }

        Assert.All(await app.MessagesOf(failing), m => Assert.Equal((MessageState.Failed, 8), (m.State, m.Attempts)));
        Assert.Equal(CampaignStatus.Finished, (await app.Now(failing)).Status);
    }

    [Fact]
    public async Task A_server_that_is_away_for_days_costs_nobody_the_mail_or_an_attempt()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(6);
        var campaign = await kommune.Campaign();
        app.Sink.Behaviour = MailSinkBehaviour.Shutdown;
        await app.Start();

        for (var hours = 0; hours < 24 * 5; hours += 3)
        {
            await app.Send();
            app.Clock.Move(TimeSpan.FromHours(3));
        }

        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal((true, 0), (m.State is MessageState.Ready or MessageState.Deferred, m.Attempts)));
        app.Sink.Behaviour = MailSinkBehaviour.Accept;
        await app.Send();
        app.Clock.Move(TimeSpan.FromMinutes(30));
        await app.Send();

        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal((MessageState.Sent, 1), (m.State, m.Attempts)));
    }

    [Fact]
    public async Task A_recipient_refused_with_an_unusual_code_stops_nobody_else()
    {
        var kommune = app.Given.Kommune();
        var students = await kommune.Students(6);
        app.Sink.TellAtRecipient(students[0].Email!, $"554 5.7.1 <{students[0].Email}>: Recipient address rejected");
        var campaign = await kommune.Campaign();

        await app.StartAndSend();

        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
        Assert.Equal(5, (await app.MessagesOf(campaign)).Count(m => m.State == MessageState.Sent));
        Assert.Null((await app.Look(db => db.Students.SingleAsync(s => s.Id == students[0].Id))).AddressDeadAt);
    }

    [Fact]
    public async Task Going_on_after_a_pause_does_not_stop_at_the_same_recipient_again()
    {
        var kommune = app.Given.Kommune();
        var kari = await kommune.Recruiter();
        await kommune.Students(6);
        var campaign = await kommune.Campaign();
        await app.Start();
        // The one on turn first, so that others are left to show whose fault it is.
        var first = await app.Look(db => db.Messages.Where(m => m.CampaignId == campaign.Id).OrderBy(m => m.DueAt).ThenBy(m => m.Id)
            .Join(db.Students, m => m.StudentId, s => s.Id, (m, s) => s.Email!).FirstAsync());
        app.Sink.TellAtRecipient(first, "530 5.7.0 Sign in to send to strangers");
        await app.Send();
        Assert.Contains("E-posttjeneren sa: 530", (await app.Now(campaign)).PauseReason);
        app.Clock.Move(TimeSpan.FromMinutes(10));

        await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Fortsett");
        await app.Send();

        Assert.Equal(CampaignStatus.Running, (await app.Now(campaign)).Status);
        var messages = await app.MessagesOf(campaign);
        Assert.Equal(5, messages.Count(m => m.State == MessageState.Sent));
        Assert.Contains("530", Assert.Single(messages, m => m.State == MessageState.Deferred).ServerAnswer);
        app.Sink.TellAtRecipient(first, null);
    }

    [Fact]
    public async Task A_server_that_refuses_us_pauses_again_also_when_one_mail_alone_is_left()
    {
        var (campaign, _) = await OneTo("alene@example.com", MailSinkBehaviour.Accept);
        var kari = await app.Given.Kommune(campaign.KommuneNumber).Recruiter();
        app.Sink.Behaviour = MailSinkBehaviour.RefuseSender;
        try
        {
            await app.StartAndSend();
            app.Clock.Move(TimeSpan.FromMinutes(10));
            await (await kari.Open($"/utsendinger/{campaign.Id}")).Press("Fortsett");
            await app.Send();
        }
        finally
        {
            app.Sink.Behaviour = MailSinkBehaviour.Accept;
            app.Clock.Move(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(CampaignStatus.Paused, (await app.Now(campaign)).Status);
    }

    [Theory]
    [InlineData("554 5.7.1 <kari.nordmann@example.com>: Recipient address rejected", "554 5.7.1 <[adressen]>: Recipient address rejected")]
    [InlineData("550 No Kari.Nordmann here; ask post@example.org, please", "550 No [adressen] here; ask [adressen], please")]
    [InlineData("421 4.3.2 Closing", "421 4.3.2 Closing")]
    public void What_is_kept_of_a_servers_words_after_the_mail_names_no_address(string said, string kept) =>
        Assert.Equal(kept, ServerWords.WithoutAddress(said, "kari.nordmann@example.com"));

    [Fact]
    public async Task A_server_that_refuses_the_sender_pauses_at_once_and_nobody_is_marked()
    {
        var (campaign, address) = await OneTo("avsender@example.com", MailSinkBehaviour.Accept);
        app.Sink.Behaviour = MailSinkBehaviour.RefuseSender;
        try
        {
            await app.StartAndSend();
        }
        finally
        {
            app.Sink.Behaviour = MailSinkBehaviour.Accept;
            app.Clock.Move(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(CampaignStatus.Paused, (await app.Now(campaign)).Status);
        Assert.Equal(MessageState.Ready, Assert.Single(await app.MessagesOf(campaign)).State);
        Assert.Null((await app.Look(db => db.Students.SingleAsync(s => s.Email == address))).AddressDeadAt);
    }

    private async Task<(Campaign Campaign, string Address)> OneTo(string address, MailSinkBehaviour behaviour)
    {
        var kommune = app.Given.Kommune();
        await kommune.Student(with: s => s with { Email = address });
        if (behaviour != MailSinkBehaviour.Accept)
            app.Sink.For(address, behaviour);
        return (await kommune.Campaign(), address);
    }
}
