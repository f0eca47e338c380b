using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Students;

/// <summary>A choice of students that somebody has kept: a segment, or a mailing that has not begun.</summary>
/// <param name="CampaignId">Null for a segment.</param>
public sealed record KeptChoice(Guid? CampaignId, string Name);

/// <summary>Finds the kept choices that ask for something which is about to go: they find nobody afterwards.</summary>
public sealed class KeptChoices(RekrutteringDb db)
{
    /// <summary>The segments first, each by name.</summary>
    /// <param name="value">As it stands in the address: the code of a study place, the id of a colleague.</param>
    public async Task<IReadOnlyList<KeptChoice>> ReadAsync(string value, CancellationToken ct = default)
    {
        var segments = await db.Segments.Where(s => s.Query.Contains(value)).OrderBy(s => s.NameKey).Select(s => new KeptChoice(null, s.Name)).ToListAsync(ct);
        var campaigns = await db.Campaigns.Where(c => (c.Status == CampaignStatus.Draft || c.Status == CampaignStatus.Scheduled) && c.Audience.Contains(value))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new KeptChoice(c.Id, c.Name)).ToListAsync(ct);
        return [.. segments, .. campaigns];
    }
}
