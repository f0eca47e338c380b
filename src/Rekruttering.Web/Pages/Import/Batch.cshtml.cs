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

    public async Task<IActionResult> OnGetAsync(Guid id, string? vis, string? sok, int side, CancellationToken ct)
    {
        if (await BatchView.ReadAsync(db, id, new(vis, NationalId.Scrub(sok ?? ""), side), ct) is not { } view)
            return NotFound();
        View = view;
        return view.Batch.Status == ImportStatus.Staged ? Redirect($"/import/personer/{id}/kolonner") : Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid id, string? seen, bool takeDuplicates, [FromServices] ApplyImport apply, [FromServices] ContinueImport carryOut, CancellationToken ct)
    {
        var result = await apply.ExecuteAsync(id, seen, takeDuplicates, ct);
        if (result.IsOk)
            await carryOut.ExecuteAsync(id, RowsAtOnce, ct);
        return await ThereOrRefusedAsync(id, result, ct);
    }

    public async Task<IActionResult> OnPostSplitsAsync(Guid id, List<string> was, List<string> number, [FromServices] AnswerSplits answer, CancellationToken ct) =>
        await ThereOrRefusedAsync(id, await answer.ExecuteAsync(id, [.. was.Zip(number).Select(pair => SplitAnswer.Of(pair.First, pair.Second)).OfType<SplitAnswer>()], ct), ct);

    public async Task<IActionResult> OnPostCancelAsync(Guid id, [FromServices] CancelImport cancel, CancellationToken ct)
    {
        var result = await cancel.ExecuteAsync(id, ct);
        if (!result.IsOk)
            return await ThereOrRefusedAsync(id, result, ct);
        TempData.Say("Listen er forkastet. Ingenting kom inn i registeret, og radene er slettet.");
        return Redirect("/import/personer");
    }

    public async Task<IActionResult> OnGetRefusedAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.ForgottenAt == null, ct) is not { } batch)
            return NotFound();
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && r.Outcome == ImportOutcome.Refused).OrderBy(r => r.Number).ToListAsync(ct);
        var file = new MemoryStream();
        await RefusedRowsFile.WriteAsync(file, batch.ColumnNames(), rows.Select(r => (r.CellTexts(), r.Reason ?? "")), ct);
        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(batch.FileName)}-ikke-lest.csv");
    }

    private async Task<IActionResult> ThereOrRefusedAsync(Guid id, Result result, CancellationToken ct)
    {
        if (result.IsOk)
            return Redirect($"/import/personer/{id}");
        if (await BatchView.ReadAsync(db, id, new RowsAsked(), ct) is not { } view)
            return NotFound();
        View = view;
        return this.Refused(result.Refusal);
    }
}
