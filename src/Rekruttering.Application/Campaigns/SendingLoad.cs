using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Campaigns;

/// <summary>When a campaign would be done, as far as can be said before it begins: refusals and a server that is slow make it later.</summary>
/// <param name="First">When the first mail leaves, UTC.</param>
/// <param name="Last">When the last does, UTC; null where not all leave in time.</param>
/// <param name="CutOff">So many would not get it before the limit.</param>
public sealed record SendingForecast(DateTime First, DateTime? Last, int CutOff)
{
    /// <summary>The recipient domain that takes longer than all the rest together, and how many a minute go there; null where none does.</summary>
    public (string Domain, int PerMinute)? Slowest { get; init; }

    /// <summary>The same, when one of the mails waits for a time of its own.</summary>
    public SendingForecast NotBefore(DateTime? attempt) => Last < attempt ? this with { Last = attempt } : this;
}

/// <summary>What is to be sent, and how fast it may leave: in all, and to each recipient domain.</summary>
/// <param name="Recipients">How many mails.</param>
/// <param name="Ahead">Mails of other campaigns of the kommune that share the minute.</param>
/// <param name="PerMinute">In all; 0 is no limit.</param>
public sealed record SendingLoad(int Recipients, int Ahead, int PerMinute)
{
    // More than anybody waits for: a few mails an hour, once a week.
    private const int MostStretches = 5000;

    // A year that nobody means is refused when the draft is released; before that it must not run past the calendar.
    private static readonly DateTime LastReckoned = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The domains that have a limit, with how many of the mails go there.</summary>
    public IReadOnlyList<(string Domain, int Mails, int PerMinute)> Domains { get; init; } = [];

    /// <summary>Of an audience counted by domain.</summary>
    public static SendingLoad Of(int recipients, int ahead, IEnumerable<KeyValuePair<string, int>> domains, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var named = options.LimitedDomains();
        return new SendingLoad(recipients, ahead, options.PerMinute)
        {
            Domains = [.. domains.Select(one => (one.Key, one.Value, Limit: named.GetValueOrDefault(one.Key, options.PerDomainPerMinute))).Where(one => one.Limit > 0)],
        };
    }

    /// <summary>How long it takes when nothing but the rates holds it.</summary>
    public TimeSpan Duration => Minutes(Math.Max(InAll, Domains.Select(TimeOf).DefaultIfEmpty().Max()));

    /// <summary>From a start, in the hours of a window, until a limit; by Oslo's clock, also in the nights when it changes.</summary>
    public SendingForecast From(DateTime start, SendWindow? window, DateTime? until)
    {
        start = start < LastReckoned ? start : LastReckoned;
        var first = window is null || window.At(start).Opens < start ? start : window.At(start).Opens;
        var (left, open) = (Duration, TimeSpan.Zero);
        var from = start;
        for (var stretch = 0; stretch < MostStretches; stretch++)
        {
            var (opens, closes) = window?.At(from) ?? (from, DateTime.MaxValue);
            from = opens > from ? opens : from;
            closes = until < closes ? until.Value : closes;
            if (until <= from)
                break;
            if (left <= closes - from)
                return new SendingForecast(first, from + left, 0) { Slowest = Slowest };
            (left, open, from) = (left - (closes - from), open + (closes - from), closes);
        }
        return new SendingForecast(first, null, Recipients - Reached(open.TotalMinutes)) { Slowest = Slowest };
    }

    private double InAll => PerMinute > 0 ? (double)(Recipients + Ahead) / PerMinute : 0;

    private (string Domain, int PerMinute)? Slowest => Domains.OrderByDescending(TimeOf).Select(one => ((string, int)?)(one.Domain, one.PerMinute)).FirstOrDefault() is { } slowest
        && Domains.Max(TimeOf) > Math.Max(InAll, 1) ? slowest : null;

    // Of the shared minute a campaign has its part, as the turns give it.
    private int Reached(double minutes)
    {
        var byDomain = Recipients - Domains.Sum(one => one.Mails - Math.Min(one.Mails, (int)(one.PerMinute * minutes)));
        var inAll = PerMinute > 0 ? (int)(PerMinute * minutes * Recipients / Math.Max(Recipients + Ahead, 1)) : Recipients;
        return Math.Max(0, Math.Min(byDomain, inAll));
    }

    private static double TimeOf((string Domain, int Mails, int PerMinute) one) => (double)one.Mails / one.PerMinute;

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromSeconds(Math.Ceiling(minutes * 60));
}
