using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// Releases a draft: fixes its text to the newest version of the template and sets the time. "Now" means after a short while in which it
/// can be taken back (<c>Campaigns:GraceSeconds</c>, 30 when not set).
/// </summary>
public sealed class ScheduleCampaign(RekrutteringDb db, CheckCampaign check, IConfiguration configuration, TimeProvider clock)
{
    /// <param name="id">The draft.</param>
    /// <param name="version">The row's version that the recruiter has seen.</param>
    /// <param name="at">When, UTC; null for now.</param>
    /// <param name="warningsSeen">That a person has seen the warnings.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> ExecuteAsync(Guid id, int version, DateTime? at, bool warningsSeen, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        if (campaign.Version != version)
            return new ChangedMeanwhile();
        var now = clock.UtcNow();
        if (at < now.AddMinutes(-1))
            return new TimeOfSendingPassed();
        var found = await check.ExecuteAsync(id, cancellationToken);
        if (found!.Errors is [var error, ..])
            return new CampaignNotReady(error);
        if (found.Warnings.Count > 0 && !warningsSeen)
            return new WarningsNotSeen();
        var text = await db.TemplateVersions.Where(v => v.TemplateId == campaign.TemplateId).OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync(cancellationToken);
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(campaign.KommuneNumber);
        var scheduled = campaign.Schedule(text, at ?? now + Grace, TimeSpan.FromHours(settings.LateStartHours), now);
        return scheduled.IsOk ? await db.SaveOrRefuseAsync(cancellationToken) : scheduled;
    }

    private TimeSpan Grace => TimeSpan.FromSeconds(configuration.GetValue("Campaigns:GraceSeconds", 30));
}

/// <summary>Something stops it, and what.</summary>
public sealed record CampaignNotReady(string Why) : Refusal(Why);

/// <summary>The warnings are there to be seen.</summary>
public sealed record WarningsNotSeen() : Refusal("Se gjennom advarslene og kryss av for at du har sett dem.");

/// <summary>Yesterday's mail cannot be sent.</summary>
public sealed record TimeOfSendingPassed() : Refusal("Tidspunktet er passert. Velg et som kommer, eller send nå.");
