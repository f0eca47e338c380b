using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>Somebody in the register who may be the same person, and what the two have in common.</summary>
public sealed record AlikeStudent(Guid Id, Likeness Likeness);

/// <summary>
/// Finds who in the register somebody may be: the broad net, for warnings. Looked for by address, telephone, folded name and near namesakes of
/// the same year, each on its index, and under the names of before a merge.
/// </summary>
public sealed class AlikeStudents(RekrutteringDb db)
{
    /// <summary>So many are shown; more help nobody.</summary>
    public const int Most = 5;

    /// <summary>A folded name shared by more than this many says nothing by itself.</summary>
    private const int Reach = 200;

    /// <summary>While somebody types: what cannot be read yet is left out of account.</summary>
    public Task<IReadOnlyList<AlikeStudent>> ReadAsync(StudentForm form, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ReadAsync(new PersonTraits(
            form.FirstName ?? "", form.LastName ?? "",
            EmailAddress.TryParse(form.Email, out var email) ? email.Key : null,
            PhoneNumber.TryParse(form.Phone, out var phone) ? phone.Value : null,
            form.BirthYear, form.StudyPlaceCode), except: null, ct);
    }

    /// <summary>Those who may be the same as a student of the register; without those who were said to be somebody else.</summary>
    public async Task<IReadOnlyList<AlikeStudent>> ReadAsync(Guid studentId, CancellationToken ct = default) =>
        await db.Students.AsNoTracking().SingleOrDefaultAsync(s => s.Id == studentId, ct) is { } student ? await ReadAsync(PersonTraits.Of(student), student.Id, ct) : [];

    /// <summary>The most alike first.</summary>
    /// <param name="except">The one who is asked about, and whose marks count.</param>
    internal async Task<IReadOnlyList<AlikeStudent>> ReadAsync(PersonTraits person, Guid? except, CancellationToken ct)
    {
        var ours = db.Students.AsNoTracking().Where(s => s.KommuneNumber == db.ScopeNumber && s.Id != except);
        var found = new Dictionary<Guid, Student>();
        if (person.EmailKey is { } email)
            await Add(ours.Where(s => s.EmailKey == email));
        if (person.Phone is { } phone)
            await Add(ours.Where(s => s.Phone == phone));
        if (person.NameKey.Length > 0)
            await Add(ours.Where(s => s.NameKey == person.NameKey));
        if (person is { BirthYear: { } year, FamilyKey.Length: > 0 })
            await Add(ours.Where(s => s.FamilyKey == person.FamilyKey && s.BirthYear == year));
        var aliases = await db.StudentAliases.AsNoTracking().Where(a => a.StudentId != except && ((person.EmailKey != null && a.EmailKey == person.EmailKey) || a.NameKey == person.NameKey)).ToListAsync(ct);
        var apart = except is { } id ? await db.TwoPersons.Where(p => p.FirstId == id || p.SecondId == id).Select(p => p.FirstId == id ? p.SecondId : p.FirstId).ToListAsync(ct) : [];
        return [.. found.Values.Select(s => (s.Id, Likeness: DuplicateRules.Compare(person, PersonTraits.Of(s))))
            .Concat(aliases.Select(a => (Id: a.StudentId, Likeness: DuplicateRules.Compare(person, PersonTraits.Of(a.Was())))))
            .Where(one => one.Likeness.Verdict != Sameness.Different && !apart.Contains(one.Id))
            .GroupBy(one => one.Id).Select(g => new AlikeStudent(g.Key, g.MaxBy(one => one.Likeness.Points).Likeness))
            .OrderByDescending(one => one.Likeness.Points).ThenBy(one => one.Id).Take(Most)];

        async Task Add(IQueryable<Student> some)
        {
            foreach (var student in await some.OrderBy(s => s.Id).Take(Reach).ToListAsync(ct))
                found.TryAdd(student.Id, student);
        }
    }
}
