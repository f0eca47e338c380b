using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Carries some rows of an import out: decides each anew against the register of the moment, and writes students, timeline and outcomes together. To be called
/// within a transaction, and saved by the caller.
/// </summary>
internal sealed class SettleRows(RekrutteringDb db, ErasedPersons erased)
{
    public async Task ExecuteAsync(ImportBatch batch, IReadOnlyList<ImportRow> rows, DateTime now, CancellationToken ct)
    {
        var reader = await db.ReaderAsync(batch, OsloTime.DateOf(now), ct);
        var readings = rows.Select(row => reader.Read(row.CellTexts())).ToList();
        var said = await RowAnswers.ReadAsync(db, batch.Id, rows, reader, ct);
        var students = await db.StudentsForAsync(batch.KommuneNumber, [.. readings.Select(r => r.Person).OfType<ParsedPerson>()], said, QueryTrackingBehavior.TrackAll, ct);
        var index = new PersonIndex { NameOf = reader.NameOf };
        index.NextChunk(await db.KnownAsync([.. students.Values], ct), said);
        index.Erased = await erased.ReadAsync(batch.KommuneNumber, readings.Select(r => r.Person), ct);
        var chunk = new Chunk(batch, students, now);
        for (var i = 0; i < rows.Count; i++)
        {
            var outcome = RowOutcome.Of(rows[i].Number, readings[i], index, batch.TakePossibleDuplicates);
            outcome.WriteOn(rows[i]);
            rows[i].AppliedAt = now;
            if (outcome.Known is { } known)
                chunk.CarryOut(rows[i], outcome, known, index);
        }
        await WriteAsync(chunk, rows);
    }

    private async Task WriteAsync(Chunk chunk, IReadOnlyList<ImportRow> rows)
    {
        await using var students = new BulkInsert<Student>(db);
        chunk.Brought.ForEach(students.Insert);
        db.TwoPersons.AddRange(chunk.Apart);
        await using var timeline = new BulkInsert<TimelineEntry>(db);
        chunk.Told.ForEach(timeline.Insert);
        await using var settled = new BulkUpdate<ImportRow>(db, [.. RowOutcome.Columns, nameof(ImportRow.Before), nameof(ImportRow.After), nameof(ImportRow.AppliedAt)]);
        foreach (var row in rows)
            settled.Update(row);
    }

    /// <summary>What some rows make of the register.</summary>
    /// <param name="Students">Whom they may be about, tracked.</param>
    private sealed record Chunk(ImportBatch Batch, IReadOnlyDictionary<Guid, Student> Students, DateTime Now)
    {
        private readonly Dictionary<KnownPerson, Student> _brought = [];

        /// <summary>The students that the rows brought, as they are after the last row.</summary>
        public List<Student> Brought { get; } = [];

        public List<TimelineEntry> Told { get; } = [];

        /// <summary>Whoever a person said is not the one that a row looks like: no scan asks about the two again.</summary>
        public List<TwoPersons> Apart { get; } = [];

        public void CarryOut(ImportRow row, RowOutcome outcome, KnownPerson known, PersonIndex index)
        {
            var said = index.SaidOf(row.Number);
            if (outcome.Outcome == ImportOutcome.New)
            {
                var created = Student.Create(Batch.KommuneNumber, outcome.After!, Now);
                _brought.Add(known, created);
                Brought.Add(created);
                Tell(created, $"Hentet inn fra {Batch.FileName}", $"Kilde: {created.Source}", said?.ById);
                row.StudentId = created.Id;
                foreach (var other in said?.Apart.Select(index.Find).OfType<KnownPerson>().Select(IdOf).OfType<Guid>() ?? [])
                    Apart.Add(new TwoPersons(Batch.KommuneNumber, created.Id, other, said!.ById, Now));
                return;
            }
            var student = known.StudentId is { } id ? Students[id] : _brought.GetValueOrDefault(known);
            row.StudentId = student?.Id;
            if (outcome.Outcome != ImportOutcome.Changed || student is null)
                return;
            row.Before = ImportJson.Write(student.Details);
            student.Update(outcome.After!, Now);
            row.After = ImportJson.Write(student.Details);
            Tell(student, $"{StudentChanges.Summary(outcome.Changes)} ved import", $"{StudentChanges.Text(outcome.Changes)}\nFil: {Batch.FileName}", said?.ById);
        }

        private Guid? IdOf(KnownPerson known) => known.StudentId ?? _brought.GetValueOrDefault(known)?.Id;

        private void Tell(Student about, string summary, string text, Guid? decidedBy) =>
            Told.Add(new TimelineEntry(Batch.KommuneNumber, about.Id, TimelineKind.Imported, Now, summary, text, decidedBy ?? Batch.CreatedById, Batch.Id));
    }
}
