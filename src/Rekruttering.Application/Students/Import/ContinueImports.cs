using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Goes on with every import that is being carried out or taken back, each in its own kommune. Nothing to do is cheap.</summary>
public sealed class ContinueImports(RekrutteringDb db, KommuneScope scope, ContinueImport one, ContinueUndo undo)
{
    /// <param name="atMost">Rows of each import before the next gets its turn.</param>
    /// <param name="ct">Stops between two chunks.</param>
    public async Task ExecuteAsync(int atMost = 6_000, CancellationToken ct = default)
    {
        scope.EnterEverywhere();
        var waiting = await db.ImportBatches.Where(b => b.Status == ImportStatus.Applying || b.Status == ImportStatus.Undoing).OrderBy(b => b.CreatedAt).Select(b => new { b.Id, b.KommuneNumber, b.Status }).ToListAsync(ct);
        foreach (var batch in waiting)
        {
            scope.Enter(batch.KommuneNumber);
            if (batch.Status == ImportStatus.Applying)
                await one.ExecuteAsync(batch.Id, atMost, ct);
            else
                await undo.ExecuteAsync(batch.Id, atMost, ct);
        }
    }
}
