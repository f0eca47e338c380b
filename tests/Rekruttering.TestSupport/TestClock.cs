namespace Rekruttering.TestSupport;

/// <summary>The clock of a test: stands still until it is moved. Begins on a Monday morning in Oslo.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);
    private TimeSpan _moved;

    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    /// <summary>How long something takes is real time, and what the clock was moved by.</summary>
    public override long GetTimestamp()
    {
        lock (_lock)
            return base.GetTimestamp() + (long)(_moved.TotalSeconds * TimestampFrequency);
    }

    public void Move(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
            _moved += by;
        }
    }

    public void MoveTo(DateTime utc)
    {
        lock (_lock)
            _now = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
    }
}
