using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Data;

/// <summary>Saves where the loser of a race is told so.</summary>
public static class Saving
{
    /// <summary>Saves, or answers <see cref="ChangedMeanwhile"/> when another save of the same row came first; then nothing was written.</summary>
    public static async Task<Result> SaveOrRefuseAsync(this RekrutteringDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
    }
}
