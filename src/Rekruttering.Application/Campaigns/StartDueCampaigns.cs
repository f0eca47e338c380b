using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Campaigns;

/// <summary>Starts every campaign whose time has come, each in a scope of its own kommune; also those that the program slept through. Then turns the hours of those that run.</summary>
public sealed class StartDueCampaigns(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StartDueCampaigns> log)
{
    /// <summary>Gives how many were started.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var started = 0;
        foreach (var (id, kommune) in await DueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(kommune);
            var result = await scope.ServiceProvider.GetRequiredService<StartCampaign>().ExecuteAsync(id, cancellationToken);
            log.LogInformation("Campaign {CampaignId}: {Outcome}", id, result.Refusal?.GetType().Name ?? "started");
            if (result.IsOk)
                started++;
        }
        await TurnAsync(cancellationToken);
        return started;
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        await scope.ServiceProvider.GetRequiredService<TurnSendWindows>().ExecuteAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(Guid Id, string Kommune)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        var db = scope.ServiceProvider.GetRequiredService<RekrutteringDb>();
        var now = clock.UtcNow();
        var due = await db.Campaigns.Where(c => c.Status == CampaignStatus.Scheduled && c.ScheduledAt <= now)
            .OrderBy(c => c.ScheduledAt).Select(c => new { c.Id, c.KommuneNumber }).ToListAsync(cancellationToken);
        return [.. due.Select(c => (c.Id, c.KommuneNumber))];
    }
}
