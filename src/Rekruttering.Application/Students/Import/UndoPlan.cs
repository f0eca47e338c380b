using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>What taking one row back does.</summary>
/// <param name="Row">The row.</param>
/// <param name="Student">Whom it made or changed; null when there is nobody any more.</param>
/// <param name="Removes">The row made the student, and nobody has built on that since.</param>
/// <param name="Back">The student's details as they will be; null when nothing is put back.</param>
/// <param name="Kept">Why something stands all the same.</param>
internal sealed record RowUndo(ImportRow Row, Student? Student, bool Removes, StudentDetails? Back, string? Kept)
{
    /// <summary>Whether the register is another afterwards.</summary>
    public bool DoesSomething => Removes || Back is not null;
}

/// <summary>
/// Decides, row by row from the last to the first, what taking an import back does. A student that it made goes only when nothing hangs on the
/// student but the import. The same plan is shown before and carried out after.
/// </summary>
internal sealed class UndoPlan(RekrutteringDb db, ImportBatch batch)
{
    private readonly Dictionary<Guid, StudentDetails> _current = [];
    private StudyPlaceList? _places;
    private MergedIn? _merged;
    private HashSet<Guid>? _colleagues;

    /// <summary>The rows that did something and are not taken back, the last first; of an import that is taken back those that were kept.</summary>
    public static IQueryable<ImportRow> Waiting(RekrutteringDb db, ImportBatch batch)
    {
        var (id, again) = (batch.Id, batch.Status == ImportStatus.Undone);
        return db.ImportRows
            .Where(r => r.BatchId == id && r.AppliedAt != null && (r.UndoneAt == null || (again && r.Kept != null)) && (r.Outcome == ImportOutcome.New || r.Outcome == ImportOutcome.Changed))
            .OrderByDescending(r => r.Number);
    }

    /// <summary>Those of <see cref="Waiting"/> that were put right and carried out after all others, the last first: they are taken back before the others.</summary>
    public static IQueryable<ImportRow> Late(RekrutteringDb db, ImportBatch batch) => Waiting(db, batch).Where(r => r.MendedAt != null).OrderByDescending(r => r.MendedAt).ThenByDescending(r => r.Number);

    /// <summary>Decides on some rows; they must come in the order of <see cref="Late"/> and then <see cref="Waiting"/>.</summary>
    public async Task<IReadOnlyList<RowUndo>> ForAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.StudentId).OfType<Guid>().Distinct().ToList();
        var students = await db.Students.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var origins = await OriginsAsync(ids, ct);
        var made = (await db.ImportRows.Where(r => r.BatchId == batch.Id && r.Outcome == ImportOutcome.New && r.StudentId != null && ids.Contains(r.StudentId.Value))
            .Select(r => new { r.Id, StudentId = r.StudentId!.Value }).ToListAsync(ct)).Select(r => origins.GetValueOrDefault(r.Id, r.StudentId)).ToHashSet();
        var built = await BuiltOnAsync([.. made.Intersect(ids)], ct);
        _places ??= await db.StudyPlacesAsync(ct);
        _merged = await MergedIn.OfAsync(db, ids, ct);
        _colleagues ??= [.. await db.Memberships.Where(m => m.KommuneNumber == batch.KommuneNumber).Select(m => m.UserId).ToListAsync(ct)];
        return [.. rows.Select(row => Of(row, row.StudentId is { } id ? students.GetValueOrDefault(id) : null, origins, made, built))];
    }

    // Whom a row was about before two were made one: by the row's id, where that is another than now.
    private async Task<Dictionary<Guid, Guid>> OriginsAsync(List<Guid> students, CancellationToken ct)
    {
        var merges = await db.StudentMerges.AsNoTracking().Where(m => students.Contains(m.KeptId) && m.UndoneAt == null).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(ct);
        var origins = new Dictionary<Guid, Guid>();
        foreach (var merge in merges)
            foreach (var row in MergeLedger.Of(merge).Moved.ImportRows)
                origins.TryAdd(row, merge.AwayId);
        return origins;
    }

    private RowUndo Of(ImportRow row, Student? student, Dictionary<Guid, Guid> origins, HashSet<Guid> made, IReadOnlyDictionary<Guid, string> built)
    {
        if (student is null)
            return new(row, null, false, null, null);
        var origin = origins.GetValueOrDefault(row.Id, student.Id);
        if (made.Contains(origin))
        {
            var why = origin == student.Id ? built.GetValueOrDefault(student.Id) : Words(TimelineKind.Merged);
            if (row.Outcome == ImportOutcome.New)
                return new(row, student, why is null, null, why is null ? null : $"Studenten er beholdt: {why}.");
            // A later row of the same student: goes or stays with the one that made the student.
            return why is null ? new(row, null, false, null, null) : new(row, student, false, null, "Studenten er beholdt med det som sto i denne raden.");
        }
        if (row.Change() is not { } change)
            return new(row, student, false, null, "Vi vet ikke hva som sto der før.");
        var now = _current.GetValueOrDefault(student.Id, student.Details);
        var (details, stands) = PutBack(row, now, change.Before, change.After);
        _current[student.Id] = details;
        return new(row, student, false, details == now ? null : details, stands);
    }

    private (StudentDetails Details, string? Why) PutBack(ImportRow row, StudentDetails now, StudentDetails before, StudentDetails after)
    {
        var (details, kept, merged) = _merged!.PutBack(row.Id, now.Among(_places!), before.Among(_places!), after.Among(_places!));
        string?[] why = [kept.Count == 0 ? null : $"Beholdt fordi det er endret siden: {kept.Listed()}.", merged.Count == 0 ? null : $"Beholdt fordi studenten er slått sammen med en annen siden: {merged.Listed()}."];
        // A colleague who has left is nobody's contact person again.
        if (details.ContactPersonId is { } person && person != now.ContactPersonId && !_colleagues!.Contains(person))
            details = details with { ContactPersonId = null };
        return (details, string.Join(' ', why.OfType<string>()) is { Length: > 0 } said ? said : null);
    }

    // Whatever somebody did about the student since: it stands on the timeline, or in a table of its own.
    private async Task<IReadOnlyDictionary<Guid, string>> BuiltOnAsync(List<Guid> made, CancellationToken ct)
    {
        var reasons = new List<(Guid Student, string Why)>();
        async Task Add(IQueryable<Guid> who, string why) => reasons.AddRange((await who.Distinct().ToListAsync(ct)).Select(id => (id, why)));

        // What imports wrote is told by their rows.
        var lived = await db.Timeline.Where(e => made.Contains(e.StudentId) && e.Kind != TimelineKind.Imported && e.Kind != TimelineKind.ImportUndone).Select(e => new { e.StudentId, e.Kind }).Distinct().ToListAsync(ct);
        reasons.AddRange(lived.Select(e => (e.StudentId, Words(e.Kind))));
        await Add(db.Messages.Where(m => m.StudentId != null && made.Contains(m.StudentId.Value)).Select(m => m.StudentId!.Value), "har fått eller står i en utsending");
        await Add(db.JobOffers.Where(o => made.Contains(o.StudentId)).Select(o => o.StudentId), "har fått et tilbud");
        await Add(db.Lis1Wishes.Where(w => made.Contains(w.StudentId)).Select(w => w.StudentId), "har LIS1-ønsker");
        await Add(db.Inquiries.Where(i => made.Contains(i.StudentId)).Select(i => i.StudentId), "har stilt spørsmål");
        await Add(db.Reservations.Where(r => made.Contains(r.StudentId)).Select(r => r.StudentId), "har reservert seg");
        var lists = await ListsAsync(made, ct);
        reasons.AddRange(lists.Select(list => (list.Key, $"står også i {list.Select(other => other.FileName).Distinct().Listed()}")));
        return reasons.Distinct().GroupBy(r => r.Student, r => r.Why).ToDictionary(g => g.Key, g => g.Listed() + (g.Count() == 1 ? WhatToDo([.. lists[g.Key]]) : ""));
    }

    // The very same list read again tells nothing of a student that the first did not: it keeps nobody unless it changed something.
    private async Task<ILookup<Guid, (string FileName, bool IsForgotten)>> ListsAsync(List<Guid> made, CancellationToken ct)
    {
        var named = await (from row in db.ImportRows
                           join other in db.ImportBatches on row.BatchId equals other.Id
                           where row.StudentId != null && made.Contains(row.StudentId.Value) && row.BatchId != batch.Id && row.AppliedAt != null
                               && (other.Status != ImportStatus.Undone || row.Kept != null)
                               && (row.Outcome == ImportOutcome.New || row.Outcome == ImportOutcome.Changed || other.Fingerprint == null || other.Fingerprint != batch.Fingerprint)
                           orderby other.CreatedAt
                           select new { Student = row.StudentId!.Value, other.FileName, IsForgotten = other.ForgottenAt != null }).ToListAsync(ct);
        return named.Distinct().ToLookup(n => n.Student, n => (n.FileName, n.IsForgotten));
    }

    private static string WhatToDo(IReadOnlyList<(string FileName, bool IsForgotten)> lists) => lists.Count == 0 || lists.Any(list => list.IsForgotten) ? ""
        : $". Angre {(lists.Count == 1 ? "den importen" : "de importene")} også, og så resten av denne, hvis studenten skal ut";

    private static string Words(TimelineKind kind) => kind switch
    {
        TimelineKind.Edited => "er endret for hånd",
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
}
