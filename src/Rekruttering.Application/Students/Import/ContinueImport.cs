using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Carries an import out from where it is. Each chunk of rows is one save: students, their timelines and the rows' outcomes together, so that a kill
/// loses at most a chunk that was not written, and a row that is settled is never touched again. Every row is decided anew against the register
/// of the moment. Two that run at once are told apart by the version of the batch: the slower one's chunk is undone and read again.
/// </summary>
public sealed class ContinueImport(RekrutteringDb db, ErasedAddresses erased, TimeProvider clock)
{
    private const int ChunkRows = 100;

    /// <summary>Carries out at most so many rows; the rest waits for the next run.</summary>
    /// <returns>True when the import is done.</returns>
    public async Task<bool> ExecuteAsync(Guid batchId, int atMost = int.MaxValue, CancellationToken ct = default)
    {
        for (var left = atMost; ;)
        {
            db.ChangeTracker.Clear();
            if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { Status: ImportStatus.Applying } batch)
                return true;
            if (left <= 0)
                return false;
            try
            {
                left -= await CarryOutAsync(batch, Math.Min(left, ChunkRows), ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another run took these rows, or somebody saved one of these students: seen anew.
            }
        }
    }

    private async Task<int> CarryOutAsync(ImportBatch batch, int count, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var rows = await db.ImportRows.Where(r => r.BatchId == batch.Id && r.AppliedAt == null).OrderBy(r => r.Number).Take(count).ToListAsync(ct);
        if (rows.Count == 0)
            _ = batch.EndApply(now);
        else
            await SettleAsync(batch, rows, now, ct);
        db.Entry(batch).State = EntityState.Modified;
        await db.SaveChangesAsync(ct);
        if (rows.Count == 0)
            await db.TendAsync(ct);
        return rows.Count;
    }

    private async Task SettleAsync(ImportBatch batch, List<ImportRow> rows, DateTime now, CancellationToken ct)
    {
        var reader = new RowReader(batch.ColumnNames(), batch.Fields(), batch.Answers(), OsloTime.DateOf(now));
        var readings = rows.ConvertAll(row => reader.Read(row.CellTexts()));
        var students = new Dictionary<Guid, Student>(await db.StudentsForAsync(batch.KommuneNumber, [.. readings.Select(r => r.Person).OfType<ParsedPerson>()], ct));
        var index = new PersonIndex();
        index.NextChunk(await db.KnownAsync([.. students.Values], ct));
        index.Erased = await erased.ReadAsync(batch.KommuneNumber, readings.Select(r => r.Person?.Email), ct);
        var brought = new Dictionary<KnownPerson, Student>();
        for (var i = 0; i < rows.Count; i++)
        {
            var outcome = RowOutcome.Of(rows[i].Number, readings[i], index, batch.TakePossibleDuplicates);
            outcome.WriteOn(rows[i]);
            rows[i].AppliedAt = now;
            if (outcome.Known is { } known)
                CarryOut(batch, rows[i], outcome, known, students, brought, now);
        }
    }

    private void CarryOut(ImportBatch batch, ImportRow row, RowOutcome outcome, KnownPerson known, Dictionary<Guid, Student> students, Dictionary<KnownPerson, Student> brought, DateTime now)
    {
        if (outcome.Outcome == ImportOutcome.New)
        {
            var created = Student.Create(batch.KommuneNumber, outcome.After!, now);
            brought.Add(known, created);
            db.Students.Add(created);
            Tell(created, $"Hentet inn fra {batch.FileName}", $"Kilde: {created.Source}");
            row.StudentId = created.Id;
            return;
        }
        var student = known.StudentId is { } id ? students[id] : brought.GetValueOrDefault(known);
        row.StudentId = student?.Id;
        if (outcome.Outcome != ImportOutcome.Changed || student is null)
            return;
        row.Before = ImportJson.Write(student.Details);
        student.Update(outcome.After!, now);
        row.After = ImportJson.Write(student.Details);
        Tell(student, $"{StudentChanges.Summary(outcome.Changes)} ved import", $"{StudentChanges.Text(outcome.Changes)}\nFil: {batch.FileName}");

        void Tell(Student about, string summary, string text) =>
            db.Timeline.Add(new TimelineEntry(batch.KommuneNumber, about.Id, TimelineKind.Imported, now, summary, text, batch.CreatedById, batch.Id));
    }
}
