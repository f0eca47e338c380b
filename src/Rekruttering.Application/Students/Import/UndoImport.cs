using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Says that an import is to be taken back. From here <see cref="ContinueUndo"/> does it, also after a crash. Saying so while it goes on is once. Said of one that
/// is taken back already, it takes what was kept then and nothing holds any longer.
/// </summary>
public sealed class UndoImport(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when the import is not carried out, is taken back already but for what still holds, or is so old that what stood there before is deleted.</summary>
    public async Task<Result> ExecuteAsync(Guid batchId, Guid? byUserId, CancellationToken ct = default)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        var rest = batch.Status == ImportStatus.Undone ? await RestAsync(batch, ct) : [];
        if (batch.BeginUndo(byUserId, clock.UtcNow(), rest.Count > 0) is { IsOk: false } refused)
            return refused;
        rest.ForEach(row => row.UndoAgain());
        return await db.SaveOrRefuseAsync(ct);
    }

    // A row that goes with another, or that nothing is left to do about, is no reason by itself.
    private async Task<List<ImportRow>> RestAsync(ImportBatch batch, CancellationToken ct)
    {
        List<ImportRow> kept = [.. await UndoPlan.Late(db, batch).ToListAsync(ct), .. await UndoPlan.Waiting(db, batch).Where(r => r.MendedAt == null).ToListAsync(ct)];
        var plan = await new UndoPlan(db, batch).ForAsync(kept, ct);
        return plan.Any(undo => undo.DoesSomething) ? [.. plan.Where(undo => undo.Kept is null || undo.DoesSomething).Select(undo => undo.Row)] : [];
    }
}
