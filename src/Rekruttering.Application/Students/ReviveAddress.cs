using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Students;

/// <summary>Takes back that an address is dead, on the word of somebody who knows.</summary>
public sealed class ReviveAddress(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when the address is not dead.</summary>
    public async Task<Result> ExecuteAsync(Guid studentId, Guid byUserId, CancellationToken ct = default)
    {
        if (await db.Students.SingleOrDefaultAsync(s => s.Id == studentId, ct) is not { } student)
            return new NotFound();
        var now = clock.UtcNow();
        if (student.ReviveAddress(now) is { IsOk: false } refused)
            return refused;
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Edited, now, "E-postadressen er meldt å virke", actorId: byUserId));
        return await db.SaveOrRefuseAsync(ct);
    }
}
