using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Duplicates;

/// <summary>Two rows of one person that became one: which, by whom, and all that it takes to make them two again.</summary>
public sealed class StudentMerge : IKommuneOwned, IVersioned
{
    private StudentMerge() { }

    /// <param name="kept">The row that stays.</param>
    /// <param name="away">The row that goes; its id is not used again unless the merge is taken back.</param>
    /// <param name="ledger">What moved and what stood there before, as text.</param>
    public StudentMerge(Student kept, Student away, string ledger, Guid byUserId, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(away);
        (Id, KommuneNumber, KeptId, AwayId, AwayName) = (Guid.CreateVersion7(), kept.KommuneNumber, kept.Id, away.Id, away.FullName);
        (Ledger, ById, At) = (ledger, byUserId, now);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public Guid KeptId { get; private set; }
    public Guid AwayId { get; private set; }
    public string AwayName { get; private set; } = "";

    /// <summary>JSON; whoever reads it is in Application.</summary>
    public string Ledger { get; private set; } = "{}";

    public Guid ById { get; private set; }
    public DateTime At { get; private set; }
    public Guid? UndoneById { get; private set; }

    /// <summary>When the two became two again; null while they are one.</summary>
    public DateTime? UndoneAt { get; private set; }

    public int Version { get; set; } = 1;

    /// <summary>Takes it back; once, and the later ones of the same student first. The ledger has done its work and is emptied.</summary>
    public Result Undo(bool isLatest, Guid byUserId, DateTime now)
    {
        if (UndoneAt is not null)
            return new MergeAlreadyUndone();
        if (!isLatest)
            return new LaterMergeFirst();
        (UndoneAt, UndoneById, Ledger) = (now, byUserId, "{}");
        return Result.Ok;
    }
}

/// <summary>Once is enough.</summary>
public sealed record MergeAlreadyUndone() : Refusal("Sammenslåingen er allerede angret.");

/// <summary>What the later merge moved lies on top of this one.</summary>
public sealed record LaterMergeFirst() : Refusal("Studenten er slått sammen med flere. Angre den siste sammenslåingen først.");

/// <summary>A student is not merged with itself.</summary>
public sealed record SameStudentTwice() : Refusal("Velg to ulike studenter.");

/// <summary>Two promises of one job cannot be told apart by the program.</summary>
public sealed record BothHaveTheJob(Guid JobId, string Job)
    : Refusal($"Begge har et tilbud om «{Job}» som gjelder. Trekk det ene tilbudet, eller be studenten gi tilbake den ene plassen med lenken i e-posten. Så kan dere slå sammen.");

/// <summary>Where a mail in flight belongs is settled by the answer to it.</summary>
public sealed record MailOnItsWay() : Refusal("En e-post er på vei ut til studenten akkurat nå. Vent et par minutter og prøv igjen.");

/// <summary>Nothing that somebody wrote is cut.</summary>
public sealed record NotesTooLong() : Refusal("Merknadene blir for lange til sammen. Velg den ene, eller kort inn en av dem først.");
