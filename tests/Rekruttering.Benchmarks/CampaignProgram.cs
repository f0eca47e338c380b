using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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

namespace Rekruttering.Benchmarks;

/// <summary>The program without its pages: the real sender, the real transport and a SQLite file, with one campaign that is ready to leave.</summary>
public sealed class CampaignProgram : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly WatchingTransport _watch;

    /// <summary>The kommune whose campaign it is.</summary>
    public const string Kommune = "5007";

    private CampaignProgram(ServiceProvider services)
    {
        _services = services;
        _watch = (WatchingTransport)services.GetRequiredService<IMailTransport>();
    }

    /// <summary>The transport itself.</summary>
    public IMailTransport Transport => _watch.Inner;

    /// <summary>The last mail that left.</summary>
    public MailEnvelope LastMail => _watch.Last ?? throw new InvalidOperationException("Nothing has left.");

    /// <summary>Opens the database in the folder, made where it is missing, and sends to this port.</summary>
    public static async Task<CampaignProgram> OpenAsync(string folder, int port, int connections)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(Settings(port, connections).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
        {
            ["ConnectionStrings:Rekruttering"] = $"Data Source={Path.Combine(folder, "data", "rekruttering.db")}",
            ["App:BaseUrl"] = "https://rekruttering.example.com",
        }).Build();
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        // Razor asks for the listener that a web host would bring.
        var listener = new DiagnosticListener("Rekruttering.Benchmarks");
        var services = new ServiceCollection().AddSingleton(listener).AddSingleton<DiagnosticSource>(listener)
            .AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddRekrutteringDatabase(configuration).AddUseCases().AddMail(configuration).AddSending(configuration).AddCheckpoints(configuration);
        var transport = services.Last(service => service.ServiceType == typeof(IMailTransport));
        services.Remove(transport);
        services.AddSingleton<IMailTransport>(provider => new WatchingTransport((IMailTransport)transport.ImplementationFactory!(provider)));
        var program = new CampaignProgram(services.BuildServiceProvider());
        await program.LookAsync(async db => { await db.Database.MigrateAsync(); return 0; });
        foreach (var service in program._services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        return program;
    }

    /// <summary>How any of our programs is told to send there, without a pace.</summary>
    public static IReadOnlyDictionary<string, string> Settings(int port, int connections) => new Dictionary<string, string>
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{port}",
        ["Mail:Security"] = "None",
        ["Mail:From"] = "post@example.com",
        ["Mail:PerMinute"] = "0",
        ["Mail:Connections"] = $"{connections}",
    };

    /// <summary>A campaign with at least so many recipients, a durable row each, started: the next run sends it.</summary>
    public async Task<Guid> CampaignAsync(int recipients)
    {
        await SeedAsync(recipients);
        return await BeginAsync();
    }

    /// <summary>So many more students with an address, and some without, who are left out.</summary>
    public Task SeedAsync(int recipients) => AtHomeAsync(async services => Check(await services.GetRequiredService<SeedStudents>().ExecuteAsync(Kommune, (recipients * 26 / 25) + 10)));

    /// <summary>A campaign to all of them, started.</summary>
    public async Task<Guid> BeginAsync()
    {
        var id = Guid.Empty;
        await AtHomeAsync(async services =>
        {
            var db = services.GetRequiredService<RekrutteringDb>();
            var now = TimeProvider.System.UtcNow();
            var template = new MailTemplate(Kommune, $"Måling {Guid.CreateVersion7()}", ReservationScope.News, now);
            var version = template.Write(new TemplateText("Hilsen til {{fornavn}} fra {{kommune}}", Body, null, null), null, null, now);
            var campaign = new Campaign(Kommune, "Måling", template.Id, "", Guid.CreateVersion7(), now);
            Check(campaign.Schedule(version.Id, now, TimeSpan.FromHours(1), now));
            db.Templates.Add(template);
            db.TemplateVersions.Add(version);
            db.Campaigns.Add(campaign);
            await db.SaveChangesAsync();
            id = campaign.Id;
        });
        await InAsync<StartDueCampaigns, int>(start => start.ExecuteAsync());
        return id;
    }

    /// <summary>One run of the sender; gives how many mails left.</summary>
    public Task<int> SendAsync() => InAsync<SendMessages, int>(send => send.ExecuteAsync());

    /// <summary>The same mail as often, through the bare transport, over as many connections, without a row.</summary>
    public async Task LoopAsync(int count, int connections)
    {
        var next = 0;
        var mail = LastMail;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            await using var connection = await Transport.ConnectAsync(CancellationToken.None);
            while (Interlocked.Increment(ref next) is var number && number <= count)
                await connection.SendAsync(mail with { MessageId = $"{number}@example.com" }, CancellationToken.None);
        })));
    }

    /// <summary>How many messages of the campaign are in each state.</summary>
    public Task<Dictionary<MessageState, int>> StatesAsync(Guid campaign) =>
        LookAsync(db => db.Messages.Where(m => m.CampaignId == campaign).GroupBy(m => m.State).ToDictionaryAsync(g => g.Key, g => g.Count()));

    /// <summary>Reads across all kommuner.</summary>
    public Task<T> LookAsync<T>(Func<RekrutteringDb, Task<T>> look) => InAsync<RekrutteringDb, T>(look);

    /// <summary>Uses a service in a scope of its own.</summary>
    public async Task<T> InAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private async Task AtHomeAsync(Func<IServiceProvider, Task> use)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(Kommune);
        await use(scope.ServiceProvider);
    }

    private static void Check(Result result)
    {
        if (result.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
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
