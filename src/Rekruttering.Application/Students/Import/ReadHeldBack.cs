using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Somebody whom a held-back row may be.</summary>
/// <param name="Version">Of the student, so that what is answered is what was seen; null for a row of the same file.</param>
/// <param name="Why">What the two have in common, and what not.</param>
/// <param name="Sides">What the row says, and what tells two persons apart: as it stands, and as the row has it.</param>
/// <param name="Changes">What saying that it is the same person changes; nothing for an archived student.</param>
public sealed record AlikePerson(PersonInReach Who, string Name, int? Version, bool IsArchived, string Why, IReadOnlyList<FieldChange> Sides, IReadOnlyList<FieldChange> Changes);

/// <summary>A row that an import holds back, beside everybody whom it may be.</summary>
/// <param name="Name">As the row has it.</param>
/// <param name="Left">How many rows of the import wait for an answer, this one too.</param>
/// <param name="Said">What was answered in the dry run.</param>
public sealed record HeldBackRow(ImportBatch Batch, ImportRow Row, string Name, IReadOnlyList<AlikePerson> Alike, int Left, RowAnswer? Said);

/// <summary>Lays a row that an import holds back beside everybody whom it may be.</summary>
public sealed class ReadHeldBack(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    // How the row came about, which a list never changes, and what a list that is silent leaves at its usual value: shown only where it would change.
    private static readonly string[] NotCompared = ["Kilde", "Behandlingsgrunnlag", "Hentet inn", "Studieløp", "Språk i e-post"];

    // What tells two persons apart is shown also where the list is silent.
    private static readonly string[] TellsApart = ["E-post", "Telefon", "Fødselsår", "Studiested"];

    /// <summary>Null when there is no such row.</summary>
    public async Task<HeldBackRow?> ReadAsync(Guid rowId, CancellationToken ct = default)
    {
        if (await db.ImportRows.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rowId, ct) is not { } row)
            return null;
        var batch = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == row.BatchId, ct);
        var left = await db.ImportRows.CountAsync(r => r.BatchId == batch.Id && r.Outcome == ImportOutcome.PossibleDuplicate, ct);
        if (!batch.MayDecide(row))
            return new(batch, row, "", [], left, row.Said());
        var likeness = await RowLikeness.ReadAsync(db, erased, batch, row, OsloTime.DateOf(clock.UtcNow()), ct);
        if (likeness.Person is not { } person)
            return new(batch, row, "", [], left, row.Said());
        var ids = likeness.Alike.Select(met => met.Person.StudentId).OfType<Guid>().ToList();
        var versions = await db.Students.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Version }).ToDictionaryAsync(s => s.Id, s => s.Version, ct);
        return new(batch, row, $"{person.FirstName} {person.LastName}", [.. likeness.Alike.Select(met => Beside(person, met, versions, likeness.NameOf))], left, row.Said());
    }

    private static AlikePerson Beside(ParsedPerson person, PersonMatch.Met met, Dictionary<Guid, int> versions, Func<Guid, string?> nameOf)
    {
        var known = met.Person;
        var changes = known.IsArchived ? [] : StudentChanges.Between(known.Details, known.With(person), nameOf);
        var sides = StudentChanges.Sides(known.Details, person.AsNew(), nameOf)
            .Where(side => changes.Any(change => change.Field == side.Field) || TellsApart.Contains(side.Field) || (side.New is not null && !NotCompared.Contains(side.Field))).ToList();
        return new(known.Reach, $"{known.Details.FirstName} {known.Details.LastName}", known.StudentId is { } id ? versions[id] : null, known.IsArchived,
            string.Join(", ", met.Likeness.Reasons()), sides, changes);
    }
}
