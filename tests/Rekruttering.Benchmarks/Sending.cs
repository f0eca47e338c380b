using System.Diagnostics;
using System.Globalization;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>
/// A campaign through the real sender, a durable row for each recipient, against a plain loop that hands ready-made mails to the same
/// transport over as many connections, to the same sink, in the same run. A first small campaign is not counted: the program runs for
/// weeks, and what the first mail costs it once.
/// </summary>
public static class Sending
{
    // Each of the framework's connections waits 40 ms a mail for a delayed ACK. With four of them that hides what we cost; with sixteen it does not.
    private static readonly (int Recipients, int Connections, double Goal)[] Measured = [(1_000, 16, 0.7), (10_000, 16, 0.7), (10_000, 4, 0.8)];

    // A program that runs for weeks has compiled its code. On the framework's client ten times as many would be minutes of waiting for ACKs.
#if MAILKIT
    private const int Warmup = 10_000;
#else
    private const int Warmup = 1_000;
#endif

    public static async Task RunAsync(Figures figures)
    {
        await using var sink = await SmtpSink.StartAsync();
        Figures.Say($"Mail goes to {sink.Name}.");
        foreach (var (recipients, connections, goal) in Measured)
        {
            using var folder = new TemporaryFolder();
            await using var program = await CampaignProgram.OpenAsync(folder.Path, sink.Port, connections);
            await SendAsync(program, Warmup);
            await program.LoopAsync(Warmup, connections);

            Memory.Forget();
            var (sent, took) = await SendAsync(program, recipients);
            var peak = Memory.PeakMegabytes();
            var clock = Stopwatch.StartNew();
            await program.LoopAsync(sent, connections);
            var (ours, plain) = (sent / took.TotalSeconds, sent / clock.Elapsed.TotalSeconds);
            await OthersAsync(figures, program.LastMail, sink, recipients, connections, ours);
            figures.AtLeast(goal, $"sending {recipients:N0} against a plain loop, {connections} connections", ours / plain, $"{ours:0} a second against {plain:0}; peak memory {peak:0} MB");
        }
    }

    /// <summary>Memory must not grow with the audience: the same campaign to ten times as many.</summary>
    public static async Task MeasureMemoryAsync(Figures figures)
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new TemporaryFolder();
        await using var program = await CampaignProgram.OpenAsync(folder.Path, sink.Port, 64);
        await SendAsync(program, Warmup);
        var peaks = new List<double>();
        foreach (var recipients in (int[])[10_000, 100_000])
        {
            await program.CampaignAsync(recipients);
            GC.Collect();
            Memory.Forget();
            await program.SendAsync();
            peaks.Add(Memory.PeakMegabytes());
        }
        figures.AtMost(1.3, "peak memory of sending to 100,000 against 10,000", peaks[1] / peaks[0], string.Create(CultureInfo.InvariantCulture, $"{peaks[1]:0} MB against {peaks[0]:0} MB"));
    }

    private static async Task OthersAsync(Figures figures, MailEnvelope mail, SmtpSink sink, int recipients, int connections, double ours)
    {
        if (await sink.SourceAsync(recipients, connections, mail.TextBody.Length + mail.HtmlBody.Length) is { } source)
            Figures.Say($"smtp-source, {connections} connections: {source:0} a second, {source / ours:0.0} times ours.");
        if (await NodemailerPool.SendAsync(mail, sink.Port, connections, Warmup, recipients) is not { } pool)
            Figures.Say("There is no nodemailer here to compare with.");
#if MAILKIT
        else
            figures.AtLeast(1.5, $"sending {recipients:N0} against nodemailer's pool, which keeps no state, {connections} connections", ours / pool, $"{ours:0} a second against {pool:0}");
#else
        else
            Figures.Say($"nodemailer's pool, {connections} connections: {pool:0} a second, {pool / ours:0.0} times ours. The goal is the MailKit stack's; this one cannot ask for NoDelay.");
#endif
    }

    private static async Task<(int Sent, TimeSpan Took)> SendAsync(CampaignProgram program, int recipients)
    {
        var campaign = await program.CampaignAsync(recipients);
        var clock = Stopwatch.StartNew();
        var sent = await program.SendAsync();
        var took = clock.Elapsed;
        var stored = (await program.StatesAsync(campaign)).GetValueOrDefault(MessageState.Sent);
        return stored == sent && sent > 0 ? (sent, took) : throw new InvalidOperationException($"{sent} were handed over and {stored} are known to be sent.");
    }
}

/// <summary>This process' peak of memory, as Linux counts it.</summary>
internal static class Memory
{
    /// <summary>Begins anew from what is in use now.</summary>
    public static void Forget() => File.WriteAllText("/proc/self/clear_refs", "5");

    /// <summary>Since the start, or since <see cref="Forget"/>.</summary>
    public static double PeakMegabytes(string process = "self")
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(text => text.StartsWith("VmHWM", StringComparison.Ordinal));
        return int.Parse(string.Concat(line.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) / 1024.0;
    }
}
