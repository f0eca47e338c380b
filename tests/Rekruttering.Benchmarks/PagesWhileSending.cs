using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>What a recruiter waits for pages while the same program sends a campaign at full speed, against what she waits when it sends nothing.</summary>
public static class PagesWhileSending
{
    private const int Connections = 4;

    // The morning page reads the whole register, so it takes longest and is asked for the fewest times.
    private static readonly (string Path, int Requests)[] Pages = [("/oversikt", 60), ("/studenter", 1000), ("/utsendinger", 300)];

    public static async Task RunAsync(Figures figures)
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new TemporaryFolder();
        await using var beside = await CampaignProgram.OpenAsync(folder.Path, sink.Port, Connections);
        await beside.SeedAsync(20_000);
        await RunningProgram.RunAsync(folder.Path, StaffBrowser.Password + "\n", StaffBrowser.AddUser(CampaignProgram.Kommune));
        await using var program = await RunningProgram.StartAsync(folder.Path, [.. CampaignProgram.Settings(sink.Port, Connections).Select(s => $"--{s.Key}={s.Value}")]);
        using var browser = await StaffBrowser.SignInAsync(program.Address);
        // A new program still compiles what it runs, and beside a campaign for much longer: that would be measured in place of the campaign.
        foreach (var (path, requests) in Pages)
            await browser.TimeAsync(path, warmups: 0, 2 * requests);

        // Each page has mails of its own to be read beside, twice as many as there are students, for the fast transport sends a thousand a second.
        foreach (var (path, requests) in Pages)
        {
            Guid[] campaigns = [await beside.BeginAsync(), await beside.BeginAsync()];
            while (await CountAsync(campaigns, MessageState.Sent) < 500)
                await Task.Delay(100);
            var before = await CountAsync(campaigns, MessageState.Sent);
            var sending = await browser.TimeAsync(path, warmups: 10, requests);
            var left = await CountAsync(campaigns, MessageState.Sent) - before;
            if (await CountAsync(campaigns, MessageState.Ready) == 0)
                throw new InvalidOperationException("The campaigns were sent before the page was read.");

            // Idle is the same register and the same campaigns, paused: a page that counts mails has as many to count.
            foreach (var campaign in campaigns)
            {
                if ((await beside.InAsync<HaltCampaign, Result>(halt => halt.ExecuteAsync(campaign, null))).Refusal is { } refusal)
                    throw new InvalidOperationException(refusal.Sentence);
            }
            while (await CountAsync(campaigns, MessageState.Claimed, MessageState.HandedOver) > 0)
                await Task.Delay(100);
            var idle = await browser.TimeAsync(path, warmups: 10, requests);
            figures.AtMost(2, $"{path} while sending against idle, 95th percentile", sending.P95 / idle.P95,
                $"{sending.P95:0.0} ms against {idle.P95:0.0}, median {sending.Median:0.0} against {idle.Median:0.0}; {left} mails left while the page was read {requests} times");
        }

        async Task<int> CountAsync(Guid[] campaigns, params MessageState[] states) =>
            (await Task.WhenAll(campaigns.Select(beside.StatesAsync))).Sum(counts => states.Sum(state => counts.GetValueOrDefault(state)));
    }
}
