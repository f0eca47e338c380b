using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Fetches the students that some rows may be about: by address and by folded name, also those of before a merge, each on its index.</summary>
internal static class ImportLookup
{
    /// <param name="said">Whose students are fetched too, whatever they are called by now.</param>
    /// <param name="tracking">Tracked where the caller may change them.</param>
    public static async Task<IReadOnlyDictionary<Guid, Student>> StudentsForAsync(this RekrutteringDb db, string kommuneNumber, IReadOnlyCollection<ParsedPerson> persons, RowAnswers said, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        var emails = persons.Select(p => p.EmailKey).OfType<string>().Distinct().ToList();
        var names = persons.Select(p => p.NameKey).Distinct().ToList();
        // The kommune is named beside the scope's own filter, which no index can serve.
        var ours = db.Students.AsTracking(tracking).Where(s => s.KommuneNumber == kommuneNumber);
        // As one parameter each: thousands of them would be another statement for every count.
        var found = await ours.Where(s => EF.Parameter(emails).Contains(s.EmailKey!)).ToListAsync(ct);
        found.AddRange(await ours.Where(s => EF.Parameter(names).Contains(s.NameKey)).ToListAsync(ct));
        List<Guid> others = [.. said.Students];
        var were = db.StudentAliases.Where(a => a.KommuneNumber == kommuneNumber);
        if (await were.AnyAsync(ct))
            others.AddRange(await were.Where(a => EF.Parameter(emails).Contains(a.EmailKey!) || EF.Parameter(names).Contains(a.NameKey)).Select(a => a.StudentId).Distinct().ToListAsync(ct));
        if (others.Count > 0)
            found.AddRange(await ours.Where(s => EF.Parameter(others).Contains(s.Id)).ToListAsync(ct));
        return found.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
    }

    /// <summary>The same students as whom a row may be about: with what they were called before a merge, and who was said to be somebody else.</summary>
    public static async Task<IReadOnlyList<KnownPerson>> KnownAsync(this RekrutteringDb db, IReadOnlyCollection<Student> students, CancellationToken ct)
    {
        if (students.Count == 0)
            return [];
        var ids = students.Select(s => s.Id).ToList();
        var aliases = (await db.StudentAliases.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.StudentId)).ToListAsync(ct)).ToLookup(a => a.StudentId, a => a.Was());
        var apart = (await db.TwoPersons.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.FirstId) || EF.Parameter(ids).Contains(p.SecondId)).Select(p => new { p.FirstId, p.SecondId }).ToListAsync(ct))
            .SelectMany(p => new[] { (One: p.FirstId, Other: p.SecondId), (One: p.SecondId, Other: p.FirstId) }).ToLookup(p => p.One, p => p.Other);
        return [.. students.Select(s => new KnownPerson(s.Details, s.Id, s.Status == StudentStatus.Archived, aliases: [.. aliases[s.Id]], apart: apart[s.Id].ToHashSet()))];
    }

    /// <summary>What a person is looked up by; see <see cref="KnownPerson.Keys"/>.</summary>
    public static IReadOnlyList<string> Keys(this ParsedPerson person) => person.EmailKey is { } email ? ["@" + email, person.NameKey] : [person.NameKey];

    /// <summary>The details as they stood before the merge.</summary>
    public static StudentDetails Was(this StudentAlias alias) => JsonSerializer.Deserialize<StudentDetails>(alias.Details, RowSnapshot.Json)!;
}
