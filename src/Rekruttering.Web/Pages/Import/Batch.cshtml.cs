using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Infrastructure.Extracts;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>Steps three and four: the dry run, and what became of the rows.</summary>
public sealed class BatchModel(RekrutteringDb db) : PageModel
{
    /// <summary>So many rows are carried out while the recruiter waits; the job takes the rest.</summary>
    private const int RowsAtOnce = 1_000;

    public BatchView View { get; private set; } = null!;
    public ImportStep Step => View.Batch.Status is ImportStatus.Staged or ImportStatus.Checked ? ImportStep.DryRun : ImportStep.Done;

    public async Task<IActionResult> OnGetAsync(Guid id, string? vis, int side, CancellationToken ct)
    {
        if (await BatchView.ReadAsync(db, id, vis, side, ct) is not { } view)
            return NotFound();
        View = view;
        return view.Batch.Status == ImportStatus.Staged ? Redirect($"/import/personer/{id}/kolonner") : Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid id, bool takeDuplicates, [FromServices] ApplyImport apply, [FromServices] ContinueImport carryOut, CancellationToken ct)
    {
        var result = await apply.ExecuteAsync(id, takeDuplicates, ct);
        if (result.IsOk)
            await carryOut.ExecuteAsync(id, RowsAtOnce, ct);
        return result.IsOk ? Redirect($"/import/personer/{id}") : await RefusedAsync(id, result.Refusal, ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, [FromServices] CancelImport cancel, CancellationToken ct)
    {
        var result = await cancel.ExecuteAsync(id, ct);
        if (!result.IsOk)
            return await RefusedAsync(id, result.Refusal, ct);
        TempData.Say("Listen er forkastet. Ingenting kom inn i registeret, og radene er slettet.");
        return Redirect("/import/personer");
    }

    public async Task<IActionResult> OnGetRefusedAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch)
            return NotFound();
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && r.Outcome == ImportOutcome.Refused).OrderBy(r => r.Number).ToListAsync(ct);
        var file = new MemoryStream();
        await RefusedRowsFile.WriteAsync(file, batch.ColumnNames(), rows.Select(r => (r.CellTexts(), r.Reason ?? "")), ct);
        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(batch.FileName)}-ikke-lest.csv");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Refusal refusal, CancellationToken ct)
    {
        if (await BatchView.ReadAsync(db, id, list: null, page: 1, ct) is not { } view)
            return NotFound();
        View = view;
        return this.Refused(refusal);
    }
}
