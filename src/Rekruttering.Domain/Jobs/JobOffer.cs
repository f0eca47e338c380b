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
/// </summary>
public sealed class JobOffer : IKommuneOwned, IVersioned
{
    private JobOffer() { }

    public JobOffer(SummerJob job, Student student, Guid byUserId, DateTime now)
    {
        (Id, KommuneNumber, JobId, StudentId) = (Guid.CreateVersion7(), job.KommuneNumber, job.Id, student.Id);
        (OfferedById, OfferedAt, Deadline) = (byUserId, now, job.AnswerDeadline);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid JobId { get; private set; }
    public Guid StudentId { get; private set; }
    public OfferStatus Status { get; private set; }
    public Guid OfferedById { get; private set; }
    public DateTime OfferedAt { get; private set; }

    /// <summary>Answers are taken up to and including this instant, UTC; the job's deadline unless a seat became free later.</summary>
    public DateTime Deadline { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The place in the queue: earliest first.</summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>What the student wrote with the answer.</summary>
    public string? StudentMessage { get; private set; }

    /// <summary>How many times a mail with this offer has been planned; a part of that mail's key.</summary>
    public int Round { get; private set; } = 1;

    public int Version { get; set; } = 1;

    /// <summary>Whether an answer is still taken.</summary>
    public bool IsAnswerable(SummerJob job, DateTime now) =>
        job.Status == JobStatus.Open
        && Status is not (OfferStatus.Withdrawn or OfferStatus.Expired)
        && (now <= Deadline || Status is OfferStatus.WaitingList or OfferStatus.Accepted && OsloTime.DateOf(now) < job.From);

    /// <summary>
    /// Yes: takes a seat if one is free, else the waiting list. Saying yes twice is once.
    /// </summary>
    /// <param name="takenSeats">Seats taken by others, read in the same transaction.</param>
    public Result<OfferStatus> Accept(SummerJob job, int takenSeats, string? message, DateTime now)
    {
        if (Status is OfferStatus.Accepted or OfferStatus.WaitingList)
            return Status;
        if (now > Deadline || !IsAnswerable(job, now))
            return WhyNot(job, now);
        Answer(takenSeats < job.Seats ? OfferStatus.Accepted : OfferStatus.WaitingList, message, now);
        WaitingSince = Status == OfferStatus.WaitingList ? now : null;
        job.TouchSeats();
        return Status;
    }

    /// <summary>No; gives a seat back if one was taken.</summary>
    public Result Decline(SummerJob job, string? message, DateTime now)
    {
        if (!IsAnswerable(job, now))
            return WhyNot(job, now);
        if (Status == OfferStatus.Accepted)
            job.TouchSeats();
        Answer(OfferStatus.Declined, message, now);
        return Result.Ok;
    }

    /// <summary>Not yet. Only before a yes, and only while there is time.</summary>
    public Result AskLater(SummerJob job, string? message, DateTime now)
    {
        if (now > Deadline || !IsAnswerable(job, now))
            return WhyNot(job, now);
        if (Status == OfferStatus.Accepted)
            job.TouchSeats();
        Answer(OfferStatus.AskLater, message, now);
        return Result.Ok;
    }

    /// <summary>The kommune takes the offer back; not after a yes.</summary>
    public Result Withdraw(DateTime now)
    {
        if (Status is OfferStatus.Accepted or OfferStatus.Withdrawn)
            return new OfferCannotBeWithdrawn();
        (Status, AnsweredAt) = (OfferStatus.Withdrawn, now);
        return Result.Ok;
    }

    /// <summary>The deadline passed without an answer. Running it twice changes nothing twice.</summary>
    public bool ExpireIfDue(DateTime now)
    {
        if (Status is not (OfferStatus.Offered or OfferStatus.AskLater) || now <= Deadline)
            return false;
        Status = OfferStatus.Expired;
        return true;
    }

    /// <summary>A seat became free for one who waits, or an offer is made anew: a new round with its own deadline.</summary>
    public Result OfferAgain(SummerJob job, int takenSeats, DateTime deadline, DateTime now)
    {
        if (Status is not (OfferStatus.WaitingList or OfferStatus.Expired or OfferStatus.Declined or OfferStatus.Withdrawn))
            return new OfferStillOpen();
        if (job.Status != JobStatus.Open)
            return new JobOver();
        if (takenSeats >= job.Seats)
            return new NoSeatFree();
        if (deadline <= now)
            return new DeadlinePassed();
        (Status, OfferedAt, Deadline, AnsweredAt, WaitingSince) = (OfferStatus.Offered, now, deadline, null, null);
        Round++;
        return Result.Ok;
    }

    private Refusal WhyNot(SummerJob job, DateTime now) =>
        Status == OfferStatus.Withdrawn ? new OfferWithdrawn()
        : job.Status != JobStatus.Open ? new JobOver()
        : now > Deadline || Status == OfferStatus.Expired ? new OfferExpired(Deadline)
        : new JobOver();

    private void Answer(OfferStatus status, string? message, DateTime now) =>
        (Status, StudentMessage, AnsweredAt, WaitingSince) =
            (status, string.IsNullOrWhiteSpace(message) ? null : message.Trim(), now, null);
}

/// <summary>Too late to answer.</summary>
public sealed record OfferExpired(DateTime Deadline) : Refusal("Svarfristen har gått ut. Ta kontakt med kommunen hvis du fortsatt er interessert.");

/// <summary>The kommune took it back.</summary>
public sealed record OfferWithdrawn() : Refusal("Kommunen har trukket tilbudet. Ta kontakt hvis du lurer på hvorfor.");

/// <summary>A yes is a promise from both sides.</summary>
public sealed record OfferCannotBeWithdrawn() : Refusal("Studenten har takket ja. Ta kontakt direkte før du trekker tilbudet.");

/// <summary>There is an open offer already.</summary>
public sealed record OfferStillOpen() : Refusal("Studenten har allerede et åpent tilbud om denne jobben.");

/// <summary>All seats are taken.</summary>
public sealed record NoSeatFree() : Refusal("Alle plassene er tatt.");

/// <summary>A deadline must lie ahead.</summary>
public sealed record DeadlinePassed() : Refusal("Svarfristen må være fram i tid.");
