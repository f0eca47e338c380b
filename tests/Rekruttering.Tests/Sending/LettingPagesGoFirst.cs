using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>The next mail waits while somebody waits for a page, and never for long.</summary>
public sealed class LettingPagesGoFirst(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    private const int Recipients = 20;

    private PagesFirst Pages => app.Services.GetRequiredService<PagesFirst>();

    [Fact]
    public async Task A_mail_waits_until_every_page_is_there()
    {
        var form = new SlowForm();
        var answer = app.Visitor().Send("/logg-inn", form);
        await form.IsRead;

        await app.Visitor().Open("/personvern");

        Assert.False(Pages.WaitAsync().IsCompleted, "Another page that is there must not end the waiting for this one.");
        form.End();
        Assert.Equal(HttpStatusCode.BadRequest, (await answer).Status);
        Assert.True(Pages.WaitAsync().IsCompleted);
    }

    [Fact]
    public async Task A_page_that_never_comes_slows_a_campaign_and_does_not_hold_it()
    {
        var campaign = await RunningCampaign();
        var began = Stopwatch.GetTimestamp();
        Pages.Begin();
        try
        {
            await app.Run<SendMessages>(job => job.ExecuteAsync());
        }
        finally
        {
            Pages.End();
        }

        // At least, so that no busy machine can fail it: one connection takes all of them, and waits before each.
        Assert.True(Stopwatch.GetElapsedTime(began) > Recipients * PagesFirst.Longest);
        Assert.Equal(Recipients, await app.Look(db => db.Messages.CountAsync(m => m.CampaignId == campaign.Id && m.State == MessageState.Sent)));
    }

    [Fact]
    public async Task Whoever_watches_a_campaign_does_not_slow_it()
    {
        var campaign = await RunningCampaign();
        var kari = await app.Given.Kommune(campaign.KommuneNumber).Recruiter();

        using var events = await kari.Http.GetAsync($"/utsendinger/{campaign.Id}/strom", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream", events.Content.Headers.ContentType?.MediaType);
        Assert.True(Pages.WaitAsync().IsCompleted);
    }

    private async Task<Campaign> RunningCampaign()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(Recipients);
        var campaign = await kommune.Campaign();
        await app.Run<StartDueCampaigns>(start => start.ExecuteAsync());
        return campaign;
    }

    /// <summary>A form that a slow line brings: begun, and ended when the test says so.</summary>
    private sealed class SlowForm : HttpContent
    {
        // More than is kept before somebody reads it.
        private static readonly byte[] Begin = [.. "a="u8, .. Enumerable.Repeat((byte)'x', 1 << 20)];
        private readonly TaskCompletionSource _isRead = new(), _end = new();

        public SlowForm() => Headers.ContentType = new("application/x-www-form-urlencoded");

        /// <summary>Done when the page reads the form.</summary>
        public Task IsRead => _isRead.Task;

        public void End() => _end.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Begin);
            _isRead.SetResult();
            await _end.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
