using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>One row of the file, and what became of it. The row's outcome is saved with what it wrote.</summary>
public sealed class ImportRow : IKommuneOwned
{
    /// <summary>Longest <see cref="Who"/>.</summary>
    public const int WhoLength = 200;

    private ImportRow() { }

    public ImportRow(ImportBatch batch, int number, string cells) =>
        (Id, BatchId, KommuneNumber, Number, Cells) = (Guid.CreateVersion7(), batch.Id, batch.KommuneNumber, number, cells);

    public Guid Id { get; private set; }
    public Guid BatchId { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>The row's number in the file as a spreadsheet shows it; the header is usually 1. In a list of several sheets see <see cref="RowNumber"/>.</summary>
    public int Number { get; private set; }

    /// <summary>The number as it is said: "3", or "3 på ark 2".</summary>
    public string NumberWords => RowNumber.Words(Number);

    /// <summary>JSON array of the cells, parallel to the batch's columns.</summary>
    public string Cells { get; private set; } = "[]";

    public ImportOutcome Outcome { get; set; }

    /// <summary>Name and address as the row has them, folded: what the lists of rows are searched by.</summary>
    public string Who { get; set; } = "";

    /// <summary>Why it was refused, or whom it may be a duplicate of.</summary>
    public string? Reason { get; set; }

    /// <summary>The kommune that was split, when which part of it is meant is all that keeps the row out.</summary>
    public string? Question { get; set; }

    /// <summary>The study place as the row has it, while nobody has said what it means.</summary>
    public string? UnknownPlace { get; set; }

    /// <summary>JSON array of sentences: values left empty and the like.</summary>
    public string Warnings { get; set; } = "[]";

    /// <summary>JSON array of field changes, old and new, for a changed row.</summary>
    public string Changes { get; set; } = "[]";

    /// <summary>JSON of the student as it stood before a changed row was carried out; null for all others.</summary>
    public string? Before { get; set; }

    /// <summary>JSON of the student as the row left it.</summary>
    public string? After { get; set; }

    /// <summary>The student it made or met.</summary>
    public Guid? StudentId { get; set; }

    /// <summary>When it was carried out; null until then.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>When it was taken back, or kept; null until then.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Why taking back left something standing; null when nothing was left.</summary>
    public string? Kept { get; private set; }

    /// <summary>When it was put right, or somebody said who it is, and it was carried out by itself after the rest of the import; null for all others. It is the first to be taken back.</summary>
    public DateTime? MendedAt { get; set; }

    /// <summary>JSON of the <see cref="RowAnswer"/>, where a person has said who a row is that the rules only ask about; null for all others.</summary>
    public string? Answer { get; private set; }

    /// <summary>A person has put the cells right; what becomes of the row is to be decided anew, also by whoever said who it was.</summary>
    public void Mend(string cells, string who) => (Cells, Who, Outcome, Reason, Question, StudentId, Answer) = (cells, who, ImportOutcome.Pending, null, null, null, null);

    /// <summary>A person has said who it is (<see cref="RowAnswer"/> as JSON), or takes that back.</summary>
    public void Decide(string? answer) => Answer = answer;

    /// <summary>Taken back.</summary>
    /// <param name="kept">Why something stands all the same.</param>
    public void Undo(string? kept, DateTime now) => (UndoneAt, Kept) = (now, kept);

    /// <summary>What it was kept for is gone: it is to be taken back after all.</summary>
    public void UndoAgain() => (UndoneAt, Kept) = (null, null);
}
