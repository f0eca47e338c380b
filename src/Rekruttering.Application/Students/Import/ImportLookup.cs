using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Fetches the students that some rows may be about: by address and by folded name, each on its index.</summary>
internal static class ImportLookup
{
    /// <summary>Tracked, so that the caller may change them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Student>> StudentsForAsync(this RekrutteringDb db, string kommuneNumber, IReadOnlyCollection<ParsedPerson> persons, CancellationToken ct)
    {
        var emails = persons.Select(p => p.EmailKey).OfType<string>().Distinct().ToList();
        var names = persons.Select(p => p.NameKey).Distinct().ToList();
        // The kommune is named beside the scope's own filter, which no index can serve.
        var ours = db.Students.Where(s => s.KommuneNumber == kommuneNumber);
        var found = await ours.Where(s => emails.Contains(s.EmailKey!)).ToListAsync(ct);
        found.AddRange(await ours.Where(s => names.Contains(s.NameKey)).ToListAsync(ct));
        return found.Distinct().ToDictionary(s => s.Id);
    }

    public static KnownPerson Known(this Student student) => new(student.Details, student.Id, student.Status == StudentStatus.Archived);
}
