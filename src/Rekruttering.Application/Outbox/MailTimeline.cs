using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>What the timeline says of a mail to a student: the one that its row names now, who may have come by it when two rows were merged.</summary>
public static class MailTimeline
{
    /// <summary>A sent mail is contact. Its text is the message's, and kept there alone.</summary>
    public static TimelineEntry Sent(Message message, DateTime now) =>
        Entry(message, TimelineKind.MailSent, now, $"E-post sendt: {message.Subject}");

    /// <summary>The first mail also informs.</summary>
    public static TimelineEntry Informed(Message message, DateTime now) =>
        Entry(message, TimelineKind.Informed, now, "Informert om hva som er lagret, hvorfor og hvordan man sier nei, i e-posten.");

    /// <summary>It did not arrive, with the server's words.</summary>
    public static TimelineEntry Failed(Message message, DateTime now) =>
        Entry(message, TimelineKind.MailFailed, now, $"E-post kom ikke fram: {message.Subject}", message.ServerAnswer);

    private static TimelineEntry Entry(Message message, TimelineKind kind, DateTime now, string summary, string? text = null) =>
        new(message.KommuneNumber, message.StudentId ?? throw new InvalidOperationException($"Message {message.Id} is to no student."), kind, now, summary, text, subjectId: message.Id);
}
