using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>One bulk change: whom it changed, who has been changed by hand since, and the way back.</summary>
public sealed class BulkChangeModel(BulkChangeReading changes, RekrutteringDb db, CurrentStaff staff) : PageModel
{
    public BulkChangeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(Guid id, [FromServices] UndoBulkChange undo, CancellationToken ct)
    {
        var result = await undo.ExecuteAsync(id, staff.UserId, ct);
        if (result.IsOk)
        {
            var (back, edited, merged) = result.Value;
            TempData.Say($"Angret: {BulkWords.Students(back)} fikk tilbake det som sto der.{(edited == 0 ? "" : $" {BulkWords.Students(edited)} var endret for hånd og er som de er.")}"
                + (merged == 0 ? "" : $" {BulkWords.Students(merged)} er slått sammen med en annen og er som de er."), edited + merged == 0 ? "success" : "warning");
            return Redirect($"/studenter/endringer/{id}");
        }
        db.ChangeTracker.Clear();
        return result.Refusal is NotFound || !await LoadAsync(id, ct) ? NotFound() : this.Refused(result.Refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await changes.ReadAsync(id, ct) is not { } view)
            return false;
        View = view;
        return true;
    }
}
