namespace Rekruttering.Application.Outbox;

/// <summary>
/// Lets whoever waits for a page of this process go before its mails. A campaign at full speed takes all of a small machine, and nobody waits
/// for the single mail. Nothing here is needed to be right, and no page holds a campaign: see <see cref="Longest"/>.
/// </summary>
public sealed class PagesFirst
{
    /// <summary>So long one mail waits at most: beside pages without end each connection still sends some twenty a second.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private int _pages;
    private TaskCompletionSource? _answered;

    /// <summary>Somebody waits for a page. Each is to be ended once.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            if (_pages++ == 0)
                _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The page is there, or has failed.</summary>
    public void End()
    {
        TaskCompletionSource? answered;
        lock (_lock)
        {
            if (--_pages > 0)
                return;
            (answered, _answered) = (_answered, null);
        }
        answered?.SetResult();
    }

    /// <summary>Waits until nobody waits for a page, or has waited long enough. By the machine's own time, for it is the machine that is shared.</summary>
    public Task WaitAsync()
    {
        Task answered;
        lock (_lock)
            answered = _answered?.Task ?? Task.CompletedTask;
        return answered.IsCompleted ? answered : NoLongerAsync(answered);
    }

    private static async Task NoLongerAsync(Task answered) => await answered.WaitAsync(Longest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
