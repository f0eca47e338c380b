using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
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
    private const int ChunkRows = 500;

    /// <summary>Carries out at most so many rows; the rest waits for the next run.</summary>
    /// <returns>True when the import is done.</returns>
    public async Task<bool> ExecuteAsync(Guid batchId, int atMost = int.MaxValue, CancellationToken ct = default)
    {
        var (left, last) = (atMost, 0);
        while (true)
        {
            db.ChangeTracker.Clear();
            if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { Status: ImportStatus.Applying } batch)
                return true;
            if (left <= 0)
                return false;
            try
            {
                var rows = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => CarryOutAsync(batch, last, Math.Min(left, ChunkRows), ct));
                (left, last) = (left - rows.Count, rows.Count > 0 ? rows[^1].Number : 0);
            }
            catch (Exception race) when (race.IsLostRace())
            {
                // Another run took these rows, or somebody saved one of these students: seen anew.
                last = 0;
            }
        }
    }

    private async Task<List<ImportRow>> CarryOutAsync(ImportBatch batch, int after, int count, CancellationToken ct)
    {
        var now = clock.UtcNow();
        // Settled rows are stepped over by number: to look for the first that is not would read them all for every chunk.
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id && r.Number > after && r.AppliedAt == null).OrderBy(r => r.Number).Take(count).ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (rows.Count > 0)
            await SettleAsync(batch, rows, now, ct);
        else if (after == 0)
            _ = batch.EndApply(now);
        db.Entry(batch).State = EntityState.Modified;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (batch.Status == ImportStatus.Applied)
            await db.TendAsync(ct);
        return rows;
    }

    private async Task SettleAsync(ImportBatch batch, List<ImportRow> rows, DateTime now, CancellationToken ct)
    {
        var reader = new RowReader(batch.ColumnNames(), batch.Fields(), batch.Answers(), OsloTime.DateOf(now), await db.StudyPlacesAsync(ct));
        var readings = rows.ConvertAll(row => reader.Read(row.CellTexts()));
        var students = await db.StudentsForAsync(batch.KommuneNumber, [.. readings.Select(r => r.Person).OfType<ParsedPerson>()], QueryTrackingBehavior.TrackAll, ct);
        var index = new PersonIndex();
        index.NextChunk(await db.KnownAsync([.. students.Values], ct));
        index.Erased = await erased.ReadAsync(batch.KommuneNumber, readings.Select(r => r.Person?.Email), ct);
        var chunk = new Chunk(batch, students, now);
        for (var i = 0; i < rows.Count; i++)
        {
            var outcome = RowOutcome.Of(rows[i].Number, readings[i], index, batch.TakePossibleDuplicates);
            outcome.WriteOn(rows[i]);
            rows[i].AppliedAt = now;
            if (outcome.Known is { } known)
                chunk.CarryOut(rows[i], outcome, known);
        }
        await WriteAsync(chunk, rows);
    }

    private async Task WriteAsync(Chunk chunk, List<ImportRow> rows)
    {
        await using var students = new BulkInsert<Student>(db);
        chunk.Brought.ForEach(students.Insert);
        await using var timeline = new BulkInsert<TimelineEntry>(db);
        chunk.Told.ForEach(timeline.Insert);
        await using var settled = new BulkUpdate<ImportRow>(db, [.. RowOutcome.Columns, nameof(ImportRow.Before), nameof(ImportRow.After), nameof(ImportRow.AppliedAt)]);
        rows.ForEach(settled.Update);
    }

    /// <summary>What some rows make of the register.</summary>
    /// <param name="Students">Whom they may be about, tracked.</param>
    private sealed record Chunk(ImportBatch Batch, IReadOnlyDictionary<Guid, Student> Students, DateTime Now)
    {
        private readonly Dictionary<KnownPerson, Student> _brought = [];

        /// <summary>The students that the rows brought, as they are after the last row.</summary>
        public List<Student> Brought { get; } = [];

        public List<TimelineEntry> Told { get; } = [];

        public void CarryOut(ImportRow row, RowOutcome outcome, KnownPerson known)
        {
            if (outcome.Outcome == ImportOutcome.New)
            {
                var created = Student.Create(Batch.KommuneNumber, outcome.After!, Now);
                _brought.Add(known, created);
                Brought.Add(created);
                Tell(created, $"Hentet inn fra {Batch.FileName}", $"Kilde: {created.Source}");
                row.StudentId = created.Id;
                return;
            }
            var student = known.StudentId is { } id ? Students[id] : _brought.GetValueOrDefault(known);
            row.StudentId = student?.Id;
            if (outcome.Outcome != ImportOutcome.Changed || student is null)
                return;
            row.Before = ImportJson.Write(student.Details);
            student.Update(outcome.After!, Now);
            row.After = ImportJson.Write(student.Details);
            Tell(student, $"{StudentChanges.Summary(outcome.Changes)} ved import", $"{StudentChanges.Text(outcome.Changes)}\nFil: {Batch.FileName}");
        }

        private void Tell(Student about, string summary, string text) =>
            Told.Add(new TimelineEntry(Batch.KommuneNumber, about.Id, TimelineKind.Imported, Now, summary, text, Batch.CreatedById, Batch.Id));
    }
}
