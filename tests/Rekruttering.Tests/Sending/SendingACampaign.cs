using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>From the time of sending to the last row, over a real mail server.</summary>
public sealed class SendingACampaign(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Everybody_gets_one_mail_and_the_campaign_finishes()
    {
        var kommune = app.Given.Kommune("Namsos");
        await kommune.Settings();
        var aase = await kommune.Student("Åse", with: s => s with { LastName = "Ødegård-Łukasz" });
        var ola = await kommune.Student("Ola");
        var campaign = await kommune.Campaign();

        await app.StartAndSend();

        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
        Assert.All(await app.MessagesOf(campaign), m => Assert.Equal(MessageState.Sent, m.State));
        var mail = Assert.Single(app.Received(to => to == aase.Email));
        Assert.Equal("Hilsen fra Namsos kommune", mail.Subject);
        Assert.Equal("Kari Nordmann, Namsos kommune", mail.From.DisplayName);
        Assert.Equal("post@namsos.example.com", mail.From.Address);
        Assert.Equal("Åse Ødegård-Łukasz", mail.To.DisplayName);
        Assert.StartsWith("Hei Åse!", mail.Text);
        Assert.Contains("Hei Åse!", mail.Html);
        Assert.Contains("kari@example.com", mail.Headers["Reply-To"]);
        Assert.Single(app.Received(to => to == ola.Email));
    }

    [Fact]
    public async Task A_mail_carries_its_row_and_the_way_out_in_its_headers()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var campaign = await kommune.Campaign();

        await app.StartAndSend();

        var row = Assert.Single(await app.MessagesOf(campaign));
        var mail = Assert.Single(app.Received(to => to == student.Email));
        Assert.Equal($"{row.Id:N}@namsos.example.com", mail.MessageId);
        Assert.StartsWith("<https://rekruttering.example.com/avmelding/", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task What_is_kept_of_a_mail_opens_nothing()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var campaign = await kommune.Campaign();

        await app.StartAndSend();

        var sent = Assert.Single(app.Received(to => to == student.Email));
        var token = sent.Links.First(link => link.Contains("/lis1/")).Split('/')[^1];
        var row = Assert.Single(await app.MessagesOf(campaign));
        var told = await app.Look(db => db.Timeline.SingleAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.MailSent));
        Assert.DoesNotContain(token, row.Text);
        Assert.Contains("[personlig lenke]", row.Text);
        Assert.Null(told.Text);
        Assert.Equal(row.Id, told.SubjectId);
        Assert.DoesNotContain(token, app.Log.Text);
        Assert.DoesNotContain(student.Email!, app.Log.Text);
    }

    [Fact]
    public async Task The_first_mail_informs_and_the_second_does_not_repeat_it()
    {
        var kommune = app.Given.Kommune();
        await kommune.Settings();
        var student = await kommune.Student();
        var template = await kommune.Template();
        await kommune.Campaign(template);
        await app.StartAndSend();
        await kommune.Campaign(template);
        await app.StartAndSend();

        var mails = app.Received(to => to == student.Email);
        Assert.Contains("Per Vern", mails[0].Text);
        Assert.Contains("Datatilsynet", mails[0].Text);
        Assert.DoesNotContain("Datatilsynet", mails[1].Text);
        Assert.Equal(app.Clock.Now, await app.Look(db => db.Students.Where(s => s.Id == student.Id).Select(s => s.InformedAt).SingleAsync()));
        Assert.Equal(1, await app.Look(db => db.Timeline.CountAsync(e => e.StudentId == student.Id && e.Kind == TimelineKind.Informed)));
    }

    [Fact]
    public async Task Each_left_out_student_stands_there_with_the_reason()
    {
        var kommune = app.Given.Kommune();
        var first = await kommune.Student("Anne", with: s => s with { Email = "felles@example.com" });
        Dictionary<Guid, LeftOutReason?> expected = new()
        {
            [first.Id] = null,
            [(await kommune.Student("Bo", with: s => s with { Email = "Felles@Example.com" })).Id] = LeftOutReason.SameAddress,
            [(await kommune.Student("Cai", with: s => s with { Email = null })).Id] = LeftOutReason.NoAddress,
            [(await kommune.Student("Di", then: s => s.Reserve(ReservationScope.News, true, app.Clock.Now))).Id] = LeftOutReason.Reserved,
            [(await kommune.Student("Ed", then: s => s.Reserve(ReservationScope.NoContact, true, app.Clock.Now))).Id] = LeftOutReason.NoContact,
            [(await kommune.Student("Fi", then: s => s.MarkAddressDead(app.Clock.Now))).Id] = LeftOutReason.AddressDead,
            [(await kommune.Student("Dvo?ák")).Id] = LeftOutReason.NameDamaged,
            [(await kommune.Student("Gry", then: s => s.Reserve(ReservationScope.Jobs, true, app.Clock.Now))).Id] = null,
        };
        var campaign = await kommune.Campaign();

        await app.StartAndSend();

        Assert.Equal(expected, (await app.MessagesOf(campaign)).ToDictionary(m => m.StudentId!.Value, m => m.LeftOutReason));
    }

    [Fact]
    public async Task A_student_reads_in_her_own_form_where_it_is_written()
    {
        var kommune = app.Given.Kommune();
        var nn = await kommune.Student("Nina", with: s => s with { WrittenForm = WrittenForm.Nynorsk });
        var en = await kommune.Student("Emma", with: s => s with { WrittenForm = WrittenForm.English });
        await kommune.Campaign(await kommune.Template(subjectNn: "Helsing frå {{kommune}}", bodyNn: "Hei {{fornavn|du}}! Korleis går det?"));

        await app.StartAndSend();

        Assert.StartsWith("Helsing frå", app.Received(to => to == nn.Email).Single().Subject);
        Assert.Contains("vil ikkje ha", app.Received(to => to == nn.Email).Single().Text);
        Assert.StartsWith("Hilsen fra", app.Received(to => to == en.Email).Single().Subject);
    }

    [Fact]
    public async Task A_long_link_in_the_first_line_keeps_the_mail_from_nobody()
    {
        var kommune = app.Given.Kommune();
        await kommune.Student();
        var campaign = await kommune.Campaign(await kommune.Template(body: "Hei {{fornavn|du}}!\n\n[Svar her på hvor du aller helst ønsker å ta LIS1]({{lenke_lis1}})"));

        await app.StartAndSend();

        Assert.Equal(MessageState.Sent, Assert.Single(await app.MessagesOf(campaign)).State);
    }

    [Fact]
    public async Task A_student_who_said_no_after_the_start_gets_none()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        var campaign = await kommune.Campaign();
        await app.Start();
        await app.Look(async db =>
        {
            var row = await db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == student.Id);
            row.Reserve(ReservationScope.AllCampaigns, true, app.Clock.Now);
            return await db.SaveChangesAsync();
        });

        await app.Send();

        var message = Assert.Single(await app.MessagesOf(campaign));
        Assert.Equal((MessageState.LeftOut, LeftOutReason.Reserved), (message.State, message.LeftOutReason));
        Assert.Empty(app.Received(to => to == student.Email));
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
    }

    [Fact]
    public async Task Whoever_says_no_while_a_slow_server_keeps_the_others_waiting_gets_none()
    {
        using var app = new SendingApp();
        app.Settings["Mail:Connections"] = "1";
        var kommune = app.Given.Kommune();
        await kommune.Students(10);
        var campaign = await kommune.Campaign();
        await app.Start();
        var arrived = 0;
        app.Sink.Answering = async first =>
        {
            if (Interlocked.Increment(ref arrived) > 1)
                return;
            await app.Look(async db =>
            {
                foreach (var other in await db.Students.Include(s => s.Reservations).Where(s => s.KommuneNumber == kommune.Number && s.Email != first.EnvelopeTo).ToListAsync())
                    other.Reserve(ReservationScope.AllCampaigns, true, app.Clock.Now);
                return await db.SaveChangesAsync();
            });
            app.Clock.Move(TimeSpan.FromSeconds(11));
        };

        await app.Send();

        Assert.Single(app.Sink.Messages);
        Assert.Equal(9, (await app.MessagesOf(campaign)).Count(m => m is { State: MessageState.LeftOut, LeftOutReason: LeftOutReason.Reserved }));
        Assert.Equal(CampaignStatus.Finished, (await app.Now(campaign)).Status);
    }

    [Fact]
    public async Task An_address_mended_after_the_start_is_the_one_that_is_used()
    {
        var kommune = app.Given.Kommune();
        var student = await kommune.Student();
        await kommune.Campaign();
        await app.Start();
        await app.Look(async db =>
        {
            var row = await db.Students.SingleAsync(s => s.Id == student.Id);
            row.Update(row.Details with { Email = "riktig@example.com" }, app.Clock.Now);
            return await db.SaveChangesAsync();
        });

        await app.Send();

        Assert.Empty(app.Received(to => to == student.Email));
        Assert.Single(app.Received(to => to == "riktig@example.com"));
    }
}
