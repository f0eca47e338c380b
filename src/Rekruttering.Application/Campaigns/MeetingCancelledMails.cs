using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Templates.Campaigns;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Campaigns;

/// <summary>Tells those who have the invitation of a campaign that the meeting will not be; nobody whose invitation turned out not to have arrived.</summary>
public sealed class MeetingCancelledMails(RekrutteringDb db) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds => [MessageKind.MeetingCancelled];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var (ids, students) = (messages.Select(m => m.SubjectId).Distinct().ToList(), messages.Select(m => m.StudentId).Distinct().ToList());
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => ids.Contains(c.Id) && c.EventCancelledAt != null).ToDictionaryAsync(c => c.Id, cancellationToken);
        MessageState[] may = [MessageState.HandedOver, MessageState.Sent, MessageState.Uncertain];
        // The meeting is called what the invitation was: the campaign's name is for us.
        var invited = (await db.Messages.Where(m => ids.Contains(m.CampaignId) && students.Contains(m.StudentId) && m.CalendarMethod != null && may.Contains(m.State))
            .Select(m => new { m.CampaignId, m.StudentId, m.Subject }).ToListAsync(cancellationToken)).ToLookup(m => (m.CampaignId, m.StudentId), m => m.Subject);
        return mail => invited[(mail.Message.SubjectId, mail.Message.StudentId)].FirstOrDefault() is { } called && campaigns.GetValueOrDefault(mail.Message.SubjectId!.Value) is { Event: { } meeting } campaign
            ? new MailDraft(MailReason.InTheRegister, Topic: null, mail.Language, (frame, _) => new MeetingCancelledMail
            {
                Frame = frame,
                FirstName = mail.Student?.FirstName,
                Meeting = called,
                Place = meeting.Place,
                From = OsloTime.FromUtc(meeting.From),
                ContactName = frame.SenderName,
                ContactPhone = frame.SenderPhone,
            })
            { Calendar = CampaignMails.EntryOf(campaign)! with { IsCancelled = true, Sequence = 1, Summary = called } }
            : null;
    }
}
