using System.Globalization;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>Now, or a day and a time on Oslo's clock.</summary>
public sealed class SendingTime
{
    public string When { get; set; } = "now";
    public string? Day { get; set; }
    public string? Clock { get; set; }
    public bool WarningsSeen { get; set; }

    /// <summary>The version of the draft that was shown.</summary>
    public int DraftSeen { get; set; }

    /// <summary>The version of the text that was shown.</summary>
    public Guid? TextSeen { get; set; }

    /// <summary>How many were shown as those who would get it.</summary>
    public int? RecipientsSeen { get; set; }

    /// <summary>Whether the kommune's hours for sending do not count this time.</summary>
    public bool AlsoOutsideHours { get; set; }

    public string? UntilDay { get; set; }
    public string? UntilClock { get; set; }

    /// <summary>That not all will get it in time was seen.</summary>
    public bool TooLateSeen { get; set; }

    /// <summary>When a draft would be done, at the time and within the limits that are filled in; what cannot be read counts as not filled in.</summary>
    public SendingForecast Forecast(SendingLoad load, Campaign campaign, SendWindow? window, DateTime now) =>
        load.From(Read().Value is { } at && at > now ? at : now, AlsoOutsideHours ? null : window, campaign.LimitOf(ReadUntil().Value));

    /// <summary>UTC, or null for now.</summary>
    public Result<DateTime?> Read() => When != "now" ? Moment(Day, Clock, nameof(Day), nameof(Clock))
        : string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Clock) ? (DateTime?)null
        : InvalidInput.In(nameof(When), "Du har valgt «Nå», men også fylt ut et tidspunkt. Velg «På et bestemt tidspunkt», eller tøm dag og klokkeslett.");

    /// <summary>What is filled in, as the end of the draft's address; nothing when nothing is. What was only seen to is not in it.</summary>
    public string AsQuery() => QueryString.Create(Filled().Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => KeyValuePair.Create($"Time.{part.Name}", part.Value))).Value ?? "";

    private (string Name, string? Value)[] Filled() =>
    [
        (nameof(When), When == "now" ? null : When), (nameof(Day), Day), (nameof(Clock), Clock), (nameof(AlsoOutsideHours), AlsoOutsideHours ? "true" : null),
        (nameof(UntilDay), UntilDay), (nameof(UntilClock), UntilClock),
    ];

    /// <summary>Not later than this, UTC; null for no limit.</summary>
    public Result<DateTime?> ReadUntil() => string.IsNullOrWhiteSpace(UntilDay) && string.IsNullOrWhiteSpace(UntilClock)
        ? (DateTime?)null
        : Moment(UntilDay, UntilClock, nameof(UntilDay), nameof(UntilClock));

    private static Result<DateTime?> Moment(string? typedDay, string? typedClock, string dayField, string clockField)
    {
        if (!DateOnly.TryParseExact(typedDay, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return InvalidInput.In(dayField, "Velg en dag som finnes, for eksempel 03.02.2027.");
        if (TypedClock.Read(typedClock) is not { } clock)
            return InvalidInput.In(clockField, "Skriv klokkeslettet, for eksempel 09:30.");
        return (DateTime?)OsloTime.ToUtc(day.ToDateTime(clock));
    }
}
