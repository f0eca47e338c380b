using System.Globalization;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>Now, or a day and a time on Oslo's clock.</summary>
public sealed class SendingTime
{
    public string When { get; set; } = "now";
    public string? Day { get; set; }
    public string? Clock { get; set; }
    public bool WarningsSeen { get; set; }

    /// <summary>The version of the text that was shown.</summary>
    public Guid? TextSeen { get; set; }

    /// <summary>UTC, or null for now.</summary>
    public Result<DateTime?> Read()
    {
        if (When == "now")
            return (DateTime?)null;
        if (!DateOnly.TryParseExact(Day, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return InvalidInput.In(nameof(Day), "Velg en dag som finnes, for eksempel 03.02.2027.");
        if (!TimeOnly.TryParseExact(Clock, ["HH:mm", "H:mm", "HH.mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return InvalidInput.In(nameof(Clock), "Skriv klokkeslettet, for eksempel 09:30.");
        return (DateTime?)OsloTime.ToUtc(day.ToDateTime(clock));
    }
}
