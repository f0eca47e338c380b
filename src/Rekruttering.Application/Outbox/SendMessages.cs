using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// Drains the outbox: sends what is due, over as many connections as <c>Mail:Connections</c> says, until nothing is due or the pace
/// or the server says stop. Waits for no mail's turn; whoever runs it runs it again soon. Pages go first, see <see cref="PagesFirst"/>. Two runs at once, here or in another process, share the rows.
/// </summary>
public sealed class SendMessages(IServiceScopeFactory scopes, SenderState sender, PagesFirst pages, MailConnections connections, IOptions<MailOptions> options, TimeProvider clock, ILogger<SendMessages> log)
{
    /// <summary>Gives how many mails were handed to the server.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var prepared = Everywhere();
        using var run = await PrepareAsync(prepared.ServiceProvider, cancellationToken);
        if (run is not null)
        {
            var lanes = Enumerable.Range(0, options.Value.Connections).Select(_ => Task.Run(() => SendOverOneConnectionAsync(run, cancellationToken), CancellationToken.None));
            await Task.WhenAll(lanes);
            log.LogInformation("Handed over {Count} messages", run.HandedOver);
        }
        await connections.CloseIdleAsync();
        await using var scope = Everywhere();
        await scope.ServiceProvider.GetRequiredService<OutboxClaims>().FinishCampaignsAsync(cancellationToken);
        return run?.HandedOver ?? 0;
    }

    private async Task<SendRun?> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var claims = services.GetRequiredService<OutboxClaims>();
        await claims.RecoverAsync(cancellationToken);
        if (sender.MustWait(clock.UtcNow()) || !await claims.AnythingDueAsync(cancellationToken))
            return null;
        var perMinute = options.Value.PerMinute;
        var lately = perMinute > 0 ? await claims.HandedOverLatelyAsync(Math.Min(2 * perMinute, 10_000), cancellationToken) : [];
        return new SendRun(new MailPace(perMinute, lately), await claims.DomainsAsync(cancellationToken), sender, pages, services.GetRequiredService<MailLedger>());
    }

    private async Task SendOverOneConnectionAsync(SendRun run, CancellationToken cancellationToken)
    {
        IMailConnection? connection = null;
        try
        {
            while (!run.IsStopped && !cancellationToken.IsCancellationRequested)
            {
                await run.LetPagesGoAsync();
                await using var scope = Everywhere();
                var messages = await run.ClaimAsync(scope.ServiceProvider.GetRequiredService<OutboxClaims>(), clock.UtcNow(), cancellationToken);
                if (messages.Count == 0)
                    break;
                connection ??= await connections.TakeAsync(cancellationToken);
                await scope.ServiceProvider.GetRequiredService<SendClaimed>().ExecuteAsync(run, messages, connection, cancellationToken);
            }
        }
        finally
        {
            if (connection is not null)
                connections.GiveBack(connection);
        }
    }

    private AsyncServiceScope Everywhere()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        return scope;
    }
}
