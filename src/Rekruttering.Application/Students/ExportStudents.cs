using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>The kinds of file that students leave in.</summary>
public enum SheetFormat { Csv, Xlsx }

/// <summary>A sheet: its headers, how many rows there are, and the rows one at a time. A cell is a text, a day or null.</summary>
public sealed record Sheet(IReadOnlyList<string> Columns, int Count, IAsyncEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>
/// Takes a choice of students out in a sheet, in the order of the list. The log of the kommune is written first: no file leaves that is not in it.
/// The recruiter's free notes stay here. Headers are those that the import knows: what it does not read back is what it must not decide (reservations, the archive, what was told and when) and what is computed.
/// </summary>
public sealed class ExportStudents(RekrutteringDb db, StudentList list, TimeProvider clock)
{
    private const int ChunkRows = 500;
    private static readonly TimelineKind[] Contact = [.. TimelineEntry.ContactKinds];

    private static readonly (string Header, Func<Line, object?> Cell)[] Columns =
    [
        ("Etternavn", l => l.Student.LastName),
        ("Fornavn", l => l.Student.FirstName),
        ("E-post", l => l.Student.Email),
        ("Telefon", l => StudentWords.Phone(l.Student.Phone)),
        ("Fødselsår", l => l.Student.BirthYear?.ToString(CultureInfo.InvariantCulture)),
        ("Hjemkommune", l => Kommuner.Find(l.Student.HomeKommune)?.Name),
        ("Kommunenummer", l => l.Student.HomeKommune),
        ("Studiested", l => StudentWords.Place(l.Student.StudyPlaceCode, l.Student.StudyPlaceText)),
        ("Studieland", l => Countries.Find(l.Student.CountryCode)?.Name),
        ("Studiestart", l => l.Student.StartTerm?.ToString()),
        ("Semestre forsinket", l => l.Student.DelayTerms == 0 ? null : l.Student.DelayTerms.ToString(CultureInfo.InvariantCulture)),
        ("Hvor i studiet", l => StudentWords.Stage(l.Today, l.Student)),
        ("Semester", l => StudentWords.Semester(l.Today, l.Student)),
        ("Studieløp", l => StudentWords.Of(l.Student.Progression)),
        ("Permisjon fra", l => l.Student.LeaveFrom?.ToString()),
        ("Forventet ferdig", l => StudentChanges.Graduation(l.Student.GraduationYear, l.Student.GraduationMonth)),
        ("Regnet ferdig", l => StudentWords.Graduation(l.Today, l.Student)),
        ("Kan arbeide som", l => StudentWords.Of(SummerWork.Of(l.Student.Details, l.Today))),
        ("Lisens fra", l => l.Student.LicenceFrom),
        ("Lisens til", l => l.Student.LicenceTo),
        ("Målform", l => StudentWords.Of(l.Student.WrittenForm)),
        ("Tilknytning", l => StudentWords.Of(l.Student.Ties)),
        ("Kontaktperson", l => l.ContactPerson),
        ("Siste kontakt", l => l.LastContact),
        ("Reservert mot", l => l.Student.Reservations.Count == 0 ? null : string.Join(", ", l.Student.Reservations.Select(r => StudentWords.Of(r.Scope)).Order(StringComparer.Ordinal))),
        ("Status", l => l.Student.Status == StudentStatus.Archived ? "arkivert" : "aktiv"),
        ("Arkivert", l => Day(l.Student.ArchivedAt)),
        ("E-posten virker ikke siden", l => Day(l.Student.AddressDeadAt)),
        ("Informert", l => Day(l.Student.InformedAt)),
        ("I registeret siden", l => Day(l.Student.CreatedAt)),
        ("Kilde", l => l.Student.Source),
        ("Behandlingsgrunnlag", l => l.Student.LegalBasis switch { LegalBasis.Consent => "samtykke", LegalBasis.Application => "henvendelse", _ => "allmenn interesse" }),
        ("Dato innhentet", l => l.Student.CollectedOn),
    ];

    private static DateOnly? Day(DateTime? at) => at is { } instant ? OsloTime.DateOf(instant) : null;

    private sealed record Line(Student Student, DateOnly Today, string? ContactPerson, DateOnly? LastContact);

    /// <summary>Notes the export and gives the sheet; its rows are read while they are written.</summary>
    /// <param name="filter">Which students.</param>
    /// <param name="order">As the list shows them.</param>
    /// <param name="format">For the log.</param>
    /// <param name="byUserId">Who takes them; null from the command line.</param>
    /// <param name="shown">The columns of the list, for exactly what it shows; null for all that the register knows.</param>
    /// <param name="ct">Stops before anything is noted.</param>
    public async Task<Sheet> ExecuteAsync(StudentFilter filter, StudentOrder order, SheetFormat format, Guid? byUserId, IReadOnlyList<ListColumn>? shown = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var now = clock.UtcNow();
        var ids = await list.IdsAsync(filter, order, ct);
        db.Exports.Add(new ExportRecord(db.ScopeNumber!, byUserId, filter.Describe(await db.StudyPlacesAsync(ct)), ids.Count, format == SheetFormat.Csv ? "CSV" : "Excel", now));
        await db.SaveChangesAsync(ct);
        var columns = shown is null ? Columns : [.. shown.SelectMany(c => c.Sheet).Prepend("Fornavn").Prepend("Etternavn").Distinct().Select(header => Columns.Single(c => c.Header == header))];
        return new Sheet([.. columns.Select(c => c.Header)], ids.Count, RowsAsync(ids, columns, OsloTime.DateOf(now), ct));
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(List<Guid> ids, (string Header, Func<Line, object?> Cell)[] columns, DateOnly today, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var chunk in ids.Chunk(ChunkRows))
        {
            var students = await db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => chunk.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
            var contact = await db.Timeline.Where(e => chunk.Contains(e.StudentId) && Contact.Contains(e.Kind))
                .GroupBy(e => e.StudentId).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
            var colleagues = await RegisterChecks.ColleaguesAsync(db, students.Values.Select(s => s.ContactPersonId), ct);
            foreach (var student in chunk.Where(students.ContainsKey).Select(id => students[id]))
            {
                var line = new Line(student, today, student.ContactPersonId is { } person ? colleagues.GetValueOrDefault(person) : student.ContactName, contact.TryGetValue(student.Id, out var at) ? OsloTime.DateOf(at) : null);
                yield return [.. columns.Select(c => c.Cell(line))];
            }
        }
    }
}
