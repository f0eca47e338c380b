using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Application.Students;

/// <summary>
/// Brings the stored last term right where an earlier version of the program went by the start although a month of graduation was entered. Done at every
/// start; when all is right it only looks.
/// </summary>
public sealed class RecountStudies(RekrutteringDb db)
{
    private const int AtATime = 500;

    /// <summary>How many were counted anew. Of all kommuner.</summary>
    public async Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        // The term that the month lies in, as StudyMonth.LastTerm has it: one that ends in January is the autumn before.
        var wrong = db.Students.Where(s => s.GraduationYear != null && s.GraduationMonth != null
            && ((int?)(object?)s.LastTerm ?? 0) != (s.GraduationMonth == 1 ? (2 * s.GraduationYear) - 1 : s.GraduationMonth <= 7 ? 2 * s.GraduationYear : (2 * s.GraduationYear) + 1));
        var counted = 0;
        while (await wrong.OrderBy(s => s.Id).Take(AtATime).ToListAsync(ct) is { Count: > 0 } some)
        {
            some.ForEach(s => s.Recount());
            // Another process may be at it too.
            if (!db.ChangeTracker.HasChanges() || !(await db.SaveOrRefuseAsync(ct)).IsOk)
                break;
            counted += some.Count;
            db.ChangeTracker.Clear();
        }
        return counted;
    }
}
