using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Templates.Contact;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Contact;

/// <summary>Writes the kommune's answer to a student's question. A question settled without a reply needs no mail.</summary>
public sealed class ReplyMails(RekrutteringDb db) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.Reply];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var ids = messages.Select(m => m.SubjectId).OfType<Guid>().Distinct().ToList();
        var inquiries = await db.Inquiries.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        return mail => mail.Message.SubjectId is { } id && inquiries.GetValueOrDefault(id) is { Reply: { } reply } inquiry
            ? new MailDraft(MailReason.OwnQuestion, Topic: null, mail.Language, (frame, _) => new ReplyMail
            {
                Frame = frame,
                FirstName = mail.Student?.FirstName,
                Answer = reply,
                Question = inquiry.Text,
                AskedOn = OsloTime.DateOf(inquiry.AskedAt),
            })
            : null;
    }
}
