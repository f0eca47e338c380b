using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>What a recruiter waits for pages while the same program sends a campaign at full speed, against what she waits when it sends nothing.</summary>
public static class PagesWhileSending
{
    private const int Connections = 4;
    private static readonly string[] Pages = ["/oversikt", "/studenter", "/utsendinger"];

    public static async Task RunAsync(Figures figures)
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new TemporaryFolder();
        await using var beside = await CampaignProgram.OpenAsync(folder.Path, sink.Port, Connections);
        await beside.SeedAsync(20_000);
        await RunningProgram.RunAsync(folder.Path, StaffBrowser.Password + "\n", StaffBrowser.AddUser(CampaignProgram.Kommune));
        await using var program = await RunningProgram.StartAsync(folder.Path, [.. CampaignProgram.Settings(sink.Port, Connections).Select(s => $"--{s.Key}={s.Value}")]);
        using var browser = await StaffBrowser.SignInAsync(program.Address);

        var campaign = await beside.BeginAsync();
        while (await SentAsync() == 0)
            await Task.Delay(100);
        var before = await SentAsync();
        var sending = await TimeAsync(browser);
        var after = await SentAsync();
        if (!(await beside.StatesAsync(campaign)).ContainsKey(MessageState.Ready))
            throw new InvalidOperationException("The campaign was sent before the pages were read.");

        // Idle is the same register and the same campaign, paused: a page that counts its mails has as many to count.
        if ((await beside.InAsync<HaltCampaign, Result>(halt => halt.ExecuteAsync(campaign, null))).Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
        while ((await beside.StatesAsync(campaign)).Keys.Any(state => state is MessageState.Claimed or MessageState.HandedOver))
            await Task.Delay(100);
        var idle = await TimeAsync(browser);
        foreach (var page in Pages)
            figures.AtMost(2, $"{page} while sending against idle, 95th percentile", sending[page].P95 / idle[page].P95, $"{sending[page].P95:0.0} ms against {idle[page].P95:0.0}; {after - before} mails left while the pages were read");

        async Task<int> SentAsync() => (await beside.StatesAsync(campaign)).GetValueOrDefault(MessageState.Sent);
    }

    private static async Task<Dictionary<string, Times>> TimeAsync(StaffBrowser browser)
    {
        var times = new Dictionary<string, Times>();
        foreach (var page in Pages)
            times[page] = await browser.TimeAsync(page);
        return times;
    }
}
