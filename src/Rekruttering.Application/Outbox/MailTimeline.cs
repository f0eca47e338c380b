using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Outbox;

/// <summary>What the timeline says of a mail.</summary>
public static class MailTimeline
{
    /// <summary>A sent mail is contact. Its text is the message's, and kept there alone.</summary>
    public static TimelineEntry Sent(Message message, Student student, DateTime now) =>
        Entry(message, student, TimelineKind.MailSent, now, $"E-post sendt: {message.Subject}");

    /// <summary>The first mail also informs.</summary>
    public static TimelineEntry Informed(Message message, Student student, DateTime now) =>
        Entry(message, student, TimelineKind.Informed, now, "Informert om hva som er lagret, hvorfor og hvordan man sier nei, i e-posten.");

    /// <summary>It did not arrive, with the server's words.</summary>
    public static TimelineEntry Failed(Message message, Student student, DateTime now) =>
        Entry(message, student, TimelineKind.MailFailed, now, $"E-post kom ikke fram: {message.Subject}", message.ServerAnswer);

    private static TimelineEntry Entry(Message message, Student student, TimelineKind kind, DateTime now, string summary, string? text = null) =>
        new(student.KommuneNumber, student.Id, kind, now, summary, text, subjectId: message.Id);
}
