using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>
/// Fifty kills and fifty pauses in one campaign. Counts, not ratios: the goal is none. The mail server is our own in this process,
/// because it remembers what it got.
/// </summary>
public static class SendingUnderFire
{
    private const int Times = 50;
    private const int Connections = 4;

    // As many as outlast fifty kills: up to 35 a kill, and what leaves in the 50 ms after them.
#if MAILKIT
    private const int Recipients = 10_000;
#else
    private const int Recipients = 2_000;
#endif

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program as it is run, killed with -9 at a random moment of its sending, and started again.</summary>
    public static async Task KillAsync(Figures figures)
    {
        await using var sink = new MailSink();
        using var folder = new TemporaryFolder();
        Guid campaign;
        await using (var program = await CampaignProgram.OpenAsync(folder.Path, sink.Port, Connections))
            campaign = await program.CampaignAsync(Recipients);
        string[] settings = [.. CampaignProgram.Settings(sink.Port, Connections).Select(s => $"--{s.Key}={s.Value}")];

        for (var kill = 0; kill < Times; kill++)
        {
            var before = sink.Messages.Count;
            await using var program = await RunningProgram.StartAsync(folder.Path, settings);
            await sink.ReceivedAsync(before + Random.Shared.Next(1, 35), Patience);
            await Task.Delay(Random.Shared.Next(0, 50));
            await program.KillAsync();
            Figures.Say($"Kill {kill + 1}: {sink.Messages.Count - before} mails came through.");
        }

        // What is left is sent in peace; what the last one had in its hands is named.
        await using var last = await CampaignProgram.OpenAsync(folder.Path, sink.Port, Connections);
        while (await last.SendAsync() > 0) { }
        var states = await last.StatesAsync(campaign);
        var received = sink.Messages.Select(mail => mail.MessageId).ToList();
        var (sent, uncertain) = (states.GetValueOrDefault(MessageState.Sent), states.GetValueOrDefault(MessageState.Uncertain));
        var planned = states.Where(state => state.Key != MessageState.LeftOut).Sum(state => state.Value);
        figures.AtMost(0, $"mails lost in {Times} kills", planned - sent - uncertain, $"{planned} planned, {sent} sent, {uncertain} uncertain and listed");
        figures.AtMost(0, $"mails doubled in {Times} kills", received.Count - received.Distinct().Count(), $"{received.Count} came to the server");
        var came = received.Select(id => id[..id.IndexOf('@', StringComparison.Ordinal)]).ToHashSet();
        var calledSent = await last.LookAsync(db => db.Messages.Where(m => m.CampaignId == campaign && m.State == MessageState.Sent).Select(m => m.Id).ToListAsync());
        figures.AtMost(0, "mails called sent that never came", calledSent.Count(id => !came.Contains(id.ToString("N"))), $"{calledSent.Count} called sent");
        figures.AtMost(Connections, $"uncertain mails a kill, {Connections} connections", (double)uncertain / Times, $"{uncertain} in {Times}");
    }

    /// <summary>A person pauses while the sender is in the middle; what comes to the server after the answer is counted.</summary>
    public static async Task PauseAsync(Figures figures)
    {
        await using var sink = new MailSink();
        using var folder = new TemporaryFolder();
        await using var program = await CampaignProgram.OpenAsync(folder.Path, sink.Port, Connections);
        var campaign = await program.CampaignAsync(Recipients);
        var most = 0;
        for (var pause = 0; pause < Times; pause++)
        {
            var before = sink.Messages.Count;
            var sending = Task.Run(program.SendAsync);
            await sink.ReceivedAsync(before + Random.Shared.Next(1, 35), Patience);
            Check(await program.InAsync<HaltCampaign, Result>(halt => halt.ExecuteAsync(campaign, null)));
            var atPause = sink.Messages.Count;
            await sending;
            most = Math.Max(most, sink.Messages.Count - atPause);
            Check(await program.InAsync<ResumeCampaign, Result>(resume => resume.ExecuteAsync(campaign)));
        }
        while (await program.SendAsync() > 0) { }
        var states = await program.StatesAsync(campaign);
        var received = sink.Messages.Select(mail => mail.MessageId).ToList();
        figures.AtMost(Connections, $"mails after a pause, the most of {Times}", most, $"{Connections} connections");
        figures.AtMost(0, $"mails lost or doubled in {Times} pauses", Math.Abs(states[MessageState.Sent] - received.Distinct().Count()) + received.Count - received.Distinct().Count(), $"{received.Count} came to the server");
    }

    private static void Check(Result result)
    {
        if (result.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }
}
