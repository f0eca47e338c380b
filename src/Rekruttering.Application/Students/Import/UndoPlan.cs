using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>What taking one row back does.</summary>
/// <param name="Row">The row.</param>
/// <param name="Student">Whom it made or changed; null when there is nobody any more.</param>
/// <param name="Removes">The row made the student, and nobody has built on that since.</param>
/// <param name="Back">The student's details as they will be; null when nothing is put back.</param>
/// <param name="Kept">Why something stands all the same.</param>
internal sealed record RowUndo(ImportRow Row, Student? Student, bool Removes, StudentDetails? Back, string? Kept);

/// <summary>
/// Decides, row by row from the last to the first, what taking an import back does. A student that it made goes only when nothing hangs on the
/// student but the import. The same plan is shown before and carried out after.
/// </summary>
internal sealed class UndoPlan(RekrutteringDb db, ImportBatch batch)
{
    private readonly Dictionary<Guid, StudentDetails> _current = [];

    /// <summary>The rows that did something and are not taken back, the last first.</summary>
    public static IQueryable<ImportRow> Waiting(RekrutteringDb db, Guid batchId) => db.ImportRows
        .Where(r => r.BatchId == batchId && r.AppliedAt != null && r.UndoneAt == null && (r.Outcome == ImportOutcome.New || r.Outcome == ImportOutcome.Changed))
        .OrderByDescending(r => r.Number);

    /// <summary>Those of <see cref="Waiting"/> that were put right and carried out after all others, the last first: they are taken back before the others.</summary>
    public static IQueryable<ImportRow> Late(RekrutteringDb db, Guid batchId) => Waiting(db, batchId).Where(r => r.MendedAt != null).OrderByDescending(r => r.MendedAt).ThenByDescending(r => r.Number);

    /// <summary>Decides on some rows; they must come in the order of <see cref="Late"/> and then <see cref="Waiting"/>.</summary>
    public async Task<IReadOnlyList<RowUndo>> ForAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.StudentId).OfType<Guid>().Distinct().ToList();
        var students = await db.Students.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var made = (await db.ImportRows.Where(r => r.BatchId == batch.Id && r.Outcome == ImportOutcome.New && r.StudentId != null && ids.Contains(r.StudentId.Value))
            .Select(r => r.StudentId!.Value).ToListAsync(ct)).ToHashSet();
        var built = await BuiltOnAsync([.. made], ct);
        return [.. rows.Select(row => Of(row, row.StudentId is { } id ? students.GetValueOrDefault(id) : null, made, built))];
    }

    private RowUndo Of(ImportRow row, Student? student, HashSet<Guid> made, IReadOnlyDictionary<Guid, string> built)
    {
        if (student is null)
            return new(row, null, false, null, null);
        if (made.Contains(student.Id))
        {
            var why = built.GetValueOrDefault(student.Id);
            if (row.Outcome == ImportOutcome.New)
                return new(row, student, why is null, null, why is null ? null : $"Studenten er beholdt: {why}.");
            // A later row of the same student: goes or stays with the one that made the student.
            return why is null ? new(row, null, false, null, null) : new(row, student, false, null, "Studenten er beholdt med det som sto i denne raden.");
        }
        if (row.Change() is not { } change)
            return new(row, student, false, null, "Vi vet ikke hva som sto der før.");
        var now = _current.GetValueOrDefault(student.Id, student.Details);
        var (details, kept) = StudentFields.PutBack(now, change.Before, change.After);
        _current[student.Id] = details;
        return new(row, student, false, details == now ? null : details, kept.Count == 0 ? null : $"Beholdt fordi det er endret siden: {Listed(kept)}.");
    }

    // Whatever somebody did about the student since: it stands on the timeline, or in a table of its own.
    private async Task<IReadOnlyDictionary<Guid, string>> BuiltOnAsync(List<Guid> made, CancellationToken ct)
    {
        var reasons = new List<(Guid Student, string Why)>();
        async Task Add(IQueryable<Guid> who, string why) => reasons.AddRange((await who.Distinct().ToListAsync(ct)).Select(id => (id, why)));

        var lived = await db.Timeline.Where(e => made.Contains(e.StudentId) && (e.SubjectId != batch.Id || e.SubjectId == null)).Select(e => new { e.StudentId, e.Kind }).Distinct().ToListAsync(ct);
        reasons.AddRange(lived.Select(e => (e.StudentId, Words(e.Kind))));
        await Add(db.Messages.Where(m => m.StudentId != null && made.Contains(m.StudentId.Value)).Select(m => m.StudentId!.Value), "har fått eller står i en utsending");
        await Add(db.JobOffers.Where(o => made.Contains(o.StudentId)).Select(o => o.StudentId), "har fått et tilbud");
        await Add(db.Lis1Wishes.Where(w => made.Contains(w.StudentId)).Select(w => w.StudentId), "har LIS1-ønsker");
        await Add(db.Inquiries.Where(i => made.Contains(i.StudentId)).Select(i => i.StudentId), "har stilt spørsmål");
        await Add(db.Reservations.Where(r => made.Contains(r.StudentId)).Select(r => r.StudentId), "har reservert seg");
        await Add(from row in db.ImportRows
                  join other in db.ImportBatches on row.BatchId equals other.Id
                  where row.StudentId != null && made.Contains(row.StudentId.Value) && row.BatchId != batch.Id && row.AppliedAt != null && other.Status != ImportStatus.Undone
                  select row.StudentId!.Value, "står også i en annen liste");
        return reasons.GroupBy(r => r.Student).ToDictionary(g => g.Key, g => Listed([.. g.Select(r => r.Why).Distinct()]));
    }

    private static string Words(TimelineKind kind) => kind switch
    {
        TimelineKind.Edited => "er endret for hånd",
        TimelineKind.Imported or TimelineKind.ImportUndone => "står også i en annen liste",
        TimelineKind.Merged or TimelineKind.MergeUndone => "er slått sammen med en annen",
        TimelineKind.Archived or TimelineKind.Restored => "har vært i arkivet",
        TimelineKind.Reserved or TimelineKind.ReservationLifted => "har reservert seg",
        TimelineKind.MailSent or TimelineKind.MailFailed or TimelineKind.Informed => "har fått eller står i en utsending",
        TimelineKind.OfferMade or TimelineKind.OfferAnswered or TimelineKind.OfferExpired or TimelineKind.OfferWithdrawn => "har fått et tilbud",
        TimelineKind.QuestionAsked or TimelineKind.QuestionAnswered => "har stilt spørsmål",
        TimelineKind.Lis1WishesStated => "har LIS1-ønsker",
        TimelineKind.SignedUp or TimelineKind.SignedUpAgain => "har selv meldt seg på",
        _ => "dere har notert noe om studenten",
    };

    private static string Listed(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : string.Join(", ", words.SkipLast(1)) + " og " + words[^1];
}
