using Quartz;

namespace Rekruttering.Web.Jobs;

/// <summary>Takes away stored triggers that no line declares any more: a job that was removed, or whose time was changed.</summary>
internal sealed class OldClocksRemoved(ISchedulerFactory schedulers, JobClocks clocks, ILogger<OldClocksRemoved> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), stoppingToken))
        {
            // One-shot runs that somebody asked for by hand have no group of ours.
            if (key.Group != TriggerKey.DefaultGroup || clocks.Triggers.Contains(key))
                continue;
            await scheduler.UnscheduleJob(key, stoppingToken);
            log.LogInformation("Trigger {Trigger} is not declared any more and was removed", key.Name);
        }
    }
}
