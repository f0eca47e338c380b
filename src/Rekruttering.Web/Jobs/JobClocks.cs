using Quartz;

namespace Rekruttering.Web.Jobs;

/// <summary>
/// The declared schedule. A trigger is named by its job and its time, so that a changed time is a new trigger and the old one is seen to be old.
/// </summary>
internal sealed class JobClocks
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private readonly List<Action<IQuartzBuilder>> _declarations = [];
    private readonly HashSet<TriggerKey> _triggers = [];

    /// <summary>The triggers that are meant to be there.</summary>
    public IReadOnlySet<TriggerKey> Triggers => _triggers;

    /// <summary>At once, and then so often. What was missed is not made up for: the job reads what is due.</summary>
    public JobClocks Every<T>(TimeSpan interval) where T : IJob => Add<T>($"every {interval}", trigger => trigger
        .StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));

    /// <summary>By a cron text on Oslo's clock. Missed while the program was down, it runs once at the next start.</summary>
    public JobClocks At<T>(string cron) where T : IJob => Add<T>($"at {cron}", trigger => trigger
        .WithCronSchedule(cron, schedule => schedule.InTimeZone(Oslo).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));

    /// <summary>Tells Quartz.</summary>
    public void Declare(IQuartzBuilder quartz) => _declarations.ForEach(declare => declare(quartz));

    private JobClocks Add<T>(string when, Action<ITriggerConfigurator<T>> schedule) where T : IJob
    {
        var key = new TriggerKey($"{typeof(T).Name} {when}");
        _triggers.Add(key);
        _declarations.Add(quartz => quartz.ScheduleJob<T>(
            trigger => schedule(trigger.WithIdentity(key)),
            job => job.WithIdentity(typeof(T).Name)));
        return this;
    }
}
