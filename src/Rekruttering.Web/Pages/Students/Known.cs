using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Somebody who stands in the register already: one who may be the same, or the one who has the address.</summary>
/// <param name="Why">What the two have in common.</param>
public sealed record Known(Guid Id, string Name, string About, string? Why = null)
{
    /// <summary>With what tells two of the same name apart.</summary>
    public static async Task<IReadOnlyList<Known>> OfAsync(RekrutteringDb db, IReadOnlyList<Guid> ids, DateOnly today, CancellationToken ct) =>
        [.. (await db.Students.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.CreatedAt).ToListAsync(ct)).Select(s => new Known(s.Id, s.FullName, Of(s, today)))];

    /// <summary>The most alike first, with why.</summary>
    public static async Task<IReadOnlyList<Known>> OfAsync(RekrutteringDb db, IReadOnlyList<AlikeStudent> alike, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(alike);
        var known = (await OfAsync(db, [.. alike.Select(one => one.Id)], today, ct)).ToDictionary(one => one.Id);
        return [.. alike.Where(one => known.ContainsKey(one.Id)).Select(one => known[one.Id] with { Why = string.Join(", ", one.Likeness.Reasons()) })];
    }

    /// <summary>"arkivert, 5. år, Uniwersytet Medyczny w Łodzi, født 2001".</summary>
    public static string Of(Student s, DateOnly today) => string.Join(", ", new[]
    {
        s.Status == StudentStatus.Archived ? "arkivert" : null,
        StudentWords.Stage(today, s),
        StudentWords.Place(s.StudyPlaceCode, s.StudyPlaceText),
        s.BirthYear is { } year ? $"født {year}" : null,
    }.OfType<string>());
}
