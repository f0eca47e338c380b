namespace Rekruttering.Application.Outbox;

/// <summary>
/// What the sender of this process remembers between its runs. Nothing here is needed to be right: a process that dies forgets it, and
/// the rows tell the rest.
/// </summary>
public sealed class SenderState
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();
    private DateTime _notBefore = DateTime.MinValue;
    private TimeSpan _wait = FirstWait;
    private readonly Dictionary<Guid, long> _failedAt = [];
    private long _taken;
    private int _runs;
    private long _claims;
    private int _turns;

    /// <summary>Names this process in the rows it claims.</summary>
    public string Name { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>True once: in the first run of this process.</summary>
    public bool IsFirstRun() => Interlocked.Increment(ref _runs) == 1;

    /// <summary>A name for one claim; with <see cref="Name"/> in front it is like no other.</summary>
    public string NextClaim() => $"{Name}:{Interlocked.Increment(ref _claims)}";

    /// <summary>Counts the claims, also over the runs: at 25 a minute a run makes one, and whose turn it is must not begin anew each time.</summary>
    public int NextTurn() => Interlocked.Increment(ref _turns) & int.MaxValue;

    /// <summary>The server takes nothing now. Each time in a row the wait doubles, up to five minutes.</summary>
    public void BackOff(DateTime now)
    {
        lock (_lock)
        {
            _notBefore = now + _wait;
            _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        }
    }

    /// <summary>Whether it is too early to try the server again.</summary>
    public bool MustWait(DateTime now)
    {
        lock (_lock)
            return now < _notBefore;
    }

    /// <summary>The server failed at this mail: it was not there, or took nothing from us.</summary>
    public ServerFault FailedAt(Guid messageId)
    {
        lock (_lock)
        {
            var fault = !_failedAt.TryGetValue(messageId, out var taken) ? ServerFault.First : taken == _taken ? ServerFault.Again : ServerFault.AtThisOne;
            _failedAt[messageId] = _taken;
            return fault;
        }
    }

    /// <summary>The server answered to this mail.</summary>
    public void Answered(Guid messageId)
    {
        lock (_lock)
            _failedAt.Remove(messageId);
    }

    /// <summary>The server takes mail.</summary>
    public void ServerIsUp()
    {
        lock (_lock)
            (_wait, _taken) = (FirstWait, _taken + 1);
    }
}

/// <summary>
/// What it tells that the server failed at a mail. There are servers that close at one recipient each time, and a mail that was simply tried
/// first again stood before everybody's for ever.
/// </summary>
public enum ServerFault
{
    /// <summary>Nothing of the mail: the server may be down for all.</summary>
    First,

    /// <summary>It may be the mail: the next one is to show it. No attempt, for the server may be down still.</summary>
    Again,

    /// <summary>Since it failed last, others got through, or there are no others: it is this mail.</summary>
    AtThisOne,
}
