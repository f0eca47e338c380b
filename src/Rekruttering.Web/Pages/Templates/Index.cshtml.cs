using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>The kommune's templates.</summary>
public sealed class IndexModel(RekrutteringDb db) : PageModel
{
    public IReadOnlyList<TemplateRow> Rows { get; private set; } = [];

    /// <summary>Whether the archived ones are shown.</summary>
    public bool Archived { get; private set; }

    public int ArchivedCount { get; private set; }

    public IEnumerable<TemplateStarter> Starters => TemplateStarters.All;

    public async Task OnGetAsync(bool arkiverte, CancellationToken ct)
    {
        Archived = arkiverte;
        ArchivedCount = await db.Templates.CountAsync(t => t.ArchivedAt != null, ct);
        Rows = await db.Templates.Where(t => t.ArchivedAt != null == arkiverte).OrderBy(t => t.Name)
            .Select(t => new TemplateRow(
                t.Id, t.Name, t.Topic, t.ChangedAt,
                t.Versions.OrderByDescending(v => v.Number).Select(v => v.SubjectNb).First(),
                t.Versions.OrderByDescending(v => v.Number).Select(v => v.SubjectNn != null).First()))
            .ToListAsync(ct);
    }
}

/// <summary>One template in the list.</summary>
public sealed record TemplateRow(Guid Id, string Name, ReservationScope Topic, DateTime ChangedAt, string Subject, bool HasNynorsk);
