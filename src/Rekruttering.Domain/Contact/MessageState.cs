namespace Rekruttering.Domain.Contact;

/// <summary>
/// The life of one mail. <see cref="MessageMoves"/> holds every legal move.
/// A mail whose fate nobody can know is <see cref="Uncertain"/>: shown to a person, never guessed and never sent again by itself.
/// </summary>
public enum MessageState
{
    /// <summary>Not to be sent; the row says why.</summary>
    LeftOut,

    /// <summary>Waits for its turn, or for the turn of its recipient domain.</summary>
    Ready,

    /// <summary>A sender has it until its lease ends; nothing has left yet.</summary>
    Claimed,

    /// <summary>Written down before the first byte of the mail leaves; the server's answer is not known.</summary>
    HandedOver,

    /// <summary>The server took responsibility.</summary>
    Sent,

    /// <summary>The server said no for good.</summary>
    Failed,

    /// <summary>The server said "later"; tried again at <see cref="Message.DueAt"/>.</summary>
    Deferred,

    /// <summary>May have been delivered.</summary>
    Uncertain,

    /// <summary>Taken back before it was handed over, or refused and then let be by a person.</summary>
    Cancelled,
}

/// <summary>Why a student of the audience gets no mail.</summary>
public enum LeftOutReason
{
    Reserved,
    NoContact,
    NoAddress,
    AddressDead,
    SameAddress,
    Archived,
    NameDamaged,

    /// <summary>Does not know yet what is stored, and the campaign spares those.</summary>
    NotInformed,

    /// <summary>Got a mail within the days that the campaign spares.</summary>
    MailedLately,

    /// <summary>Has got as many campaign mails lately as the kommune allows anybody to get.</summary>
    ContactCap,

    /// <summary>The time until which the campaign might send was over.</summary>
    TooLate,
}

/// <summary>What a message is, and so what renders it.</summary>
public enum MessageKind
{
    Campaign,
    Offer,
    AnswerReceipt,
    SeatFree,
    Reply,
    Invitation,

    /// <summary>A campaign's text to the recruiter who writes it.</summary>
    CampaignTest,

    /// <summary>Tells an administrator that the sender has paused a campaign, and why.</summary>
    CampaignHalted,

    /// <summary>Tells one who has said yes that the summer job will not be.</summary>
    JobCancelled,

    /// <summary>Tells one who waited for a seat in a summer job that there was none.</summary>
    NoSeat,

    /// <summary>Tells one who has an offer without an answer that it does not stand any more.</summary>
    OfferGone,

    /// <summary>Tells one who has the invitation of a campaign that the meeting will not be.</summary>
    MeetingCancelled,

    /// <summary>Asks somebody who has signed up to confirm that the address is hers.</summary>
    SignUp,
}

/// <summary>The legal moves between states, in one place.</summary>
public static class MessageMoves
{
    private static readonly Dictionary<MessageState, MessageState[]> Legal = new()
    {
        [MessageState.LeftOut] = [],
        [MessageState.Ready] = [MessageState.Claimed, MessageState.Cancelled],
        // Back to Ready: its campaign was paused, its sender is gone, or its domain is over its rate and it waits in line (Message.Line).
        [MessageState.Claimed] = [MessageState.Ready, MessageState.HandedOver, MessageState.LeftOut, MessageState.Failed, MessageState.Deferred, MessageState.Cancelled],
        [MessageState.HandedOver] = [MessageState.Sent, MessageState.Failed, MessageState.Deferred, MessageState.Uncertain, MessageState.Ready],
        [MessageState.Deferred] = [MessageState.Claimed, MessageState.Cancelled],
        // Failed and Deferred: the answer came after all, when another sender had given this one up.
        [MessageState.Uncertain] = [MessageState.Sent, MessageState.Ready, MessageState.Failed, MessageState.Deferred],
        [MessageState.Sent] = [],
        [MessageState.Failed] = [MessageState.Ready, MessageState.Cancelled],
        [MessageState.Cancelled] = [],
    };

    /// <summary>Whether a message may go from one state to another.</summary>
    public static bool IsLegal(MessageState from, MessageState to) => Legal[from].Contains(to);
}
