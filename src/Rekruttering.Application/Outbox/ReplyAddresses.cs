using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// Who gets the answer to a mail: the student's contact person while that is a colleague of the kommune with an address, else the kommune's
/// own address. Asked when the mail leaves, so that nobody who has left the kommune is written to.
/// </summary>
public sealed class ReplyAddresses(RekrutteringDb db)
{
    private readonly Dictionary<(Guid UserId, string Kommune), Mailbox?> _colleagues = [];

    /// <summary>Loads those whom these students have, in one question; a colleague is asked for once.</summary>
    public Task LoadAsync(IEnumerable<Student> students, CancellationToken cancellationToken = default) =>
        LoadAsync(students.Where(s => s.ContactPersonId is not null).Select(s => (s.ContactPersonId!.Value, s.KommuneNumber)), cancellationToken);

    /// <summary>The same for colleagues by id.</summary>
    public async Task LoadAsync(IEnumerable<(Guid UserId, string Kommune)> colleagues, CancellationToken cancellationToken = default)
    {
        var wanted = colleagues.Distinct().Where(one => !_colleagues.ContainsKey(one)).ToList();
        if (wanted.Count == 0)
            return;
        var (users, kommuner) = (wanted.Select(one => one.UserId).Distinct().ToList(), wanted.Select(one => one.Kommune).Distinct().ToList());
        var members = await db.Memberships.Where(m => users.Contains(m.UserId) && kommuner.Contains(m.KommuneNumber))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.UserId, m.KommuneNumber, u.DisplayName, u.Email }).ToListAsync(cancellationToken);
        foreach (var one in wanted)
        {
            var member = members.Find(m => (m.UserId, m.KommuneNumber) == one);
            _colleagues[one] = member is not null && MailOptions.IsAddress(member.Email) ? new Mailbox(NameOf(member.DisplayName, one.Kommune), member.Email!) : null;
        }
    }

    /// <summary>Null where nobody is set up to get it: then it goes to the address that mail is sent from.</summary>
    /// <param name="student">One who was loaded; null for a mail to a colleague.</param>
    public Mailbox? For(Student? student, KommuneSettings settings)
    {
        return For(student?.ContactPersonId, settings);
    }

    /// <summary>The same by the contact person's id.</summary>
    public Mailbox? For(Guid? contactPersonId, KommuneSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return (contactPersonId is { } id ? _colleagues.GetValueOrDefault((id, settings.KommuneNumber)) : null) ?? Of(settings);
    }

    /// <summary>The kommune's own.</summary>
    public static Mailbox? Of(KommuneSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return string.IsNullOrWhiteSpace(settings.ReplyTo) ? null : new Mailbox(MailFrames.FromName(settings), settings.ReplyTo);
    }

    private static string NameOf(string name, string kommune) =>
        string.Join(", ", new[] { name, MailFrames.NameOf(kommune) }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
