using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Contact;

/// <summary>What happened between the kommune and a student.</summary>
public enum TimelineKind
{
    Created,
    Imported,
    ImportUndone,
    Edited,
    Archived,
    Restored,
    Reserved,
    ReservationLifted,
    Informed,
    NoteWritten,
    CallLogged,
    MeetingLogged,
    MailLogged,
    MailSent,
    MailFailed,
    OfferMade,
    OfferAnswered,
    OfferExpired,
    OfferWithdrawn,
    QuestionAsked,
    QuestionAnswered,
    Lis1WishesStated,

    /// <summary>Two rows of one person became one; the subject is the merge.</summary>
    Merged,
    MergeUndone,

    /// <summary>The student signed up on the open page and confirmed it.</summary>
    SignedUp,

    /// <summary>Somebody who stands here already signed up: what was typed is told and changes nothing.</summary>
    SignedUpAgain,
}

/// <summary>One thing that happened, written in the same save as what it tells of; never changed afterwards.</summary>
public sealed class TimelineEntry : IKommuneOwned
{
    /// <summary>
    /// What counts as contact: from either side, by any channel. "Without contact for six months" counts from the last of these,
    /// so a logged call resets the clock as well as a mail does.
    /// </summary>
    public static readonly IReadOnlyList<TimelineKind> ContactKinds =
    [
        TimelineKind.CallLogged, TimelineKind.MeetingLogged, TimelineKind.MailLogged, TimelineKind.MailSent,
        TimelineKind.OfferAnswered, TimelineKind.QuestionAsked, TimelineKind.QuestionAnswered, TimelineKind.Lis1WishesStated,
        TimelineKind.SignedUp,
    ];

    private TimelineEntry() { }

    /// <param name="summary">One sentence in bokmål, as it is shown.</param>
    /// <param name="text">What was said, where there is more to read.</param>
    /// <param name="actorId">The user who did it; null for the student and for the program itself.</param>
    /// <param name="subjectId">The message, offer or import it is about.</param>
    public TimelineEntry(string kommuneNumber, Guid studentId, TimelineKind kind, DateTime at, string summary, string? text = null, Guid? actorId = null, Guid? subjectId = null)
    {
        (Id, KommuneNumber, StudentId, Kind, At) = (Guid.CreateVersion7(), kommuneNumber, studentId, kind, at);
        (Summary, Text, ActorId, SubjectId) = (summary, text, actorId, subjectId);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid StudentId { get; private set; }
    public TimelineKind Kind { get; private set; }

    /// <summary>When it happened, UTC: for a logged call the time of the call.</summary>
    public DateTime At { get; private set; }

    public string Summary { get; private set; } = "";
    public string? Text { get; private set; }
    public Guid? ActorId { get; private set; }
    public Guid? SubjectId { get; private set; }
}
