namespace Rekruttering.Templates.Shared;

/// <summary>Days and times as a person writes them, in the language of the mail.</summary>
public static class MailDates
{
    /// <summary>"fredag 5. februar kl. 15", or "15:00 on Friday 5 February". The time is that of Europe/Oslo.</summary>
    public static string Moment(DateTime oslo, string language)
    {
        if (language == MailLanguage.English)
            return $"{oslo:HH:mm} on {Weekday(DateOnly.FromDateTime(oslo), language)}";
        var minutes = oslo.Minute == 0 ? "" : $".{oslo.Minute:00}";
        return $"{Weekday(DateOnly.FromDateTime(oslo), language)} kl. {oslo.Hour}{minutes}";
    }

    /// <summary>"fredag 5. februar".</summary>
    public static string Weekday(DateOnly day, string language) =>
        day.ToString(language == MailLanguage.English ? "dddd d MMMM" : "dddd d. MMMM", MailLanguage.Culture(language));

    /// <summary>"5. februar 2027".</summary>
    public static string Day(DateOnly day, string language) =>
        day.ToString(language == MailLanguage.English ? "d MMMM yyyy" : "d. MMMM yyyy", MailLanguage.Culture(language));

    /// <summary>"21. juni–13. august 2027".</summary>
    public static string Period(DateOnly from, DateOnly to, string language)
    {
        if (from == to)
            return Day(from, language);
        var start = from.Year == to.Year
            ? from.ToString(language == MailLanguage.English ? "d MMMM" : "d. MMMM", MailLanguage.Culture(language))
            : Day(from, language);
        return $"{start} – {Day(to, language)}";
    }
}
