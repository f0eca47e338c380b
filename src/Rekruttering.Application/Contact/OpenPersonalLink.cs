using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Contact;

/// <summary>
/// Finds whose link this is and enters that kommune, so that all that follows in the request sees that kommune's rows only.
/// Changes nothing: mail scanners open links, some follow every link they find.
/// </summary>
public sealed class OpenPersonalLink(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <summary>
    /// The link and its student (with reservations), or null: unknown, malformed and expired look the same.
    /// The student is tracked, so that a use case may go on with it.
    /// </summary>
    public async Task<OpenedLink?> ExecuteAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (SecretToken.HashOf(token) is not { } hash)
            return null;
        var now = clock.UtcNow();
        // Before the link is known there is no kommune to enter; the hash itself is the key to this one row.
        var link = await db.PersonalLinks.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(l => l.Hash == hash && l.ExpiresAt > now, cancellationToken);
        if (link is null)
            return null;
        scope.Enter(link.KommuneNumber);
        var student = await db.Students.Include(s => s.Reservations).SingleOrDefaultAsync(s => s.Id == link.StudentId, cancellationToken);
        return student is null ? null : new OpenedLink(link, student);
    }
}

/// <summary>A link that holds, and the student it was mailed to.</summary>
public sealed record OpenedLink(PersonalLink Link, Student Student)
{
    /// <summary>The ids alone, for logs.</summary>
    public override string ToString() => $"link of student {Student.Id}";
}
