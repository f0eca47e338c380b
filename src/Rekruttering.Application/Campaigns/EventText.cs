using System.Globalization;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Campaigns;

/// <summary>The meeting that a campaign invites to, as it was typed; nothing typed is no meeting.</summary>
public sealed record EventText(string? Day, string? From, string? To, string? Place)
{
    /// <summary>As it stands in the form.</summary>
    public static EventText Of(CampaignEvent? invited)
    {
        if (invited is null)
            return new EventText(null, null, null, null);
        var (from, to) = (OsloTime.FromUtc(invited.From), OsloTime.FromUtc(invited.To));
        return new EventText(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from.ToString("HH:mm", CultureInfo.InvariantCulture), to.ToString("HH:mm", CultureInfo.InvariantCulture), invited.Place);
    }

    /// <summary>Whether anything of it is typed.</summary>
    public bool IsBegun => new[] { Day, From, To, Place }.Any(typed => !string.IsNullOrWhiteSpace(typed));

    /// <summary>By Oslo's clock, on one day. Refused in words that say what to write.</summary>
    public Result<CampaignEvent?> Read()
    {
        if (!IsBegun)
            return default(Result<CampaignEvent?>);
        if (!DateOnly.TryParseExact(Day, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return InvalidInput.In("EventDay", "Velg dagen for møtet, for eksempel 29.12.2026.");
        if (TypedClock.Read(From) is not { } from)
            return InvalidInput.In("EventFrom", "Skriv når møtet begynner, for eksempel 18:00.");
        // In UTC too: of the hour that spring skips, 02:30 is read as 03:30, which is after 03:15.
        if (TypedClock.Read(To) is not { } to || to <= from || OsloTime.ToUtc(day.ToDateTime(to)) <= OsloTime.ToUtc(day.ToDateTime(from)))
            return InvalidInput.In("EventTo", "Skriv når møtet slutter, samme dag og etter at det begynner.");
        var place = Place?.Trim() ?? "";
        return place.Length is 0 or > 200
            ? InvalidInput.In("EventPlace", "Skriv hvor møtet er, høyst 200 tegn.")
            : new CampaignEvent(OsloTime.ToUtc(day.ToDateTime(from)), OsloTime.ToUtc(day.ToDateTime(to)), place);
    }
}
