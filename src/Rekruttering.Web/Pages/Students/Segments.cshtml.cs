using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>A segment and how many are in it today.</summary>
public sealed record SegmentRow(Segment Segment, int Count);

/// <summary>The segments of the kommune: to use, rename and delete.</summary>
public sealed class SegmentsModel(RekrutteringDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SegmentInput Input { get; set; } = new();

    public IReadOnlyList<SegmentRow> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostRenameAsync(Guid segment, [FromServices] RenameSegment rename, CancellationToken ct) =>
        await DoneAsync(await rename.ExecuteAsync(segment, Input.Name, ct), "Utvalget har fått nytt navn.", ct);

    public async Task<IActionResult> OnPostDeleteAsync(Guid segment, [FromServices] DeleteSegment delete, CancellationToken ct) =>
        await DoneAsync(await delete.ExecuteAsync(segment, ct), "Utvalget er slettet.", ct);

    private async Task<IActionResult> DoneAsync(Result result, string said, CancellationToken ct)
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return Redirect("/studenter/utvalg");
        }
        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return this.Refused(result.Refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var today = OsloTime.DateOf(clock.UtcNow());
        var rows = new List<SegmentRow>();
        foreach (var segment in await db.Segments.AsNoTracking().OrderBy(s => s.NameKey).ToListAsync(ct))
            rows.Add(new(segment, await StudentFilter.FromQuery(segment.Query).Apply(db, today).CountAsync(ct)));
        Rows = rows;
    }
}
