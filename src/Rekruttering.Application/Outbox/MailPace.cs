namespace Rekruttering.Application.Outbox;

/// <summary>
/// How many messages may leave now. A token bucket that holds four seconds' worth and is filled from the rows' own history, so that a
/// restart neither bursts nor waits, and there is nothing to store. Not safe for two threads at once.
/// </summary>
public sealed class MailPace
{
    /// <summary>So far back a hand-over can still matter.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    // The send job looks every two seconds: with less room than that the pace would fall below the limit.
    private static readonly TimeSpan Room = TimeSpan.FromSeconds(4);

    private readonly TimeSpan _interval;
    private readonly TimeSpan _room;
    private DateTime _emptyUntil = DateTime.MinValue;

    /// <param name="perMinute">0 is no limit.</param>
    /// <param name="handedOver">When messages left in the last minute, in any order.</param>
    public MailPace(int perMinute, IEnumerable<DateTime> handedOver)
    {
        IsLimited = perMinute > 0;
        if (!IsLimited)
            return;
        _interval = TimeSpan.FromMinutes(1) / perMinute;
        _room = _interval * 2 > Room ? _interval * 2 : Room;
        foreach (var at in handedOver.Order())
            Use(at);
    }

    /// <summary>False when everything may leave at once.</summary>
    public bool IsLimited { get; }

    /// <summary>Whole messages that may leave at this instant.</summary>
    public int Free(DateTime now)
    {
        if (!IsLimited)
            return int.MaxValue;
        var debt = _emptyUntil > now ? _emptyUntil - now : TimeSpan.Zero;
        return (int)((_room - debt) / _interval);
    }

    /// <summary>One leaves, or has left.</summary>
    public void Use(DateTime now)
    {
        if (IsLimited)
            _emptyUntil = (_emptyUntil > now ? _emptyUntil : now) + _interval;
    }
}
