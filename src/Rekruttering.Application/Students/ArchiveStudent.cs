using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Students;

/// <summary>
/// Takes a student out of the working register. Nothing is deleted; mail that waits is left out when its turn comes, and
/// <see cref="RestoreStudent"/> takes it all back.
/// </summary>
public sealed class ArchiveStudent(RekrutteringDb db, TimeProvider clock)
{
    /// <param name="why">For the timeline; may be empty.</param>
    public async Task<Result> ExecuteAsync(Guid studentId, string? why, Guid byUserId, CancellationToken ct = default)
    {
        if (StudentForm.Without(why) != why)
            return NationalIdTyped.In("Why");
        if (await db.Students.SingleOrDefaultAsync(s => s.Id == studentId, ct) is not { } student)
            return new NotFound();
        var now = clock.UtcNow();
        if (student.Archive(now) is { IsOk: false } refused)
            return refused;
        var text = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Archived, now, "Arkivert", text, byUserId));
        return await db.SaveOrRefuseAsync(ct);
    }
}

/// <summary>Takes an archived student back into the working register.</summary>
public sealed class RestoreStudent(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when the student is not archived.</summary>
    public async Task<Result> ExecuteAsync(Guid studentId, Guid byUserId, CancellationToken ct = default)
    {
        if (await db.Students.SingleOrDefaultAsync(s => s.Id == studentId, ct) is not { } student)
            return new NotFound();
        var now = clock.UtcNow();
        if (student.Restore(now) is { IsOk: false } refused)
            return refused;
        db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Restored, now, "Hentet tilbake fra arkivet", actorId: byUserId));
        return await db.SaveOrRefuseAsync(ct);
    }
}
