using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rekruttering.Application;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Demo;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Infrastructure.Database;
using Rekruttering.Infrastructure.Mail;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>
/// A campaign through the real sender, a durable row for each recipient, against a plain loop that hands ready-made mails to the same
/// transport over as many connections, to the same sink, in the same run.
/// </summary>
public static class Sending
{
    private const double Goal = 0.7;
    private const string Kommune = "5007";

    public static async Task RunAsync(Figures figures)
    {
        await using var sink = await SmtpSink.StartAsync();
        Figures.Say($"Mail goes to {sink.Name}.");
        foreach (var recipients in (int[])[1_000, 10_000])
            await MeasureAsync(figures, sink, recipients);
    }

    private static async Task MeasureAsync(Figures figures, SmtpSink sink, int recipients)
    {
        using var folder = new TemporaryFolder();
        await using var program = Program(folder.Path, sink.Port);
        await PrepareAsync(program, recipients);

        var connections = program.GetRequiredService<IOptions<MailOptions>>().Value.Connections;
        var clock = Stopwatch.StartNew();
        var sent = await program.CreateScope().ServiceProvider.GetRequiredService<SendMessages>().ExecuteAsync();
        var ours = sent / clock.Elapsed.TotalSeconds;
        await CheckAsync(program, sent);

        var watch = (WatchingTransport)program.GetRequiredService<IMailTransport>();
        clock.Restart();
        await LoopAsync(watch.Inner, watch.Last!, sent, connections);
        var plain = sent / clock.Elapsed.TotalSeconds;
        figures.AtLeast(Goal, $"sending {recipients:N0} against a plain loop, {connections} connections", ours / plain, $"{ours:0} a second against {plain:0}");
    }

    private static async Task LoopAsync(IMailTransport transport, MailEnvelope mail, int count, int connections)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            await using var connection = await transport.ConnectAsync(CancellationToken.None);
            while (Interlocked.Increment(ref next) is var number && number <= count)
                await connection.SendAsync(mail with { MessageId = $"{number}@example.com" }, CancellationToken.None);
        })));
    }

    private static ServiceProvider Program(string folder, int port)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Rekruttering"] = $"Data Source={Path.Combine(folder, "sending.db")}",
            ["App:BaseUrl"] = "https://rekruttering.example.com",
            ["Mail:Transport"] = "Smtp",
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{port}",
            ["Mail:Security"] = "None",
            ["Mail:From"] = "post@example.com",
            ["Mail:PerMinute"] = "0",
            // Each of the framework's connections waits 40 ms a mail for a delayed ACK; with few of them 10,000 mails would take an hour.
            ["Mail:Connections"] = "16",
        }).Build();
        // Razor asks for the listener that a web host would bring.
        var listener = new DiagnosticListener("Rekruttering.Benchmarks");
        var services = new ServiceCollection().AddSingleton(listener).AddSingleton<DiagnosticSource>(listener).AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddRekrutteringDatabase(configuration).AddUseCases().AddMail(configuration).AddSending(configuration);
        var transport = services.Last(service => service.ServiceType == typeof(IMailTransport));
        services.Remove(transport);
        services.AddSingleton<IMailTransport>(provider => new WatchingTransport((IMailTransport)transport.ImplementationFactory!(provider)));
        return services.BuildServiceProvider();
    }

    private static async Task PrepareAsync(ServiceProvider program, int recipients)
    {
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(Kommune);
        var db = scope.ServiceProvider.GetRequiredService<RekrutteringDb>();
        await db.Database.MigrateAsync();
        // Some of them have no address and are left out.
        await scope.ServiceProvider.GetRequiredService<SeedStudents>().ExecuteAsync(Kommune, recipients * 26 / 25);

        var now = TimeProvider.System.UtcNow();
        var template = new MailTemplate(Kommune, "Måling", ReservationScope.News, now);
        var version = template.Write(new TemplateText("Hilsen til {{fornavn}} fra {{kommune}}", Body, null, null), null, null, now);
        var campaign = new Campaign(Kommune, "Måling", template.Id, "", Guid.CreateVersion7(), now);
        campaign.Schedule(version.Id, now, TimeSpan.FromHours(1), now);
        db.Templates.Add(template);
        db.TemplateVersions.Add(version);
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync();
        await program.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<StartDueCampaigns>().ExecuteAsync();
    }

    private static async Task CheckAsync(ServiceProvider program, int sent)
    {
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        var stored = await scope.ServiceProvider.GetRequiredService<RekrutteringDb>().Messages.CountAsync(m => m.State == MessageState.Sent);
        if (stored != sent || sent == 0)
            throw new InvalidOperationException($"{sent} were handed over and {stored} are known to be sent.");
    }

    private const string Body = """
        Hei {{fornavn}}!

        Vi i {{kommune}} følger med på hvordan det går med medisinstudentene våre, og vil gjerne høre fra deg.
        Til sommeren har vi jobber på legevakta, på sykehjemmet og i hjemmetjenesten, og **hybel** hvis du trenger det.

        * Fortell oss om du er interessert
        * Spør om det du lurer på
        * Kom innom når du er hjemme

        Hilsen {{avsender}}
        """;

    /// <summary>The real transport, and the last mail that went through it.</summary>
    private sealed class WatchingTransport(IMailTransport inner) : IMailTransport
    {
        public IMailTransport Inner => inner;
        public MailEnvelope? Last { get; private set; }

        public async ValueTask<IMailConnection> ConnectAsync(CancellationToken cancellationToken) =>
            new Connection(this, await inner.ConnectAsync(cancellationToken));

        private sealed class Connection(WatchingTransport watch, IMailConnection inner) : IMailConnection
        {
            public Task<DeliveryResult> SendAsync(MailEnvelope envelope, CancellationToken cancellationToken)
            {
                watch.Last = envelope;
                return inner.SendAsync(envelope, cancellationToken);
            }

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
