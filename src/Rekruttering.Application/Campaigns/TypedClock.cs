using System.Globalization;

namespace Rekruttering.Application.Campaigns;

/// <summary>A time of day as people type it: 09:30, 9.30, and 0930 from the number keys of a phone, which have neither colon nor full stop.</summary>
public static class TypedClock
{
    /// <summary>Null when it is none.</summary>
    public static TimeOnly? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 3 or 4 && text.All(char.IsAsciiDigit))
            text = text.Insert(text.Length - 2, ":");
        return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH.mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null;
    }
}
