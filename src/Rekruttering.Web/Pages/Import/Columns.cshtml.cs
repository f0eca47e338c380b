using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>Step two: what each column is, and where it all comes from.</summary>
public sealed class ColumnsModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    public sealed class Form
    {
        public List<ImportField> Fields { get; set; } = [];
        public string? Source { get; set; }
        public LegalBasis? LegalBasis { get; set; }
        public DateOnly? CollectedOn { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public BatchView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var batch = View.Batch;
        if (!staff.MayChange || batch.Status is not (ImportStatus.Staged or ImportStatus.Checked))
            return batch.Status == ImportStatus.Staged ? Forbid() : Redirect($"/import/personer/{id}");
        Input = new Form { Fields = [.. batch.Fields()], Source = batch.Source, LegalBasis = batch.LegalBasis, CollectedOn = batch.CollectedOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] CheckImport check, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(id, ct) ? Page() : NotFound();
        var result = await check.ExecuteAsync(id, new ImportAnswers(Input.Fields, Input.Source, Input.LegalBasis, Input.CollectedOn), ct);
        if (result.IsOk)
            return Redirect($"/import/personer/{id}");
        return await LoadAsync(id, ct) ? this.Refused(result.Refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await BatchView.ReadAsync(db, id, new RowsAsked(), ct) is not { } view)
            return false;
        View = view;
        return true;
    }
}
