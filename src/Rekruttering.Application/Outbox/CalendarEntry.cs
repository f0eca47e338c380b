using System.Globalization;
using System.Text;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// A time that a mail is about, as the file that calendars read (RFC 5545, with the method of RFC 5546). Instants are written in UTC and
/// whole days as dates, so that no time zone has to be carried along. The same matter has the same UID in every mail about it.
/// </summary>
public sealed record CalendarEntry
{
    private const int LongestLine = 75;

    /// <summary>What it is about, stable over all mails: an offer's or a campaign's id.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What it is called; empty for the subject of the mail that brings it.</summary>
    public string Summary { get; init; } = "";
    public string? Place { get; init; }
    public string? Description { get; init; }

    /// <summary>The first day and the last, both included; null where <see cref="Between"/> is set.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>From and to, UTC; null where <see cref="Days"/> is set.</summary>
    public (DateTime From, DateTime To)? Between { get; init; }

    /// <summary>Grows with each mail about the same matter: of two entries with one UID a calendar keeps the higher.</summary>
    public int Sequence { get; init; }

    /// <summary>True when the time falls away: a calendar that has the entry takes it out.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The method of RFC 5546.</summary>
    public string Method => IsCancelled ? "CANCEL" : "PUBLISH";

    /// <summary>The file, in UTF-8.</summary>
    /// <param name="subject">Of the mail that brings it.</param>
    /// <param name="organizer">Who has the answers.</param>
    /// <param name="now">When it is written, UTC.</param>
    public MailAttachment ToAttachment(string subject, Mailbox organizer, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(organizer);
        return new("kalender.ics", "text/calendar", Encoding.UTF8.GetBytes(ToText(subject, organizer, now)), Method);
    }

    private string ToText(string subject, Mailbox organizer, DateTime now)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(subject, organizer, now))
            Fold(text, line);
        return text.ToString();
    }

    private IEnumerable<string> Lines(string subject, Mailbox organizer, DateTime now)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//Rekruttering//NO";
        yield return "CALSCALE:GREGORIAN";
        yield return $"METHOD:{Method}";
        yield return "BEGIN:VEVENT";
        // The id alone (RFC 7986, 5.3): the addresses may change between two mails about the same matter.
        yield return $"UID:{SubjectId}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Sequence}");
        if (IsCancelled)
            yield return "STATUS:CANCELLED";
        yield return $"DTSTAMP:{Instant(now)}";
        yield return $"ORGANIZER;CN=\"{organizer.Name.Replace("\"", "'", StringComparison.Ordinal)}\":mailto:{organizer.Address}";
        if (Days is var (first, last))
        {
            // The end is the day after the last.
            yield return $"DTSTART;VALUE=DATE:{Date(first)}";
            yield return $"DTEND;VALUE=DATE:{Date(last.AddDays(1))}";
            yield return "TRANSP:TRANSPARENT";
        }
        if (Between is var (from, to))
        {
            yield return $"DTSTART:{Instant(from)}";
            yield return $"DTEND:{Instant(to)}";
        }
        yield return $"SUMMARY:{Escaped(Summary.Length > 0 ? Summary : subject)}";
        if (!string.IsNullOrWhiteSpace(Place))
            yield return $"LOCATION:{Escaped(Place)}";
        if (!string.IsNullOrWhiteSpace(Description))
            yield return $"DESCRIPTION:{Escaped(Description)}";
        yield return "END:VEVENT";
        yield return "END:VCALENDAR";
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => new string([.. text.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))])
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // At most 75 bytes a line, never in the middle of a letter; what follows begins with a blank.
    private static void Fold(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (length + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }
            text.Append(letter);
            length += letter.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
