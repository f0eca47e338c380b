using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>A bulk change and how many students it changed.</summary>
public sealed record BulkChangeLine(BulkChange Change, int Students);

/// <summary>The newest bulk changes of the kommune.</summary>
public sealed class BulkChangesModel(RekrutteringDb db) : PageModel
{
    private const int Newest = 100;

    public IReadOnlyList<BulkChangeLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.BulkChanges.AsNoTracking().OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Newest)
            .Select(c => new BulkChangeLine(c, db.BulkChangeRows.Count(r => r.BulkChangeId == c.Id))).ToListAsync(ct);
}
