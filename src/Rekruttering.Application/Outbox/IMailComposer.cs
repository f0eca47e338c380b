using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// Writes the mails of one kind, or of kinds that belong together. To add a kind: one class that implements this, found by itself,
/// and the mail's three neighbours in templates/.
/// </summary>
public interface IMailComposer
{
    /// <summary>The kinds it writes; no two composers share one.</summary>
    IReadOnlyList<MessageKind> Kinds { get; }

    /// <summary>
    /// Loads what these messages need, in as many queries as one of them would take, and gives back the pen. The pen gives null for a
    /// mail whose cause is gone (an offer withdrawn since the planning); that mail is cancelled.
    /// </summary>
    Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken);
}

/// <summary>What every composer is given. The student is null only for a mail to a colleague.</summary>
public sealed record MailToWrite(Message Message, Student? Student, KommuneSettings Settings)
{
    /// <summary>The reader's: "nb", "nn" or "en".</summary>
    public string Language => (Student?.WrittenForm ?? Settings.WrittenForm).Code();
}

/// <summary>A mail, but for the frame that stands around every mail and the links that are its own.</summary>
/// <param name="Reason">Why the reader gets it, as the footer says.</param>
/// <param name="Topic">The topic that a reservation may stand against; null for an answer that the reader waits for, which carries no unsubscribe link.</param>
/// <param name="Language">"nb", "nn" or "en": that of the words, should they not exist in the reader's.</param>
/// <param name="Write">Makes the model. Called only when the mail goes out.</param>
public sealed record MailDraft(MailReason Reason, ReservationScope? Topic, string Language, Func<MailFrame, MailLinks, MailModel> Write)
{
    /// <summary>The time that the mail is about, or null.</summary>
    public CalendarEntry? Calendar { get; init; }

    /// <summary>In a test to a colleague: a student who would be told by this mail what is stored and why; null where all know.</summary>
    public Student? WouldInform { get; init; }
}

/// <summary>A written form as mails and pages name it.</summary>
public static class WrittenForms
{
    /// <summary>"nb", "nn" or "en".</summary>
    public static string Code(this WrittenForm form) => form switch
    {
        WrittenForm.Nynorsk => MailLanguage.Nynorsk,
        WrittenForm.English => MailLanguage.English,
        _ => MailLanguage.Bokmaal,
    };
}
