using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>One row in a form, under the file's own headers, to be put right: checked again in the dry run, carried out by itself after that.</summary>
public sealed class MendModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    public ImportBatch Batch { get; private set; } = null!;
    public ImportRow Row { get; private set; } = null!;
    public IReadOnlyList<string> Columns { get; private set; } = [];
    public IReadOnlyList<ImportField> Fields { get; private set; } = [];
    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>The reason why the row cannot be read speaks of this column.</summary>
    public bool IsNamedInReason(int column) => Row is { Outcome: ImportOutcome.Refused, Reason: { } reason } && column < Columns.Count && $" {reason}".Contains($" {Columns[column].Trim()}: ", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (!staff.MayChange)
            return Forbid();
        return Batch.MayMend(Row) ? Page() : Redirect($"/import/personer/{Batch.Id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, List<string?> cells, [FromServices] MendRow mend, CancellationToken ct)
    {
        var result = await mend.ExecuteAsync(id, cells, ct);
        if (result.IsOk && result.Value.Outcome != ImportOutcome.Refused)
        {
            TempData.Say($"Rad {RowNumber.Words(result.Value.Number)} er rettet{(result.Value.MendedAt is null ? "" : " og hentet inn")}: {result.Value.Outcome.Words()}.");
            return Redirect($"/import/personer/{result.Value.BatchId}?vis={ImportWords.Lists.First(l => l.Outcome == result.Value.Outcome).Key}");
        }
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (result.IsOk)
            ModelState.AddModelError("", "Raden kan fortsatt ikke leses.");
        else
            Cells = [.. cells.Select(cell => cell ?? "")];
        return result.IsOk ? Page() : this.Refused(result.Refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportRows.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } row)
            return false;
        var batch = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == row.BatchId, ct);
        (Batch, Row, Columns, Fields) = (batch, row, batch.ColumnNames(), batch.Fields());
        var cells = row.CellTexts();
        Cells = [.. cells, .. Enumerable.Repeat("", Math.Max(0, Columns.Count - cells.Count))];
        return true;
    }
}
