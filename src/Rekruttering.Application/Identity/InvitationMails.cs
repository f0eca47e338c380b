using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Templates.Identity;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Identity;

/// <summary>
/// Writes the invitation to a colleague. The link in it is made when the mail is written, because only its hash is stored; nobody writes to
/// somebody who has left the kommune, or has chosen a password, in the meantime.
/// </summary>
public sealed class InvitationMails(RekrutteringDb db, TimeProvider clock) : IMailComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.Invitation];

    /// <inheritdoc/>
    public async Task<Func<MailToWrite, MailDraft?>> LoadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).OfType<Guid>().Distinct().ToList();
        var waiting = await (from member in db.Memberships.AsNoTracking()
                             join user in db.Users on member.UserId equals user.Id
                             where ids.Contains(user.Id) && user.PasswordHash == null
                             select member).ToListAsync(cancellationToken);
        return mail => waiting.Find(m => m.UserId == mail.Message.SubjectId && m.KommuneNumber == mail.Message.KommuneNumber) is { } member
            ? new MailDraft(MailReason.Invited, null, mail.Language, (frame, links) => Write(member, mail.Language, frame, links))
            : null;
    }

    private InvitationMail Write(Membership member, string language, MailFrame frame, MailLinks links)
    {
        var (token, hash) = SecretToken.Create();
        var link = new OneTimeLink(hash, OneTimeLinkPurpose.Invitation, member.UserId, clock.UtcNow(), IssueOneTimeLink.LifetimeOf(OneTimeLinkPurpose.Invitation));
        db.OneTimeLinks.Add(link);
        return new InvitationMail
        {
            Frame = frame,
            Role = RoleIn(language, member.Role),
            Url = links.WithSecret("/invitasjon/", token),
            ValidUntil = OsloTime.FromUtc(link.ExpiresAt),
        };
    }

    private static string RoleIn(string language, Role role) => role switch
    {
        Role.Administrator => MailLanguage.Pick(language, "administrator", "administrator", "administrator"),
        Role.Recruiter => MailLanguage.Pick(language, "rekrutterer", "rekrutterar", "recruiter"),
        _ => MailLanguage.Pick(language, "leser", "lesar", "reader"),
    };
}
