using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>Notes that two students who look alike are two persons. Twice is once.</summary>
public sealed class MarkTwoPersons(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when either is not there.</summary>
    public async Task<Result> ExecuteAsync(Guid one, Guid other, Guid byUserId, CancellationToken ct = default)
    {
        if (one == other)
            return new SameStudentTwice();
        if (await db.Students.Where(s => s.Id == one || s.Id == other).Select(s => s.KommuneNumber).ToListAsync(ct) is not [var kommune, _])
            return new NotFound();
        if (await db.AreTwoPersonsAsync(one, other, ct))
            return Result.Ok;
        db.TwoPersons.Add(new TwoPersons(kommune, one, other, byUserId, clock.UtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException twice) when (twice.IsUniqueViolation())
        {
            // A colleague said the same at this moment.
        }
        return Result.Ok;
    }
}

/// <summary>Takes the mark back: the two are shown as a pair again, if they still look alike.</summary>
public sealed class UnmarkTwoPersons(RekrutteringDb db)
{
    /// <summary>Refused when there is no such mark.</summary>
    public async Task<Result> ExecuteAsync(Guid markId, CancellationToken ct = default) =>
        await db.TwoPersons.Where(p => p.Id == markId).ExecuteDeleteAsync(ct) == 0 ? new NotFound() : Result.Ok;
}

/// <summary>Questions on the marks.</summary>
internal static class TwoPersonsQueries
{
    public static Task<bool> AreTwoPersonsAsync(this RekrutteringDb db, Guid one, Guid other, CancellationToken ct)
    {
        var (first, second) = TwoPersons.Ordered(one, other);
        return db.TwoPersons.AnyAsync(p => p.FirstId == first && p.SecondId == second, ct);
    }
}
