using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Contact;

/// <summary>
/// Something a student asked and waits to hear about. The main complaint of the students is that nobody answers
/// (domain facts 0, measure 3), so an open one stays on the morning page until it is settled.
/// </summary>
public sealed class Inquiry : IKommuneOwned, IVersioned
{
    /// <summary>Longest text a student may send.</summary>
    public const int MostCharacters = 2000;

    private Inquiry() { }

    public Inquiry(string kommuneNumber, Guid studentId, Guid? offerId, string text, DateTime now) =>
        (Id, KommuneNumber, StudentId, OfferId, Text, AskedAt) = (Guid.CreateVersion7(), kommuneNumber, studentId, offerId, text, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid StudentId { get; private set; }

    /// <summary>The offer it was asked about, if any.</summary>
    public Guid? OfferId { get; private set; }

    public string Text { get; private set; } = "";
    public DateTime AskedAt { get; private set; }

    /// <summary>When it was settled: by a reply, or by a note that it was settled otherwise (<see cref="Reply"/> is null).</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Null while it waits, and when the student's own next answer settled it.</summary>
    public Guid? SettledById { get; private set; }
    public string? Reply { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>Settles it with a reply that is mailed to the student.</summary>
    public Result Answer(string reply, Guid byUserId, DateTime now)
    {
        if (SettledAt is not null)
            return new InquiryAlreadySettled();
        if (string.IsNullOrWhiteSpace(reply))
            return new EmptyReply();
        (Reply, SettledById, SettledAt) = (reply.Trim(), byUserId, now);
        return Result.Ok;
    }

    /// <summary>The student has decided without waiting for the kommune: there is nothing left to answer.</summary>
    public void SettleByStudent(DateTime now) => SettledAt ??= now;

    /// <summary>Settles it without a mail, e.g. after a call.</summary>
    public Result Close(Guid byUserId, DateTime now)
    {
        if (SettledAt is not null)
            return new InquiryAlreadySettled();
        (SettledById, SettledAt) = (byUserId, now);
        return Result.Ok;
    }
}

/// <summary>Somebody was quicker.</summary>
public sealed record InquiryAlreadySettled() : Refusal("Spørsmålet er allerede besvart.");

/// <summary>An empty reply helps nobody.</summary>
public sealed record EmptyReply() : Refusal("Skriv et svar til studenten før du sender.")
{
    /// <summary>Points at the text box.</summary>
    public static EmptyReply InForm => new() { Field = "Reply" };
}
