using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>One student of a bulk change.</summary>
/// <param name="IsAsSet">The value is still what the change set; else a person has changed it since, or it is somebody else's own.</param>
/// <param name="IsMerged">The value was set on a student who was merged into this one, whose own it is as well.</param>
/// <param name="PutBack">What became of it when the change was taken back; null while it stands.</param>
public sealed record BulkLine(Guid StudentId, string Name, bool IsAsSet, bool IsMerged, bool? PutBack)
{
    /// <summary>The id alone.</summary>
    public override string ToString() => $"student {StudentId}";
}

/// <summary>A bulk change and its students.</summary>
public sealed record BulkChangeView(BulkChange Change, string? By, string? UndoneBy, IReadOnlyList<BulkLine> Lines);

/// <summary>Reads a bulk change as it stands now.</summary>
public sealed class BulkChangeReading(RekrutteringDb db)
{
    /// <summary>Null when there is no such change for the one who asks. Students that are gone are not in it.</summary>
    public async Task<BulkChangeView?> ReadAsync(Guid id, CancellationToken ct = default)
    {
        if (await db.BulkChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } change)
            return null;
        var rows = await (from row in db.BulkChangeRows.AsNoTracking()
                          where row.BulkChangeId == id
                          join student in db.Students.AsNoTracking() on row.StudentId equals student.Id
                          orderby student.SearchName, student.Id
                          select new { Row = row, Student = student }).ToListAsync(ct);
        var names = await RegisterChecks.NamesOfAsync(db, [change.ById, change.UndoneById], ct);
        var merged = await MergedIn.OfAsync(db, rows.ConvertAll(r => r.Student.Id), ct);
        return new(change, names.GetValueOrDefault(change.ById), change.UndoneById is { } undoer ? names.GetValueOrDefault(undoer) : null,
            [.. rows.Select(r => Line(r.Student, r.Row, BulkValue.Of(change.Kind, r.Row.After)))]);

        BulkLine Line(Student student, BulkChangeRow row, BulkValue value)
        {
            var (isAsSet, isMerged) = (value.Read(student) == row.After, !merged.IsOf(row.Id, value.Read));
            return new(student.Id, student.FullName, isAsSet && !isMerged, isAsSet && isMerged, row.PutBack);
        }
    }
}

/// <summary>
/// Takes a bulk change back: each student gets the old value, in one transaction. What a person has changed since stays as it is and is listed, and so does
/// what a student who was merged into another had, where the other had the same.
/// </summary>
public sealed class UndoBulkChange(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>How many were put back, and how many were left: changed by hand since, or merged into another. Refused when it was taken back before.</summary>
    public async Task<Result<(int PutBack, int Edited, int Merged)>> ExecuteAsync(Guid id, Guid byUserId, CancellationToken ct = default)
    {
        if (await db.BulkChanges.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } change)
            return new NotFound();
        var now = clock.UtcNow();
        if (change.Undo(byUserId, now).Refusal is { } refusal)
            return refusal;
        var rows = await db.BulkChangeRows.Where(r => r.BulkChangeId == id).ToListAsync(ct);
        var students = await db.Students.Where(s => db.BulkChangeRows.Any(r => r.BulkChangeId == id && r.StudentId == s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var former = rows.Select(r => Former(change, r)).ToList();
        var names = await RegisterChecks.NamesOfAsync(db, [.. former, .. students.Values.Select(s => s.ContactPersonId)], ct);
        var (colleagues, merged, others) = (await RegisterChecks.ColleaguesAsync(db, former, ct), await MergedIn.OfAsync(db, students.Keys, ct), 0);
        foreach (var row in rows)
        {
            var (student, value) = (students[row.StudentId], BulkValue.Of(change.Kind, row.After));
            var (isAsSet, isOf) = (value.Read(student) == row.After, merged.IsOf(row.Id, value.Read));
            row.Settle(isAsSet && isOf);
            others += isAsSet && !isOf ? 1 : 0;
            if (!isAsSet || !isOf)
                continue;
            var before = student.Details;
            // A colleague who has left is nobody's contact person again.
            value.Write(student, Former(change, row) is { } person && !colleagues.ContainsKey(person) ? null : row.Before, now);
            db.Timeline.Add(ChangeManyStudents.Entry(student, before, change, undone: true, names, byUserId, now));
        }
        var saved = await db.SaveOrRefuseAsync(ct);
        return saved.IsOk ? (rows.Count(r => r.PutBack == true), rows.Count(r => r.PutBack == false) - others, others) : saved.Refusal;
    }

    private static Guid? Former(BulkChange change, BulkChangeRow row) => change.Kind == BulkKind.ContactPerson && Guid.TryParseExact(row.Before, "N", out var person) ? person : null;
}
