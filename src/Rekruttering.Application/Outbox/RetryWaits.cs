namespace Rekruttering.Application.Outbox;

/// <summary>How long a "not now" is waited for: growing, up to a day in all.</summary>
public static class RetryWaits
{
    private static readonly TimeSpan[] Waits =
        [.. new[] { 1, 5, 15, 60, 180, 360, 720 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    /// <summary>
    /// The wait of a mail at which the server failed again, while nobody else's got through either: as long as it has waited already, so that the others have
    /// their turn first and a server that stays away is not asked for each. It counts no attempt, so this has no end while others wait too.
    /// </summary>
    public static TimeSpan WhileDown(TimeSpan age) => TimeSpan.FromTicks(Math.Clamp(age.Ticks, TimeSpan.TicksPerMinute, 30 * TimeSpan.TicksPerMinute));

    /// <summary>The wait after this many attempts, or null when a day has gone and it is time to give up.</summary>
    public static TimeSpan? After(int attempts) => attempts >= 1 && attempts <= Waits.Length ? Waits[attempts - 1] : null;

    /// <summary>Whether so many attempts are all that a mail is given.</summary>
    public static bool IsLast(int attempts) => attempts > Waits.Length;
}
