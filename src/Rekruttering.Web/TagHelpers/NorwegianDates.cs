using System.Globalization;

namespace Rekruttering.Web.TagHelpers;

/// <summary>Dates as the screens write them. All arguments are Oslo's wall clock.</summary>
public static class NorwegianDates
{
    private static readonly CultureInfo Bokmaal = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>03.02.2027</summary>
    public static string Numeric(DateTime wall) => wall.ToString("dd.MM.yyyy", Bokmaal);

    /// <summary>03.02.2027 kl. 15:04</summary>
    public static string NumericWithTime(DateTime wall) => wall.ToString("dd.MM.yyyy 'kl.' HH':'mm", Bokmaal);

    /// <summary>3. februar 2027</summary>
    public static string Written(DateTime wall) => wall.ToString("d. MMMM yyyy", Bokmaal);

    /// <summary>3. februar 2027 kl. 15:04</summary>
    public static string WrittenWithTime(DateTime wall) => wall.ToString("d. MMMM yyyy 'kl.' HH':'mm", Bokmaal);

    /// <summary>fredag 5. februar kl. 15, with the year when it is not this one.</summary>
    public static string Deadline(DateTime wall, bool withTime, DateTime now)
    {
        var day = wall.ToString(wall.Year == now.Year ? "dddd d. MMMM" : "dddd d. MMMM yyyy", Bokmaal);
        if (!withTime)
            return day;
        return day + wall.ToString(wall.Minute == 0 ? " 'kl.' HH" : " 'kl.' HH':'mm", Bokmaal);
    }

    /// <summary>om 2 dager, i dag, i går, for 3 uker siden: whole calendar days, as people count them.</summary>
    public static string Relative(DateTime wall, DateTime now, bool dayOnly)
    {
        var days = (wall.Date - now.Date).Days;
        if (days == 0)
            return dayOnly ? "i dag" : Today(wall - now);
        if (Math.Abs(days) == 1)
            return days < 0 ? "i går" : "i morgen";
        var amount = Math.Abs(days) switch
        {
            < 14 and var d => $"{d} dager",
            < 60 and var d => $"{d / 7} uker",
            < 730 and var d => $"{d / 30} måneder",
            var d => $"{d / 365} år",
        };
        return days < 0 ? $"for {amount} siden" : $"om {amount}";
    }

    private static string Today(TimeSpan away)
    {
        var minutes = (int)Math.Abs(away.TotalMinutes);
        if (minutes < 1)
            return "nå nettopp";
        var amount = minutes < 60
            ? minutes == 1 ? "1 minutt" : $"{minutes} minutter"
            : minutes / 60 == 1 ? "1 time" : $"{minutes / 60} timer";
        return away < TimeSpan.Zero ? $"for {amount} siden" : $"om {amount}";
    }
}
