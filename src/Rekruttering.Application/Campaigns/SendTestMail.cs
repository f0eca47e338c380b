using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>Mails a text to the recruiter who asks, in each written form there is, through the same outbox as everything else.</summary>
public sealed class SendTestMail(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Gives the address it goes to.</summary>
    public async Task<Result<string>> ExecuteAsync(Guid campaignId, Guid userId, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken) is not { } campaign)
            return new NotFound();
        return await SendAsync(await db.TextOf(campaign).SingleAsync(cancellationToken), campaign.Id, userId, cancellationToken);
    }

    /// <summary>The same for a template as it was saved last.</summary>
    public async Task<Result<string>> OfTemplateAsync(Guid templateId, Guid userId, CancellationToken cancellationToken = default) =>
        await db.TemplateVersions.Where(v => v.TemplateId == templateId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken) is { } text
            ? await SendAsync(text, campaignId: null, userId, cancellationToken)
            : new NotFound();

    private async Task<string> SendAsync(TemplateVersion text, Guid? campaignId, Guid userId, CancellationToken cancellationToken)
    {
        var address = await db.Users.Where(u => u.Id == userId).Select(u => u.Email).SingleAsync(cancellationToken);
        foreach (var form in text.Content.HasNynorsk ? [WrittenForm.Bokmaal, WrittenForm.Nynorsk] : new[] { WrittenForm.Bokmaal })
            db.Messages.Add(Message.ToColleague(text.KommuneNumber, address!, CampaignMails.TestKey(form, campaignId), text.Id, clock.UtcNow(), MessageKind.CampaignTest));
        await db.SaveChangesAsync(cancellationToken);
        return address!;
    }
}
