using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Finds the other row of a student who stands in the register twice: those who look alike, or anybody by name.</summary>
public sealed class MergeWithModel(RekrutteringDb db, AlikeStudents alike, CurrentStaff staff, TimeProvider clock) : PageModel
{
    private const int Most = 20;

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string? Search { get; private set; }
    public IReadOnlyList<Known> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? sok, CancellationToken ct)
    {
        if (await db.Students.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } student)
            return NotFound();
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        (Id, Name, Search) = (id, student.FullName, string.IsNullOrWhiteSpace(sok) ? null : sok.Trim());
        var today = OsloTime.DateOf(clock.UtcNow());
        Found = Search is null ? await Known.OfAsync(db, await alike.ReadAsync(id, ct), today, ct) : await SearchAsync(Search, today, ct);
        return Page();
    }

    private async Task<IReadOnlyList<Known>> SearchAsync(string words, DateOnly today, CancellationToken ct)
    {
        var everybody = StudentFilter.FromQuery($"?sok={Uri.EscapeDataString(words)}&status=alle");
        var ids = await everybody.Apply(db, today).Where(s => s.Id != Id).OrderBy(s => s.SearchName).ThenBy(s => s.Id).Select(s => s.Id).Take(Most).ToListAsync(ct);
        return await Known.OfAsync(db, ids, today, ct);
    }
}
