using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Web.Pages.Settings;

/// <summary>The log of what left the register in files.</summary>
public sealed class ExportsModel(RekrutteringDb db) : PageModel
{
    private const int OnAPage = 50;

    public IReadOnlyList<(ExportRecord Line, string Who)> Lines { get; private set; } = [];
    public int Side { get; private set; }
    public int Pages { get; private set; }

    public async Task OnGetAsync(int side, CancellationToken ct)
    {
        Pages = Math.Max(1, (await db.Exports.CountAsync(ct) + OnAPage - 1) / OnAPage);
        Side = Math.Clamp(side, 1, Pages);
        var lines = await db.Exports.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Side - 1) * OnAPage).Take(OnAPage).ToListAsync(ct);
        var who = lines.Select(l => l.ByUserId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => who.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName == "" ? u.Email : u.DisplayName, ct);
        Lines = [.. lines.Select(l => (l, l.ByUserId is { } id ? names.GetValueOrDefault(id) ?? "en tidligere kollega" : "den som drifter løsningen"))];
    }
}
