using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>The program with a mail server that can be told to misbehave.</summary>
public class SendingApp : RekrutteringApp
{
    public SendingApp()
    {
        Settings["Mail:Transport"] = "Smtp";
        Settings["Mail:Security"] = "None";
        Settings["Mail:Host"] = Sink.Host;
        Settings["Mail:Port"] = Sink.Port.ToString();
        Settings["Mail:From"] = "post@namsos.example.com";
        Settings["Mail:Connections"] = "2";
        // Long: a busy machine that answers late must not look like a server that never does.
        Settings["Mail:AnswerWithin"] = "00:00:30";
    }

    public MailSink Sink { get; } = new();

    /// <summary>Both jobs, once each: what is due starts, and what is due is sent.</summary>
    public async Task StartAndSend()
    {
        await Start();
        await Send();
    }

    public Task Start() => Run<StartDueCampaigns>(job => job.ExecuteAsync());

    public Task Send() => Run<SendMessages>(job => job.ExecuteAsync());

    public Task<List<Message>> MessagesOf(Campaign campaign) => Look(db => db.Messages.AsNoTracking().Where(m => m.CampaignId == campaign.Id).ToListAsync());

    public Task<Campaign> Now(Campaign campaign) => Look(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign.Id));

    /// <summary>What the server got that was meant for these.</summary>
    public IReadOnlyList<ReceivedMail> Received(Func<string, bool> to) => [.. Sink.Messages.Where(mail => to(mail.EnvelopeTo))];

    public override void Dispose()
    {
        base.Dispose();
        Sink.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }
}
