using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Somebody who stays, or stays in part, and why.</summary>
public sealed record KeptStudent(int Row, Guid StudentId, string Name, string Why);

/// <summary>What taking an import back will do.</summary>
/// <param name="Removed">Students that go.</param>
/// <param name="Restored">Rows whose old values all come back.</param>
/// <param name="KeptRows">Rows that leave something standing.</param>
/// <param name="Kept">The first of those.</param>
/// <param name="Gone">The names of some students that go.</param>
/// <param name="Back">The names of some students that get old values back.</param>
public sealed record UndoPreview(int Removed, int Restored, int KeptRows, IReadOnlyList<KeptStudent> Kept, IReadOnlyList<(Guid Id, string Name)> Gone, IReadOnlyList<(Guid Id, string Name)> Back)
{
    /// <summary>"48 studenter tas ut av registeret, 5 endringer settes tilbake, 2 rader beholdes helt eller delvis".</summary>
    public string Sentence => UndoWords.Of(Removed, Restored, KeptRows, "tas ut av registeret", "settes tilbake", "beholdes helt eller delvis", "Ingenting i registeret endres");
}

/// <summary>Looks through an import that may be taken back, or what was kept of one that is, and changes nothing.</summary>
public sealed class PreviewUndo(RekrutteringDb db)
{
    private const int ChunkRows = 500;

    /// <summary>So many are named; the number says how many there are.</summary>
    private const int Named = 100;

    /// <summary>And so many of those that go, or get old values back.</summary>
    private const int NamedGone = 12;

    /// <summary>Refused when there is no such import.</summary>
    public async Task<Result<UndoPreview>> ReadAsync(Guid batchId, CancellationToken ct = default)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        var plan = new UndoPlan(db, batch);
        var (removed, restored, keptRows, kept, gone, back) = (0, 0, 0, new List<KeptStudent>(), new List<(Guid, string)>(), new List<(Guid, string)>());
        for (var (before, late) = (int.MaxValue, true); ; late = false)
        {
            db.ChangeTracker.Clear();
            // A person mends a row at a time: those that were are few.
            var rows = await (late ? UndoPlan.Late(db, batch) : UndoPlan.Waiting(db, batch).Where(r => r.MendedAt == null && r.Number < before).Take(ChunkRows)).ToListAsync(ct);
            if (rows.Count == 0 && !late)
                return new UndoPreview(removed, restored, keptRows, [.. kept.OrderBy(k => k.Row)], gone, back);
            foreach (var undo in await plan.ForAsync(rows, ct))
            {
                removed += undo.Removes ? 1 : 0;
                if (undo.Removes && gone.Count < NamedGone)
                    gone.Add((undo.Student!.Id, undo.Student.FullName));
                if (undo is { Back: not null, Student: { } changed } && back.Count < NamedGone && !back.Contains((changed.Id, changed.FullName)))
                    back.Add((changed.Id, changed.FullName));
                restored += undo is { Row.Outcome: ImportOutcome.Changed, Student: not null, Kept: null } ? 1 : 0;
                keptRows += undo.Kept is null ? 0 : 1;
                if (undo is { Kept: { } why, Student: { } student } && kept.Count < Named)
                    kept.Add(new(undo.Row.Number, student.Id, student.FullName, why));
            }
            before = late ? before : rows[^1].Number;
        }
    }
}
