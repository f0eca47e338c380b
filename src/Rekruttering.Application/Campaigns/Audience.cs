using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>One of an audience, and why no mail goes there; null when one does.</summary>
public sealed record AudienceMember(Student Student, LeftOutReason? LeftOut)
{
    /// <summary>The id alone.</summary>
    public override string ToString() => $"student {Student.Id}";
}

/// <summary>
/// Who gets a campaign. The preview and the start ask the same question here, so that what is shown is what happens.
/// </summary>
public sealed class Audience(RekrutteringDb db, ContactCap cap, TimeProvider clock)
{
    private const int AtATime = 1000;

    /// <summary>
    /// Every student of the choice, in the order they were registered. Of several at one address the first who may get the mail gets it
    /// (<see cref="LeftOutReason.SameAddress"/> for the others). Students are not tracked, and at most a thousand are in memory at once.
    /// </summary>
    /// <param name="campaign">Whose audience.</param>
    /// <param name="topic">What the mail is about.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<AudienceMember> ReadAsync(Campaign campaign, ReservationScope topic,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var today = OsloTime.DateOf(clock.UtcNow());
        var ids = await StudentFilter.FromQuery(campaign.Audience).Apply(db, today).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(AtATime))
        {
            var students = await db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => chunk.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(cancellationToken);
            var lately = await MailedAsync(campaign.QuietDays, chunk, cancellationToken);
            var full = await cap.ReadAsync(campaign.KommuneNumber, chunk, campaign.Id, cancellationToken);
            foreach (var student in students)
            {
                var reason = Message.ReasonToLeaveOut(student, topic)
                    ?? (campaign.OnlyInformed && student.InformedAt is null ? LeftOutReason.NotInformed
                        : lately.Contains(student.Id) ? LeftOutReason.MailedLately
                        : full.Contains(student.Id) ? LeftOutReason.ContactCap
                        : addresses.Add(student.EmailKey ?? student.Email!) ? null : LeftOutReason.SameAddress);
                yield return new AudienceMember(student, reason);
            }
        }
    }

    /// <summary>How many would get it if it started now, and how many would not.</summary>
    public async Task<(int To, int LeftOut)> CountAsync(Campaign campaign, ReservationScope topic, CancellationToken cancellationToken = default)
    {
        var (to, leftOut) = (0, 0);
        await foreach (var member in ReadAsync(campaign, topic, cancellationToken))
            (to, leftOut) = member.LeftOut is null ? (to + 1, leftOut) : (to, leftOut + 1);
        return (to, leftOut);
    }

    private async Task<HashSet<Guid>> MailedAsync(int days, IReadOnlyCollection<Guid> students, CancellationToken cancellationToken)
    {
        if (days == 0)
            return [];
        var since = clock.UtcNow().AddDays(-days);
        return await db.Timeline.Where(e => students.Contains(e.StudentId) && e.Kind == TimelineKind.MailSent && e.At > since)
            .Select(e => e.StudentId).ToHashSetAsync(cancellationToken);
    }
}
