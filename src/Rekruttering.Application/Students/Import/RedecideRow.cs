using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Saves one row that somebody has put right or answered for, with what follows from it. The version of the import is the lock: two who do so at once, or one
/// who does while another carries the import out, are told apart.
/// </summary>
internal sealed class RedecideRow(RekrutteringDb db, ErasedPersons erased)
{
    /// <summary>Decides the row anew in a dry run, with those whose outcome hangs on it; carries it out by itself afterwards. Commits the transaction unless it was refused.</summary>
    /// <param name="batch">The import.</param>
    /// <param name="row">The row as it reads now.</param>
    /// <param name="before">Who the row was before.</param>
    /// <param name="now">The time.</param>
    /// <param name="transaction">The transaction that what was decided on was read in.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Result> ExecuteAsync(ImportBatch batch, ImportRow row, string before, DateTime now, IDbContextTransaction transaction, CancellationToken ct)
    {
        if (batch.Status == ImportStatus.Checked)
        {
            await new RecheckRows(db, erased).ExecuteAsync(batch, row, before, OsloTime.DateOf(now), ct);
        }
        else
        {
            await new SettleRows(db, erased).ExecuteAsync(batch, [row], now, ct);
            row.MendedAt = now;
        }
        db.Entry(batch).State = EntityState.Modified;
        var saved = await db.SaveOrRefuseAsync(ct);
        if (saved.IsOk)
            await transaction.CommitAsync(ct);
        return saved;
    }
}
