using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Data;

/// <summary>
/// Serializable transactions see to it that two that read and write the same rows come out as if one had come after the other: PostgreSQL lets one of
/// them fail for it (SQLite makes one wait), at the save or at the commit. Who fails begins again.
/// </summary>
public static class LostRaces
{
    private const int Attempts = 3;

    /// <summary>Does all of the work again on rows read anew when another transaction came first.</summary>
    /// <param name="work">With its own transaction; nothing of it is left when it has failed.</param>
    /// <param name="givenUp">The answer when it lost each time.</param>
    public static async Task<T> AgainWhenLostAsync<T>(this RekrutteringDb db, Func<Task<T>> work, Func<ChangedMeanwhile, T> givenUp)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(givenUp);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                return await db.Database.CreateExecutionStrategy().ExecuteAsync(work);
            }
            catch (Exception lost) when (lost.IsLostRace())
            {
                db.ChangeTracker.Clear();
            }
        }
        return givenUp(new ChangedMeanwhile());
    }
}
