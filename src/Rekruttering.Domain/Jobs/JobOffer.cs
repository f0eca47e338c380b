using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Jobs;

/// <summary>Where an offer stands. <see cref="JobOffer"/>'s verbs are the legal moves.</summary>
public enum OfferStatus
{
    /// <summary>Waits for the student.</summary>
    Offered,

    /// <summary>The student wants to be asked again; the deadline stands.</summary>
    AskLater,

    Accepted,
    Declined,

    /// <summary>Said yes when no seat was free.</summary>
    WaitingList,

    /// <summary>No answer before the deadline.</summary>
    Expired,

    /// <summary>Taken back by the kommune.</summary>
    Withdrawn,
}

/// <summary>
/// One job offered to one student. The student may change the answer until the deadline, and give a seat back until the job begins.
/// Of those who say yes, the earliest come first: a free seat goes to the one who waits before it goes to a new yes.
/// </summary>
public sealed class JobOffer : IKommuneOwned, IVersioned
{
    private JobOffer() { }

    /// <param name="personalWords">The recruiter's own words in the mail, or null.</param>
    public JobOffer(SummerJob job, Student student, Guid byUserId, DateTime now, string? personalWords = null)
    {
        (Id, KommuneNumber, JobId, StudentId) = (Guid.CreateVersion7(), job.KommuneNumber, job.Id, student.Id);
        (OfferedById, OfferedAt, Deadline, PersonalWords) = (byUserId, now, job.AnswerDeadline, Trimmed(personalWords));
        // A job that is closed at the same moment must not get a new offer.
        job.TouchSeats();
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid JobId { get; private set; }
    public Guid StudentId { get; private set; }
    public OfferStatus Status { get; private set; }
    public Guid OfferedById { get; private set; }
    public DateTime OfferedAt { get; private set; }

    /// <summary>Answers are taken up to and including this instant, UTC; the job's deadline unless it was offered anew.</summary>
    public DateTime Deadline { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>
    /// The place in the queue: earliest first. Kept while a free seat is offered to the one who waited, so that the seat is held
    /// for that student and a lost race does not cost the place.
    /// </summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>What the student wrote with the answer.</summary>
    public string? StudentMessage { get; private set; }

    /// <summary>The recruiter's own words in the mail.</summary>
    public string? PersonalWords { get; private set; }

    /// <summary>How many times a mail with this offer has been planned; a part of that mail's key.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>How many answers there have been; a part of the receipt's key.</summary>
    public int AnswerNumber { get; private set; }

    public int Version { get; set; } = 1;

    /// <summary>The seat is offered to one who waited for it, and held until the deadline.</summary>
    public bool HoldsSeat => Status == OfferStatus.Offered && WaitingSince is not null;

    /// <summary>The student counts on it: has a seat, waits for one, or is asked about the one that was waited for.</summary>
    public bool HasSaidYes => Status is OfferStatus.Accepted or OfferStatus.WaitingList || HoldsSeat;

    /// <summary>Whether a yes, or "ask me later", is still taken.</summary>
    public bool MayAccept(SummerJob job, DateTime now) =>
        job.Status == JobStatus.Open && Status is not (OfferStatus.Withdrawn or OfferStatus.Expired) && now <= Deadline;

    /// <summary>Whether a no is still taken: until the deadline, and after a yes until the job begins, also when the job takes no new answers.</summary>
    public bool MayDecline(SummerJob job, DateTime now) =>
        MayAccept(job, now)
        || (Status is OfferStatus.Accepted or OfferStatus.WaitingList && job.Status is JobStatus.Open or JobStatus.Closed && OsloTime.DateOf(now) < job.From);

    /// <summary>Yes: takes a seat if one is free and nobody has waited longer, else a place on the waiting list.</summary>
    /// <param name="others">The seats without this offer, read after the job: its version is the gate.</param>
    /// <returns>True when something changed: the same answer again is no change.</returns>
    public Result<bool> Accept(SummerJob job, SeatCount others, string? message, DateTime now)
    {
        if (Status is OfferStatus.Accepted or OfferStatus.WaitingList && !IsNew(message))
            return false;
        if (!MayAccept(job, now))
            return WhyNot(job, now);
        var seat = Status == OfferStatus.Accepted || (others.Free > 0 && (HoldsSeat || others.Waiting == 0));
        var queued = Status is OfferStatus.WaitingList;
        MoveTo(seat && !queued ? OfferStatus.Accepted : OfferStatus.WaitingList, job);
        WaitingSince = Status == OfferStatus.WaitingList ? WaitingSince ?? now : null;
        Answered(message, now);
        return true;
    }

    /// <summary>No; gives a seat back if one was taken or held. True when something changed.</summary>
    public Result<bool> Decline(SummerJob job, string? message, DateTime now)
    {
        if (Status == OfferStatus.Declined && !IsNew(message))
            return false;
        if (!MayDecline(job, now))
            return WhyNot(job, now);
        LeaveQueueAs(OfferStatus.Declined, job);
        Answered(message, now);
        return true;
    }

    /// <summary>Not yet: no seat is held so long, and the deadline stands. Not after a yes. True when something changed.</summary>
    public Result<bool> AskLater(SummerJob job, string? message, DateTime now)
    {
        if (Status == OfferStatus.AskLater && !IsNew(message))
            return false;
        if (Status is OfferStatus.Accepted or OfferStatus.WaitingList)
            return new YesStands();
        if (!MayAccept(job, now))
            return WhyNot(job, now);
        LeaveQueueAs(OfferStatus.AskLater, job);
        Answered(message, now);
        return true;
    }

    /// <summary>The kommune takes the offer back; not after a yes that got a seat.</summary>
    public Result Withdraw(SummerJob job)
    {
        if (Status == OfferStatus.Accepted)
            return new OfferCannotBeWithdrawn();
        if (Status is not (OfferStatus.Offered or OfferStatus.AskLater or OfferStatus.WaitingList))
            return new OfferNotOpen();
        LeaveQueueAs(OfferStatus.Withdrawn, job);
        return Result.Ok;
    }

    /// <summary>
    /// What withdrew it was a mistake: it is again what it was. A seat that was held and has gone to somebody else is waited for again. False when that is
    /// not so any more: somebody has done something with the offer, or the job takes no answer to it.
    /// </summary>
    /// <param name="others">The seats without this offer.</param>
    public bool TakeUpAgain(SummerJob job, SeatCount others, OfferStatus was, DateTime? waitingSince, DateTime now)
    {
        if (Status != OfferStatus.Withdrawn || job.Status != JobStatus.Open || (was != OfferStatus.WaitingList && now > Deadline))
            return false;
        var lost = was == OfferStatus.Offered && waitingSince is not null && others.Free == 0;
        MoveTo(lost ? OfferStatus.WaitingList : was, job);
        WaitingSince = waitingSince;
        if (HoldsSeat)
            job.TouchSeats();
        return true;
    }

    /// <summary>A closed job ends what is still open; a cancelled one ends the seats too. False when there was nothing to end.</summary>
    public bool EndWith(SummerJob job)
    {
        var ends = Status is OfferStatus.Offered or OfferStatus.AskLater or OfferStatus.WaitingList
            || (Status == OfferStatus.Accepted && job.Status == JobStatus.Cancelled);
        if (ends)
            LeaveQueueAs(OfferStatus.Withdrawn, job);
        return ends;
    }

    /// <summary>The deadline passed without an answer. Running it twice changes nothing twice.</summary>
    public bool ExpireIfDue(SummerJob job, DateTime now)
    {
        if (Status is not (OfferStatus.Offered or OfferStatus.AskLater) || now <= Deadline)
            return false;
        LeaveQueueAs(OfferStatus.Expired, job);
        return true;
    }

    /// <summary>The job's deadline was moved: who has not answered gets the longer time, and never a shorter one than the mail said.</summary>
    public bool Extend(DateTime deadline)
    {
        if (Status is not (OfferStatus.Offered or OfferStatus.AskLater) || deadline <= Deadline)
            return false;
        Deadline = deadline;
        return true;
    }

    /// <summary>
    /// A seat became free for one who waits, or the offer is made once more: a new round, a new mail, a deadline of its own.
    /// </summary>
    /// <param name="others">The seats without this offer, read after the job.</param>
    public Result OfferAgain(SummerJob job, SeatCount others, DateTime deadline, DateTime now)
    {
        if (job.Status != JobStatus.Open)
            return new JobOver();
        if (Status == OfferStatus.Accepted)
            return new OfferAlreadyAccepted();
        if (Status == OfferStatus.WaitingList && others.Free == 0)
            return new NoSeatFree();
        if (deadline <= now)
            return new DeadlinePassed { Field = nameof(Deadline) };
        var last = job.LastDayToAnswer(now);
        if (OsloTime.DateOf(deadline) > last)
            return new DeadlineAfterJob(WhileItLasts: last == job.To) { Field = nameof(Deadline) };
        if (Status is OfferStatus.Offered or OfferStatus.AskLater && deadline < Deadline)
            return new DeadlineShortened { Field = nameof(Deadline) };
        var waiting = Status is OfferStatus.WaitingList or OfferStatus.Offered ? WaitingSince : null;
        MoveTo(OfferStatus.Offered, job);
        (OfferedAt, Deadline, AnsweredAt, WaitingSince) = (now, deadline, null, waiting);
        job.TouchSeats();
        Round++;
        return Result.Ok;
    }

    private Refusal WhyNot(SummerJob job, DateTime now) =>
        Status == OfferStatus.Withdrawn ? new OfferWithdrawn()
        : job.Status == JobStatus.Open && (now > Deadline || Status == OfferStatus.Expired) ? new OfferExpired(Deadline)
        : new JobOver();

    private bool IsNew(string? message) => Trimmed(message) is { } text && text != StudentMessage;

    private void LeaveQueueAs(OfferStatus status, SummerJob job)
    {
        MoveTo(status, job);
        WaitingSince = null;
    }

    /// <summary>Whoever comes into, leaves or moves in the queue for seats changes what others may get, so the job's version must change.</summary>
    private void MoveTo(OfferStatus status, SummerJob job)
    {
        var counted = HoldsSeat || Status is OfferStatus.Accepted or OfferStatus.WaitingList;
        Status = status;
        if (counted || Status is OfferStatus.Accepted or OfferStatus.WaitingList)
            job.TouchSeats();
    }

    private void Answered(string? message, DateTime now) =>
        (StudentMessage, AnsweredAt, AnswerNumber) = (Trimmed(message), now, AnswerNumber + 1);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
