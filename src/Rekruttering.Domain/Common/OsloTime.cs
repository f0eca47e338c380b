namespace Rekruttering.Domain.Common;

/// <summary>
/// The kommune's clock. Inside everything is UTC; what people read and type is Europe/Oslo.
/// </summary>
public static class OsloTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>The wall clock in Oslo at a UTC instant.</summary>
    public static DateTime FromUtc(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>
    /// The UTC instant of a wall clock in Oslo. The hour that spring skips is read as the hour after it;
    /// of the hour that autumn has twice, the first (summer time) is meant.
    /// </summary>
    public static DateTime ToUtc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(wall))
            wall = wall.AddHours(1);
        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        // The first hour of year 1, which somebody can type, is before there is a UTC.
        return DateTime.SpecifyKind(wall.Ticks < offset.Ticks ? DateTime.MinValue : wall - offset, DateTimeKind.Utc);
    }

    /// <summary>The date in Oslo at a UTC instant.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(FromUtc(utc));

    /// <summary>The UTC instant at which a day begins in Oslo.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>When a whole hour of a day, 0–24, first stands on the clock; of the hour that spring skips, the instant of the skip.</summary>
    public static DateTime FirstOf(DateOnly day, int hour) => ToUtc(day.ToDateTime(TimeOnly.MinValue).AddHours(hour));

    /// <summary>When a whole hour of a day last stands on the clock: in the night that has an hour twice, the second of the two.</summary>
    public static DateTime LastOf(DateOnly day, int hour)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddHours(hour);
        return Zone.IsAmbiguousTime(wall) ? DateTime.SpecifyKind(wall - Zone.GetAmbiguousTimeOffsets(wall).Min(), DateTimeKind.Utc) : FirstOf(day, hour);
    }

    /// <summary>Now, in UTC, to the microsecond: what both database engines can hold.</summary>
    public static DateTime UtcNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
