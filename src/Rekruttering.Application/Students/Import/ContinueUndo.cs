using System.Data;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Takes an import back from where it is, the last row first, so that a student changed twice ends as before the first time. Each chunk is one
/// transaction that reads what hangs on the students and deletes in the same breath: nobody is written to in between. A kill loses at most a
/// chunk that was not written.
/// </summary>
public sealed class ContinueUndo(RekrutteringDb db, TimeProvider clock)
{
    private const int ChunkRows = 100;

    /// <summary>Takes back at most so many rows; the rest waits for the next run.</summary>
    /// <returns>True when the import is taken back.</returns>
    public async Task<bool> ExecuteAsync(Guid batchId, int atMost = int.MaxValue, CancellationToken ct = default)
    {
        for (var (left, late) = (atMost, true); ;)
        {
            if (left <= 0)
                return false;
            try
            {
                var taken = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => ChunkAsync(batchId, late, Math.Min(left, ChunkRows), ct));
                if (taken is null)
                    return true;
                left -= taken.Value;
                late &= taken > 0;
            }
            catch (Exception lost) when (lost.IsLostRace())
            {
                // Another run took these rows, or somebody saved one of these students: seen anew.
            }
        }
    }

    /// <param name="late">Only rows that were put right after the others.</param>
    /// <returns>How many rows were taken back; null when the import is not being taken back (any more).</returns>
    private async Task<int?> ChunkAsync(Guid batchId, bool late, int count, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { Status: ImportStatus.Undoing } batch)
            return null;
        var now = clock.UtcNow();
        var rows = await (late ? UndoPlan.Late(db, batch) : UndoPlan.Waiting(db, batch)).Take(count).ToListAsync(ct);
        if (rows.Count == 0 && late)
            return 0;
        if (rows.Count == 0)
            _ = batch.EndUndo(now);
        foreach (var undo in await new UndoPlan(db, batch).ForAsync(rows, ct))
            CarryOut(batch, undo, now);
        db.Entry(batch).State = EntityState.Modified;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    private void CarryOut(ImportBatch batch, RowUndo undo, DateTime now)
    {
        undo.Row.Undo(undo.Kept, now);
        if (undo.Student is not { } student)
            return;
        if (undo.Removes)
        {
            db.Students.Remove(student);
            return;
        }
        var changes = undo.Back is { } back ? StudentChanges.Between(student.Details, back, _ => null) : [];
        if (undo.Back is not null)
            student.Update(undo.Back, now);
        if (changes.Count == 0 && undo.Kept is null)
            return;
        var summary = changes.Count == 0 ? $"Importen av {batch.FileName} ble angret" : $"Importen av {batch.FileName} ble angret: {Lower(StudentChanges.Summary(changes))} tilbake";
        db.Timeline.Add(new TimelineEntry(batch.KommuneNumber, student.Id, TimelineKind.ImportUndone, now, summary,
            string.Join('\n', new[] { StudentChanges.Text(changes), undo.Kept }.Where(text => !string.IsNullOrEmpty(text))), batch.UndoneById, batch.Id));
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
