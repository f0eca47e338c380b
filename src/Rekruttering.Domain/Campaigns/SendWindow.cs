using System.Globalization;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Campaigns;

/// <summary>
/// The days and whole hours, by Oslo's clock, in which campaign mail may leave: Monday to Friday from 8 to 16. The night that the clock
/// changes is what the wall clock says: an hour that is skipped opens nothing, an hour that comes twice is open only where no later part
/// of the night would have to be closed again.
/// </summary>
public sealed record SendWindow
{
    private readonly bool[] _days;

    /// <param name="days">The days it is open on; at least one.</param>
    /// <param name="from">From this hour, 0–23.</param>
    /// <param name="to">Until this hour, later than <paramref name="from"/>, at most 24.</param>
    public SendWindow(IEnumerable<DayOfWeek> days, int from, int to)
    {
        var open = days.ToHashSet();
        if (open.Count == 0 || from < 0 || to > 24 || from >= to)
            throw new ArgumentException("A window is open on some day, from an hour to a later one.", nameof(days));
        (_days, From, To) = ([.. Enum.GetValues<DayOfWeek>().Select(open.Contains)], from, to);
    }

    /// <summary>The first hour.</summary>
    public int From { get; }

    /// <summary>The hour at which it closes.</summary>
    public int To { get; }

    /// <summary>The days, Monday first.</summary>
    public IEnumerable<DayOfWeek> Days => Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7).Where(day => _days[(int)day]);

    /// <summary>The stretch that holds this instant, or the next that comes.</summary>
    public (DateTime Opens, DateTime Closes) At(DateTime utc)
    {
        // Eight days hold every weekday once, and one of them twice.
        for (var day = OsloTime.DateOf(utc); ; day = day.AddDays(1))
        {
            if (_days[(int)day.DayOfWeek] && On(day) is var (opens, closes) && opens < closes && closes > utc)
                return (opens, closes);
        }
    }

    /// <summary>Stored as "1234 8-16": days with Sunday as 0, and the hours.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(Days.Select(day => (int)day))} {From}-{To}");

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static SendWindow Parse(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var (days, hours) = stored.Split(' ') is [var left, var right] ? (left, right.Split('-')) : throw new FormatException("Not a window.");
        return new SendWindow(days.Select(digit => (DayOfWeek)(digit - '0')), int.Parse(hours[0], CultureInfo.InvariantCulture), int.Parse(hours[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The same days and hours are the same window.</summary>
    public bool Equals(SendWindow? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private (DateTime Opens, DateTime Closes) On(DateOnly day) => (OsloTime.LastOf(day, From), OsloTime.FirstOf(day, To));
}

/// <summary>When the mails of a campaign may leave.</summary>
/// <param name="Window">The hours; null is always.</param>
/// <param name="Until">Not later than this, UTC; null is no limit.</param>
public sealed record SendingLimits(SendWindow? Window, DateTime? Until);
