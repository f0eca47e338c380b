using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Domain.Contact;

/// <summary>
/// One mail to one recipient: the outbox, the report and the proof. Written in the same save as what causes it; the send job
/// drains it. <see cref="Key"/> is unique, so that planning twice writes once.
/// </summary>
public sealed class Message : IKommuneOwned, IVersioned
{
    /// <summary>So much of a server's answer is kept.</summary>
    public const int LongestAnswer = 500;

    private Message() { }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>Null for a mail to a colleague, and to somebody who is no student of the register yet.</summary>
    public Guid? StudentId { get; private set; }

    public MessageKind Kind { get; private set; }

    /// <summary>What the mail is for, as a sentence-free key: e.g. "campaign:{campaign}:{student}".</summary>
    public string Key { get; private set; } = "";

    public Guid? CampaignId { get; private set; }

    /// <summary>The offer, inquiry, invitation or sign-up that the mail is about.</summary>
    public Guid? SubjectId { get; private set; }

    public MessageState State { get; private set; }
    public LeftOutReason? LeftOutReason { get; private set; }

    /// <summary>The address as it was when the mail was planned; null when there was none.</summary>
    public string? ToAddress { get; private set; }

    /// <summary>Not before this instant (UTC); for <see cref="MessageState.Deferred"/> the next attempt.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>
    /// The recipient domain it waits for, as <see cref="RecipientDomain"/> writes it, because that domain had its share of the minute;
    /// empty while it waits for none. Its place in the line is <see cref="DueAt"/>, which the wait does not change.
    /// </summary>
    public string Line { get; private set; } = "";

    public int Attempts { get; private set; }
    public string? ClaimedBy { get; private set; }

    /// <summary>The lease: after this instant another sender may take over a claim, and a hand-over counts as uncertain.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>The server's own words, for the report. A server may quote the address, so it never reaches a log.</summary>
    public string? ServerAnswer { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime? HandedOverAt { get; private set; }
    public DateTime? SettledAt { get; private set; }

    /// <summary>The method of the calendar entry that goes with it, PUBLISH or CANCEL; null for none. A later mail takes back what this one brought.</summary>
    public string? CalendarMethod { get; private set; }

    /// <summary>What was sent, for the timeline: the subject and the plain text, with personal links taken out.</summary>
    public string? Subject { get; private set; }

    public string? Text { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>The left part of the mail's Message-ID; the same for every attempt.</summary>
    public string MessageIdLeft => Id.ToString("N");

    /// <summary>A mail to a student.</summary>
    public static Message To(Student student, MessageKind kind, string key, DateTime now, Guid? campaignId = null, Guid? subjectId = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            KommuneNumber = student.KommuneNumber,
            StudentId = student.Id,
            Kind = kind,
            Key = key,
            CampaignId = campaignId,
            SubjectId = subjectId,
            ToAddress = student.Email,
            State = MessageState.Ready,
            CreatedAt = now,
            DueAt = now,
        };

    /// <summary>A mail to a colleague: one who gets an account, who tries a text on herself, or who is to look at a campaign that stopped.</summary>
    public static Message ToColleague(string kommuneNumber, string address, string key, Guid subjectId, DateTime now, MessageKind kind = MessageKind.Invitation) =>
        ToAddressOnly(kommuneNumber, address, key, subjectId, now, kind);

    /// <summary>A mail to an address that somebody has signed up with.</summary>
    public static Message ToNewcomer(SignUp signUp, string address, DateTime now) =>
        ToAddressOnly(signUp.KommuneNumber, address, $"sign-up:{signUp.Id}", signUp.Id, now, MessageKind.SignUp);

    private static Message ToAddressOnly(string kommuneNumber, string address, string key, Guid subjectId, DateTime now, MessageKind kind) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            KommuneNumber = kommuneNumber,
            Kind = kind,
            Key = key,
            SubjectId = subjectId,
            ToAddress = address,
            State = MessageState.Ready,
            CreatedAt = now,
            DueAt = now,
        };

    /// <summary>Why a mail of this kind may not go to this student now, or null. Asked when planning and again at the claim.</summary>
    /// <param name="topic">The topic a reservation may stand against; null for a personal answer the student waits for.</param>
    public static LeftOutReason? ReasonToLeaveOut(Student student, ReservationScope? topic) => student switch
    {
        { Status: StudentStatus.Archived } => Contact.LeftOutReason.Archived,
        _ when student.HasReserved(ReservationScope.NoContact) => Contact.LeftOutReason.NoContact,
        _ when topic is { } t && student.IsReservedAgainst(t) => Contact.LeftOutReason.Reserved,
        { Email: null } => Contact.LeftOutReason.NoAddress,
        { AddressDeadAt: not null } => Contact.LeftOutReason.AddressDead,
        { HasDamagedName: true } => Contact.LeftOutReason.NameDamaged,
        _ => null,
    };

    /// <summary>Not to be sent.</summary>
    public void LeaveOut(LeftOutReason reason)
    {
        if (State != MessageState.Ready || Attempts > 0)
            Move(MessageState.LeftOut);
        (State, LeftOutReason) = (MessageState.LeftOut, reason);
    }

    /// <summary>A sender takes it until the lease ends.</summary>
    public void Claim(string by, DateTime until)
    {
        Move(MessageState.Claimed);
        (ClaimedBy, ClaimedUntil) = (by, until);
    }

    /// <summary>Gives a claim back: nothing has left. One that stood in a line stands there again.</summary>
    public void Release()
    {
        Move(MessageState.Ready);
        (ClaimedBy, ClaimedUntil) = (null, null);
    }

    /// <summary>What the mail that is about to be handed over brings to the calendar.</summary>
    public void TakeAlong(string? calendarMethod) => CalendarMethod = calendarMethod;

    /// <summary>Written down, and saved, before the first byte leaves.</summary>
    /// <param name="toAddress">The address as it is now: one that was mended since the planning is the one to use.</param>
    public void HandOver(string toAddress, string subject, string text, DateTime now, DateTime until)
    {
        Move(MessageState.HandedOver);
        Attempts++;
        (ToAddress, Subject, Text, HandedOverAt, ClaimedUntil, Line) = (toAddress, subject, text, now, until, "");
    }

    /// <summary>The server was not there, or takes nothing from us now: certainly nothing left, and no attempt of this mail.</summary>
    /// <param name="serverAnswer">Null keeps what was said before.</param>
    /// <param name="nextAttempt">Until then others go before it; null when it keeps its place.</param>
    public void TakeBack(string? serverAnswer = null, DateTime? nextAttempt = null)
    {
        Move(nextAttempt is null ? MessageState.Ready : MessageState.Deferred);
        Attempts--;
        (HandedOverAt, SettledAt, ClaimedBy, ClaimedUntil) = (null, null, null, null);
        (ServerAnswer, DueAt) = (Short(serverAnswer) ?? ServerAnswer, nextAttempt ?? DueAt);
    }

    /// <summary>The server answered.</summary>
    public void Settle(MessageState to, string? serverAnswer, DateTime now)
    {
        Move(to);
        (ServerAnswer, SettledAt, ClaimedBy, ClaimedUntil) = (Short(serverAnswer), now, null, null);
    }

    /// <summary>The server, or the way to it, said "later".</summary>
    public void Defer(string? serverAnswer, DateTime nextAttempt)
    {
        Move(MessageState.Deferred);
        (ServerAnswer, DueAt, SettledAt, ClaimedBy, ClaimedUntil) = (Short(serverAnswer), nextAttempt, null, null, null);
    }

    /// <summary>A person has decided: the uncertain mail counts as delivered.</summary>
    public Result TreatAsSent(DateTime now)
    {
        if (State != MessageState.Uncertain)
            return new NotUncertain();
        Move(MessageState.Sent);
        SettledAt = now;
        return Result.Ok;
    }

    /// <summary>A person has decided: send it again, with the same Message-ID so that mail programs can fold the two.</summary>
    public Result SendAgain(DateTime now)
    {
        if (State is not (MessageState.Uncertain or MessageState.Failed))
            return new NotUncertain();
        Move(MessageState.Ready);
        (DueAt, SettledAt) = (now, null);
        return Result.Ok;
    }

    /// <summary>A person has seen that the personal mail was refused, and lets it be. A campaign's stays in its report as what it was.</summary>
    public Result LetBe(DateTime now)
    {
        if (State != MessageState.Failed || CampaignId is not null)
            return new NotUncertain();
        Cancel(now);
        return Result.Ok;
    }

    /// <summary>A person stops a personal mail that is tried by itself. A campaign's mails are stopped with the campaign.</summary>
    public Result Stop(DateTime now)
    {
        if (State is not (MessageState.Ready or MessageState.Deferred) || CampaignId is not null)
            return new NotUncertain();
        Cancel(now);
        return Result.Ok;
    }

    /// <summary>Takes back what has not left.</summary>
    public void Cancel(DateTime now)
    {
        Move(MessageState.Cancelled);
        (SettledAt, ClaimedBy, ClaimedUntil) = (now, null, null);
    }

    private static string? Short(string? answer) => answer?.Cut(LongestAnswer);

    private void Move(MessageState to)
    {
        if (!MessageMoves.IsLegal(State, to))
            throw new InvalidOperationException($"Message {Id} cannot go from {State} to {to}.");
        State = to;
    }
}

/// <summary>Nothing reaches an address that a server has refused for good.</summary>
public sealed record AddressIsDead() : Refusal("E-postadressen virker ikke. Rett den på studentens kort, eller trykk «Adressen virker» der, og send så e-posten på nytt.");

/// <summary>Two rows that were merged since had a mail of the campaign each, and one of them came through or still will.</summary>
public sealed record ReachedByItsTwin() : Refusal("Studenten har fått denne utsendingen allerede, eller får den snart, under en oppføring som er slått sammen med denne.");

/// <summary>Of somebody who was erased there is nothing to send, and nothing to decide.</summary>
public sealed record RecipientErased() : Refusal("Personen er slettet fra registeret, så det er ikke noe mer å gjøre med denne e-posten.");

/// <summary>Only an uncertain, refused or waiting mail asks for a decision.</summary>
public sealed record NotUncertain() : Refusal("Denne e-posten er allerede avklart.");
