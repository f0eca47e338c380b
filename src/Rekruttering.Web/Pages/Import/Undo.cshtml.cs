using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>Takes an import back: first what that will do, then the step that does it.</summary>
public sealed class UndoModel(RekrutteringDb db, PreviewUndo previewUndo, CurrentStaff staff) : PageModel
{
    /// <summary>So many rows are taken back while the recruiter waits; the job takes the rest.</summary>
    private const int RowsAtOnce = 1_000;

    public ImportBatch Batch { get; private set; } = null!;
    public UndoPreview Preview { get; private set; } = null!;

    /// <summary>It is taken back already, and what was kept then is looked at again.</summary>
    public bool Again => Batch.Status == ImportStatus.Undone;

    public bool DoesSomething => Preview.Removed > 0 || Preview.Back.Count > 0;
    public string Confirm => Preview.Removed > 0 ? $"Ja, ta ut {Preview.Removed} {(Preview.Removed == 1 ? "student" : "studenter")}" : "Ja, angre importen";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (!staff.MayChange)
            return Forbid();
        if (Batch.Status is ImportStatus.Applied or ImportStatus.Undone && Batch.ForgottenAt is null && (!Again || DoesSomething || Preview.KeptRows > 0))
            return Page();
        return Redirect($"/import/personer/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] UndoImport undo, [FromServices] ContinueUndo carryOut, CancellationToken ct)
    {
        var result = await undo.ExecuteAsync(id, staff.UserId, ct);
        if (!result.IsOk)
            return await LoadAsync(id, ct) ? this.Refused(result.Refusal) : NotFound();
        await carryOut.ExecuteAsync(id, RowsAtOnce, ct);
        return Redirect($"/import/personer/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch || await previewUndo.ReadAsync(id, ct) is not { IsOk: true } preview)
            return false;
        (Batch, Preview) = (batch, preview.Value);
        return true;
    }
}
