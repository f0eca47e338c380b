using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>A row, and everybody who may be meant by it.</summary>
/// <param name="Person">The row, understood; null when it cannot be read.</param>
/// <param name="Alike">The most alike first.</param>
/// <param name="NameOf">What a contact person is called.</param>
internal sealed record RowLikeness(ParsedPerson? Person, IReadOnlyList<PersonMatch.Met> Alike, Func<Guid, string?> NameOf)
{
    public static RowLikeness Of(RowReading reading, PersonIndex index) => new(reading.Person, reading.Person is { } person ? PersonMatch.Alike(person, index) : [], index.NameOf);

    /// <summary>Looks at the register of the moment, and in a dry run at the rows before it too.</summary>
    public static async Task<RowLikeness> ReadAsync(RekrutteringDb db, ErasedPersons erased, ImportBatch batch, ImportRow row, DateOnly today, CancellationToken ct)
    {
        if (batch.Status == ImportStatus.Checked)
            return await new RecheckRows(db, erased).LikenessAsync(batch, row, today, ct);
        var reader = await db.ReaderAsync(batch, today, ct);
        var reading = reader.Read(row.CellTexts());
        var students = reading.Person is { } person ? await db.StudentsForAsync(batch.KommuneNumber, [person], RowAnswers.None, QueryTrackingBehavior.NoTracking, ct) : new Dictionary<Guid, Domain.Students.Student>();
        var index = new PersonIndex { NameOf = reader.NameOf };
        index.NextChunk(await db.KnownAsync([.. students.Values], ct), RowAnswers.None);
        return Of(reading, index);
    }
}
