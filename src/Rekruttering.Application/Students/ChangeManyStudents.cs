using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>
/// Does one thing to many students, in one transaction: all of those that were shown, or none. What each had before is kept, and each timeline says it.
/// </summary>
public sealed class ChangeManyStudents(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>The change, by which it can be taken back.</summary>
    /// <param name="seal">Of the preview that was seen.</param>
    public async Task<Result<Guid>> ExecuteAsync(BulkOrder order, string? seal, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await order.ProblemAsync(db, ct) is { } problem)
            return problem;
        var now = clock.UtcNow();
        var students = (await order.Of(db, OsloTime.DateOf(now)).OrderBy(s => s.Id).Take(PreviewBulk.Most + 1).ToListAsync(ct)).Where(s => order.WhyNot(s) is null).ToList();
        if (students.Count is 0 or > PreviewBulk.Most || PreviewBulk.SealOf(students.Select(s => s.Id)) != seal)
            return new ChoiceHasChanged();
        var change = new BulkChange(db.ScopeNumber!, order.Kind!.Value, await order.WhatAsync(db, ct), order.Choice, byUserId, now);
        var names = await RegisterChecks.NamesOfAsync(db, [order.ContactPersonId, .. students.Select(s => s.ContactPersonId)], ct);
        db.BulkChanges.Add(change);
        foreach (var student in students)
        {
            var (before, details) = (order.Value.Read(student), student.Details);
            order.Do(student, now);
            db.BulkChangeRows.Add(new BulkChangeRow(change, student, before, order.Value.Read(student)));
            db.Timeline.Add(Entry(student, details, change, undone: false, names, byUserId, now));
        }
        var saved = await db.SaveOrRefuseAsync(ct);
        return saved.IsOk ? change.Id : saved.Refusal;
    }

    internal static TimelineEntry Entry(Student student, StudentDetails before, BulkChange change, bool undone, Dictionary<Guid, string> names, Guid byUserId, DateTime now)
    {
        var together = undone ? " (samlet endring angret)" : " (flere samlet)";
        if (change.Kind is BulkKind.Archive or BulkKind.Restore)
        {
            var archived = student.Status == StudentStatus.Archived;
            return new(student.KommuneNumber, student.Id, archived ? TimelineKind.Archived : TimelineKind.Restored, now, (archived ? "Arkivert" : "Hentet tilbake fra arkivet") + together, null, byUserId, change.Id);
        }
        var changes = StudentChanges.Between(before, student.Details, id => names.GetValueOrDefault(id));
        var summary = changes.Count == 0 ? "Endret" : StudentChanges.Summary(changes);
        return new(student.KommuneNumber, student.Id, TimelineKind.Edited, now, summary + together, StudentChanges.Text(changes), byUserId, change.Id);
    }
}
