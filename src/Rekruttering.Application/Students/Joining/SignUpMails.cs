using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students.Joining;
using Rekruttering.Templates.Joining;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Students.Joining;

/// <summary>
/// Writes the mail that asks for a confirmation. Nothing of what was typed stands in it, not even the name: anybody can type anybody's address, and the
/// kommune's mail must carry nobody's words. The link is made when the mail is written, because only its hash is stored.
/// </summary>
public sealed class SignUpMails(RekrutteringDb db, TimeProvider clock) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.SignUp];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var (ids, now) = (messages.Select(m => m.SubjectId).OfType<Guid>().ToList(), clock.UtcNow());
        var waiting = await db.SignUps.AsNoTracking().Where(s => ids.Contains(s.Id) && s.ConfirmedAt == null && s.ExpiresAt > now).ToDictionaryAsync(s => s.Id, cancellationToken);
        return mail => mail.Message.SubjectId is { } id && waiting.GetValueOrDefault(id) is { } signUp
            ? new MailDraft(MailReason.SigningUp, Topic: null, signUp.WrittenForm.Code(), (frame, links) => Write(signUp, frame, links))
            : null;
    }

    private SignUpMail Write(SignUp signUp, MailFrame frame, MailLinks links)
    {
        var (token, hash) = SecretToken.Create();
        db.SignUpLinks.Add(new SignUpLink(hash, signUp));
        return new SignUpMail { Frame = frame, Url = links.WithSecret("/bekreft/", token), ValidUntil = OsloTime.FromUtc(signUp.ExpiresAt) };
    }
}
