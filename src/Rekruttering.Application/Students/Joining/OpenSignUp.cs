using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Students.Joining;

/// <summary>Finds what a link in a mail asks to have confirmed, and enters its kommune. Changes nothing: mail scanners open links.</summary>
public sealed class OpenSignUp(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <summary>The sign-up, tracked; null for a link that is unknown, malformed, too old or declined.</summary>
    public async Task<SignUp?> ReadAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (SecretToken.HashOf(token) is not { } hash)
            return null;
        // Before the link is known there is no kommune to enter; the hash itself is the key to this one row.
        var link = await db.SignUpLinks.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, cancellationToken);
        if (link is null)
            return null;
        scope.Enter(link.KommuneNumber);
        var now = clock.UtcNow();
        return await db.SignUps.SingleOrDefaultAsync(s => s.Id == link.SignUpId && s.ExpiresAt > now, cancellationToken);
    }
}
