using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Students.Import;

/// <summary>Says that an import is to be taken back. From here <see cref="ContinueUndo"/> does it, also after a crash. Saying so while it goes on is once.</summary>
public sealed class UndoImport(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when the import is not carried out, is taken back already, or is so old that what stood there before is deleted.</summary>
    public async Task<Result> ExecuteAsync(Guid batchId, Guid? byUserId, CancellationToken ct = default)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        return batch.BeginUndo(byUserId, clock.UtcNow()) is { IsOk: false } refused ? refused : await db.SaveOrRefuseAsync(ct);
    }
}
