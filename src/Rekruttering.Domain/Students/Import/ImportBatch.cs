using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>The rows are read into the database; the columns are being agreed on.</summary>
    Staged,

    /// <summary>Every row has an outcome that has not been carried out: the dry run.</summary>
    Checked,

    /// <summary>Being carried out, row by row; goes on by itself after a crash.</summary>
    Applying,

    /// <summary>Every row is carried out or refused.</summary>
    Applied,

    /// <summary>Given up before it was carried out.</summary>
    Cancelled,
}

/// <summary>What becomes (or became) of a row.</summary>
public enum ImportOutcome
{
    Pending,
    New,
    Changed,
    Same,
    PossibleDuplicate,
    Refused,
}

/// <summary>
/// A file on its way into the register. The file itself is never kept: its rows are, without any column of fødselsnummer.
/// </summary>
public sealed class ImportBatch : IKommuneOwned, IVersioned
{
    private ImportBatch() { }

    public ImportBatch(string kommuneNumber, string fileName, string columns, string droppedColumns, Guid? byUserId, DateTime now) =>
        (Id, KommuneNumber, FileName, Columns, DroppedColumns, CreatedById, CreatedAt) =
            (Guid.CreateVersion7(), kommuneNumber, fileName, columns, droppedColumns, byUserId, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public ImportStatus Status { get; private set; }

    /// <summary>JSON array of the header texts, without the dropped ones.</summary>
    public string Columns { get; private set; } = "[]";

    /// <summary>JSON array of the header texts that were recognised as fødselsnummer and dropped before anything was written.</summary>
    public string DroppedColumns { get; private set; } = "[]";

    /// <summary>JSON array, parallel to the columns: what each one means.</summary>
    public string Mapping { get; set; } = "[]";

    /// <summary>The one answer for the file, for rows whose own columns say nothing.</summary>
    public string? Source { get; set; }

    public LegalBasis? LegalBasis { get; set; }
    public DateOnly? CollectedOn { get; set; }

    /// <summary>Rows that look like somebody in the register under another address are taken in all the same.</summary>
    public bool TakePossibleDuplicates { get; set; }

    public Guid? CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? AppliedAt { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>The columns are being agreed on again; what an earlier dry run said counts no more.</summary>
    public Result Reopen() => Move(ImportStatus.Staged, ImportStatus.Staged, ImportStatus.Checked);

    /// <summary>The dry run is made (again).</summary>
    public Result Check() => Move(ImportStatus.Checked, ImportStatus.Staged, ImportStatus.Checked);

    /// <summary>Carrying out begins; asking twice is once.</summary>
    public Result BeginApply() => Move(ImportStatus.Applying, ImportStatus.Checked, ImportStatus.Applying);

    /// <summary>Every row is settled.</summary>
    public Result EndApply(DateTime now)
    {
        AppliedAt ??= now;
        return Move(ImportStatus.Applied, ImportStatus.Applying, ImportStatus.Applied);
    }

    /// <summary>Given up; nothing was written to the register.</summary>
    public Result Cancel() => Move(ImportStatus.Cancelled, ImportStatus.Staged, ImportStatus.Checked);

    private Result Move(ImportStatus to, params ReadOnlySpan<ImportStatus> from)
    {
        if (!from.Contains(Status))
            return new ImportNotThere();
        Status = to;
        return Result.Ok;
    }
}

/// <summary>The step asked for does not follow from where the import stands.</summary>
public sealed record ImportNotThere() : Refusal("Importen er allerede kommet videre. Last siden på nytt for å se hvor den står.");

/// <summary>One row of the file, and what became of it. The row's outcome is saved with what it wrote.</summary>
public sealed class ImportRow : IKommuneOwned
{
    private ImportRow() { }

    public ImportRow(ImportBatch batch, int number, string cells) =>
        (Id, BatchId, KommuneNumber, Number, Cells) = (Guid.CreateVersion7(), batch.Id, batch.KommuneNumber, number, cells);

    public Guid Id { get; private set; }
    public Guid BatchId { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>The row's number in the file as a spreadsheet shows it; the header is usually 1.</summary>
    public int Number { get; private set; }

    /// <summary>JSON array of the cells, parallel to the batch's columns.</summary>
    public string Cells { get; private set; } = "[]";

    public ImportOutcome Outcome { get; set; }

    /// <summary>Why it was refused, or whom it may be a duplicate of.</summary>
    public string? Reason { get; set; }

    /// <summary>JSON array of sentences: values left empty and the like.</summary>
    public string Warnings { get; set; } = "[]";

    /// <summary>JSON array of field changes, old and new, for a changed row.</summary>
    public string Changes { get; set; } = "[]";

    /// <summary>The student it made or met.</summary>
    public Guid? StudentId { get; set; }

    /// <summary>When it was carried out; null until then.</summary>
    public DateTime? AppliedAt { get; set; }
}
