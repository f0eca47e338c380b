using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>The kommune's campaigns, the newest first.</summary>
public sealed class IndexModel(RekrutteringDb db) : PageModel
{
    private const int PageSize = 30;

    public IReadOnlyList<CampaignRow> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public int Current { get; private set; }
    public int Pages => (Count + PageSize - 1) / PageSize;

    public async Task OnGetAsync(int side, CancellationToken ct)
    {
        Count = await db.Campaigns.CountAsync(ct);
        Current = Math.Clamp(side, 1, Math.Max(Pages, 1));
        Rows = await db.Campaigns.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Skip((Current - 1) * PageSize).Take(PageSize)
            .Select(c => new CampaignRow(c.Id, c.Name, c.Status, c.ScheduledAt, c.StartedAt, c.MissedItsTime, c.Status == CampaignStatus.Draft && c.ReleaseAskedAt != null,
                db.Messages.Count(m => m.CampaignId == c.Id && m.State != MessageState.LeftOut),
                db.Messages.Count(m => m.CampaignId == c.Id && m.State == MessageState.Sent),
                db.Messages.Count(m => m.CampaignId == c.Id && m.State == MessageState.Uncertain)))
            .ToListAsync(ct);
    }
}

/// <summary>One campaign in the list.</summary>
public sealed record CampaignRow(Guid Id, string Name, CampaignStatus Status, DateTime? ScheduledAt, DateTime? StartedAt, bool MissedItsTime, bool WaitsForRelease, int Planned, int Sent, int Uncertain);
