using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
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
public sealed class Audience(RekrutteringDb db, TimeProvider clock)
{
    private const int AtATime = 1000;

    /// <summary>
    /// Every student of the choice, in the order they were registered. Of several at one address the first gets the mail
    /// (<see cref="LeftOutReason.SameAddress"/> for the others). Students are not tracked, and at most a thousand are in memory at once.
    /// </summary>
    /// <param name="query">A <see cref="StudentFilter"/> as its query.</param>
    /// <param name="topic">What the mail is about.</param>
    public async IAsyncEnumerable<AudienceMember> ReadAsync(string query, ReservationScope topic,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var today = OsloTime.DateOf(clock.UtcNow());
        var ids = await StudentFilter.FromQuery(query).Apply(db.Students, today).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(AtATime))
        {
            var students = await db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => chunk.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(cancellationToken);
            foreach (var student in students)
                yield return new AudienceMember(student, Why(student, topic, addresses));
        }
    }

    private static LeftOutReason? Why(Student student, ReservationScope topic, HashSet<string> addresses) =>
        Message.ReasonToLeaveOut(student, topic) ?? (addresses.Add(student.EmailKey ?? student.Email!) ? null : LeftOutReason.SameAddress);
}
