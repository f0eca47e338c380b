using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Campaigns;

/// <summary>Which text a campaign has, asked in one place.</summary>
public static class CampaignTexts
{
    /// <summary>The one that was fixed with the time; of a draft the newest of its template. Always one row.</summary>
    public static IQueryable<TemplateVersion> TextOf(this RekrutteringDb db, Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(db);
        return campaign is { Status: not CampaignStatus.Draft, TemplateVersionId: { } id }
            ? db.TemplateVersions.AsNoTracking().Where(v => v.Id == id)
            : db.TemplateVersions.AsNoTracking().Where(v => v.TemplateId == campaign.TemplateId).OrderByDescending(v => v.Number).Take(1);
    }
}
