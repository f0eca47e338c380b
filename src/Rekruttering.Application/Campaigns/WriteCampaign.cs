using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Campaigns;

/// <summary>Who, what, and what we call it.</summary>
/// <param name="Audience">The query of a <see cref="StudentFilter"/>.</param>
/// <param name="OnlyInformed">Leaves out those who do not know yet what is stored.</param>
/// <param name="Event">The meeting that it invites to.</param>
/// <param name="QuietDays">Leaves out those who got a mail in so many days; 0 is nobody.</param>
public sealed record CampaignInput(string? Name, Guid? TemplateId, string? Audience, bool OnlyInformed = false, int QuietDays = 0, EventText? Event = null);

/// <summary>Makes a draft, or changes one.</summary>
public sealed class WriteCampaign(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <summary>What to write where it says how many days to spare somebody.</summary>
    public const string DaysWanted = "Skriv et antall dager fra 0 til 365.";

    /// <summary>Gives the campaign's id.</summary>
    /// <param name="id">Null for a new one.</param>
    /// <param name="version">The row's version that the form was filled from.</param>
    public async Task<Result<Guid>> ExecuteAsync(Guid? id, int version, CampaignInput input, Guid byUserId, CancellationToken cancellationToken = default)
    {
        var name = input.Name?.Trim() ?? "";
        if (name.Length is 0 or > 120)
            return InvalidInput.In(nameof(input.Name), "Skriv et navn på utsendingen, høyst 120 tegn. Bare dere ser det.");
        if (input.TemplateId is not { } templateId || !await db.Templates.AnyAsync(t => t.Id == templateId && t.ArchivedAt == null, cancellationToken))
            return InvalidInput.In(nameof(input.TemplateId), "Velg en mal.");
        if (input.QuietDays is < 0 or > 365)
            return InvalidInput.In(nameof(input.QuietDays), DaysWanted);
        var invited = input.Event?.Read() ?? default;
        if (invited.Refusal is { } unclear)
            return unclear;
        var audience = StudentFilter.FromQuery(input.Audience).ToQuery();
        if (id is null)
        {
            var made = new Campaign(scope.Number!, name, templateId, audience, byUserId, clock.UtcNow());
            _ = made.Spare(input.OnlyInformed, input.QuietDays);
            _ = made.InviteTo(invited.Value);
            db.Campaigns.Add(made);
            await db.SaveChangesAsync(cancellationToken);
            return made.Id;
        }
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        if (campaign.Version != version)
            return new ChangedMeanwhile();
        if (campaign.Edit(name, templateId, audience, byUserId, clock.UtcNow()).Refusal is { } refusal)
            return refusal;
        _ = campaign.Spare(input.OnlyInformed, input.QuietDays);
        _ = campaign.InviteTo(invited.Value);
        var saved = await db.SaveOrRefuseAsync(cancellationToken);
        return saved.IsOk ? campaign.Id : saved.Refusal;
    }
}
