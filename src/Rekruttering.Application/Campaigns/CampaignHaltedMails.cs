using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;
using Rekruttering.Templates.Campaigns;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Campaigns;

/// <summary>Tells the kommune's administrators why the sender has paused a campaign; nobody, when somebody has gone on with it already.</summary>
public sealed class CampaignHaltedMails(RekrutteringDb db) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds => [MessageKind.CampaignHalted];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).OfType<Guid>().Distinct().ToList();
        var paused = await db.Campaigns.AsNoTracking().Where(c => ids.Contains(c.Id) && c.Status == CampaignStatus.Paused && c.PauseReason != null).ToListAsync(cancellationToken);
        return mail => paused.Find(c => c.Id == mail.Message.SubjectId && c.KommuneNumber == mail.Message.KommuneNumber) is { } campaign
            ? new MailDraft(MailReason.Administrator, Topic: null, mail.Language, (frame, links) => new CampaignHaltedMail { Frame = frame, Campaign = campaign.Name, Why = campaign.PauseReason!, Url = links.Campaign(campaign.Id) })
            : null;
    }

    /// <summary>One mail to each administrator of the campaign's kommune, for this pause.</summary>
    internal static async Task<List<Message>> PlanAsync(RekrutteringDb db, Campaign campaign, DateTime now, CancellationToken cancellationToken)
    {
        var administrators = await (from member in db.Memberships
                                    join user in db.Users on member.UserId equals user.Id
                                    where member.KommuneNumber == campaign.KommuneNumber && member.Role == Role.Administrator && user.Email != null
                                    select new { user.Id, user.Email }).ToListAsync(cancellationToken);
        return administrators.ConvertAll(one => Message.ToColleague(campaign.KommuneNumber, one.Email!, $"campaign-halted:{campaign.Id}:{campaign.Version}:{one.Id}", campaign.Id, now, MessageKind.CampaignHalted));
    }
}
