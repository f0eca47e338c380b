using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Commands;

/// <summary>
/// The program's own services on a clock that can be set back, with nobody listening and no job running: here the past of a demo is lived
/// through the same use cases that the pages call. Students read their mails: what was last sent to an address can be answered.
/// </summary>
internal sealed partial class DemoStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SetClock _clock;
    private readonly ConcurrentDictionary<string, string> _lastMail = new(StringComparer.OrdinalIgnoreCase);

    public DemoStage(IServiceCollection services, IConfiguration configuration, DateTimeOffset now)
    {
        (_clock, Now) = (new SetClock { Now = now }, now);
        IServiceCollection ours = new ServiceCollection();
        foreach (var service in services)
            ours.Add(service);
        // An instance is not disposed of with the container: the program goes on with its configuration.
        ours.Replace(ServiceDescriptor.Singleton(configuration));
        ours.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
        ours.RemoveAll<ILoggerProvider>();
        ours.PostConfigure<MailOptions>(mail =>
        {
            (mail.PerMinute, mail.PerDomainPerMinute) = (0, 0);
            mail.PerDomain.Clear();
        });
        var transport = ours.Last(service => service.ServiceType == typeof(IMailTransport));
        ours.Replace(ServiceDescriptor.Singleton<IMailTransport>(provider => new ReadByStudents((IMailTransport)transport.ImplementationFactory!(provider), _lastMail)));
        _services = ours.BuildServiceProvider();
    }

    /// <summary>When the demo was asked for.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The instant that it is on the stage.</summary>
    public DateTime UtcNow => _clock.UtcNow();

    /// <summary>Its day in Oslo.</summary>
    public DateOnly Today => OsloTime.DateOf(UtcNow);

    /// <summary>Sets the clock to a time of day in Oslo, so many days ago; never past now.</summary>
    public void Go(int daysAgo, int hour, int minute = 0)
    {
        var day = OsloTime.DateOf(Now.UtcDateTime).AddDays(-daysAgo);
        var at = OsloTime.ToUtc(day.ToDateTime(new TimeOnly(hour, minute)));
        _clock.Now = at < Now.UtcDateTime ? new DateTimeOffset(at, TimeSpan.Zero) : Now;
    }

    /// <summary>Does something in a kommune, or in all when none is named. A refusal is a mistake in the story.</summary>
    public async Task<T> RunAsync<TUseCase, T>(string? kommune, Func<TUseCase, Task<T>> act) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        if (kommune is null)
            scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        else
            scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(kommune);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <inheritdoc cref="RunAsync{TUseCase, T}(string?, Func{TUseCase, Task{T}})"/>
    public async Task DoAsync<TUseCase>(string kommune, Func<TUseCase, Task<Result>> act) where TUseCase : notnull
    {
        if ((await RunAsync<TUseCase, Result>(kommune, act)).Refusal is { } refusal)
            throw new InvalidOperationException($"{typeof(TUseCase).Name}: {refusal.Sentence}");
    }

    /// <inheritdoc cref="RunAsync{TUseCase, T}(string?, Func{TUseCase, Task{T}})"/>
    public async Task<T> GetAsync<TUseCase, T>(string kommune, Func<TUseCase, Task<Result<T>>> act) where TUseCase : notnull
    {
        var result = await RunAsync<TUseCase, Result<T>>(kommune, act);
        return result.IsOk ? result.Value : throw new InvalidOperationException($"{typeof(TUseCase).Name}: {result.Refusal.Sentence}");
    }

    /// <summary>Lets the clocks strike: what is due is started, ended and sent.</summary>
    public async Task StrikeAsync()
    {
        await RunAsync<ExpireOffers, int>(null, job => job.ExecuteAsync(CancellationToken.None));
        await RunAsync<StartDueCampaigns, int>(null, job => job.ExecuteAsync());
        await RunAsync<SendMessages, int>(null, job => job.ExecuteAsync());
    }

    /// <summary>The secret of the personal link in the last mail to an address; null when none was sent there.</summary>
    public string? LinkTo(string? email) =>
        email is not null && _lastMail.TryGetValue(email, out var text) && PersonalLink().Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [GeneratedRegex("/(?:svar|lis1|avmelding|bekreft)/([A-Za-z0-9_-]{43})")]
    private static partial Regex PersonalLink();

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class ReadByStudents(IMailTransport inner, ConcurrentDictionary<string, string> read) : IMailTransport
    {
        public async ValueTask<IMailConnection> ConnectAsync(CancellationToken cancellationToken) =>
            new Connection(await inner.ConnectAsync(cancellationToken), read);

        private sealed class Connection(IMailConnection inner, ConcurrentDictionary<string, string> read) : IMailConnection
        {
            public Task<DeliveryResult> SendAsync(MailEnvelope envelope, CancellationToken cancellationToken)
            {
                read[envelope.To.Address] = envelope.TextBody;
                return inner.SendAsync(envelope, cancellationToken);
            }

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
