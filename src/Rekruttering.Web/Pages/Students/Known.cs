using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Somebody who stands in the register already: a namesake, or the one who has the address.</summary>
public sealed record Known(Guid Id, string Name, string About)
{
    /// <summary>With what tells two of the same name apart.</summary>
    public static async Task<IReadOnlyList<Known>> OfAsync(RekrutteringDb db, IReadOnlyList<Guid> ids, DateOnly today, CancellationToken ct) =>
        [.. (await db.Students.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.CreatedAt).ToListAsync(ct)).Select(s => new Known(s.Id, s.FullName, Of(s, today)))];

    private static string Of(Student s, DateOnly today) => string.Join(", ", new[]
    {
        s.Status == StudentStatus.Archived ? "arkivert" : null,
        StudentWords.Stage(today, s),
        StudentWords.Place(s.StudyPlaceCode, s.StudyPlaceText),
        s.BirthYear is { } year ? $"født {year}" : null,
    }.OfType<string>());
}
