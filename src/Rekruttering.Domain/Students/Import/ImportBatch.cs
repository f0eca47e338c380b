using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Being taken back, row by row; goes on by itself after a crash.</summary>
    Undoing,

    /// <summary>Taken back, but for what somebody has built on since.</summary>
    Undone,
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
    /// <summary>
    /// So long the rows of an import are kept after it was carried out, taken back or left lying: long enough to see a mistake in the next
    /// month's work, and no longer than people who were told nothing should lie about.
    /// </summary>
    public const int KeptDays = 30;

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

    /// <summary>JSON array of <see cref="ImportSheet"/>: what was read of a workbook with several sheets, and what was not; empty for all other files.</summary>
    public string Sheets { get; init; } = "[]";

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
    public DateTime? UndoneAt { get; private set; }
    public Guid? UndoneById { get; private set; }

    /// <summary>When the cells were deleted and only the outcomes kept.</summary>
    public DateTime? ForgottenAt { get; private set; }

    /// <summary>SHA-256 of the file, in hexadecimal: the same file twice is seen.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>JSON array of <see cref="SplitAnswer"/>: which of today's kommuner is meant by one that was split, for the whole file.</summary>
    public string Splits { get; set; } = "[]";

    public int Version { get; set; } = 1;

    /// <summary>
    /// Stands for all that the rows are read by: two dry runs with the same say the same of a row. <see cref="Version"/> will not do: it moves also
    /// when the one who looks puts a row right.
    /// </summary>
    public string ReadBy => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Mapping, Splits, Source, LegalBasis, CollectedOn?.ToString("O")))));

    /// <summary>Whether the cells of a row may be put right: in the dry run of any, after it was carried out of one that was refused.</summary>
    public bool MayMend(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Status == ImportStatus.Checked || (Status == ImportStatus.Applied && ForgottenAt is null && row.Outcome == ImportOutcome.Refused);
    }

    /// <summary>Whether a person may say who the row is: while it is held back as a possible duplicate, and in the dry run as long as it was somebody who said so.</summary>
    public bool MayDecide(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Cells != "[]" && ForgottenAt is null && Status switch
        {
            ImportStatus.Checked => row.Outcome == ImportOutcome.PossibleDuplicate || row.Answer is not null,
            ImportStatus.Applied => row.Outcome == ImportOutcome.PossibleDuplicate,
            _ => false,
        };
    }

    /// <summary>When the rows are deleted.</summary>
    public DateTime KeptUntil => (UndoneAt ?? AppliedAt ?? CreatedAt).AddDays(KeptDays);

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

    /// <summary>
    /// Taking back begins; asking again while it goes on is once. Refused when it never came in or is not all in yet, is taken back already, or is so old
    /// that nobody knows what stood there before.
    /// </summary>
    /// <param name="byUserId">Who says so.</param>
    /// <param name="now">The time.</param>
    /// <param name="rest">Something was kept for what is gone by now: it may be taken back after all.</param>
    public Result BeginUndo(Guid? byUserId, DateTime now, bool rest = false)
    {
        if (Status is ImportStatus.Staged or ImportStatus.Checked or ImportStatus.Cancelled)
            return new ImportNeverBroughtIn();
        if (Status == ImportStatus.Applying)
            return new ImportBeingBroughtIn();
        if (Status == ImportStatus.Undone && !rest)
            return new ImportUndoneAlready(UndoneAt!.Value);
        if (Status != ImportStatus.Undoing && (ForgottenAt is not null || now >= KeptUntil))
            return new ImportForgotten();
        if (Status != ImportStatus.Undoing)
            UndoneById = byUserId;
        return Move(ImportStatus.Undoing, ImportStatus.Applied, ImportStatus.Undone, ImportStatus.Undoing);
    }

    /// <summary>Every row is taken back, or kept with its reason.</summary>
    public Result EndUndo(DateTime now)
    {
        UndoneAt ??= now;
        return Move(ImportStatus.Undone, ImportStatus.Undoing, ImportStatus.Undone);
    }

    /// <summary>The cells are deleted; what became of each row is still known.</summary>
    public void Forget(DateTime now) => ForgottenAt ??= now;

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

/// <summary>Somebody was quicker, or the same answer was sent twice.</summary>
public sealed record RowDecidedAlready() : Refusal("Det er allerede bestemt hvem raden er. Last siden på nytt for å se hva som ble av den.");

/// <summary>Whoever the answer is about is not among those the row looks like any more.</summary>
public sealed record RowLooksOtherwise() : Refusal("Registeret er endret siden du åpnet siden. Se på raden igjen før du bestemmer.");

/// <summary>What would be carried out is another dry run than the one that was looked at.</summary>
public sealed record DryRunMadeAnew()
    : Refusal("Listen er prøvekjørt på nytt, med andre kolonner eller svar enn du så, og ingenting er hentet inn. Se på den nye prøvekjøringen, og velg «Hent inn i registeret» en gang til når den er riktig.");

/// <summary>Only what came into the register is taken back.</summary>
public sealed record ImportNeverBroughtIn() : Refusal("Listen er aldri hentet inn i registeret. Det er ingenting å angre.");

/// <summary>The last rows are not in yet.</summary>
public sealed record ImportBeingBroughtIn() : Refusal("Listen hentes inn i registeret nå. Vent til alle radene er inne, og angre så.");

/// <summary>The import is taken back once; a second time there is nothing to take back.</summary>
public sealed record ImportUndoneAlready(DateTime At) : Refusal($"Importen ble angret {OsloTime.DateOf(At).ToString("d. MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("nb-NO"))}. Det er ikke mer å angre.");

/// <summary>What stood in the register before is deleted.</summary>
public sealed record ImportForgotten() : Refusal($"Importen er over {ImportBatch.KeptDays} dager gammel, og det som sto i registeret før, er slettet. Rett studentene på kortene deres.");
