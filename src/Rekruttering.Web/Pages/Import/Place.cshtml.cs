using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.Pages.StudyPlaces;

namespace Rekruttering.Web.Pages.Import;

/// <summary>A study place of a list that nobody knows: what it means, asked once for the spelling and remembered.</summary>
public sealed class PlaceModel(RekrutteringDb db, CurrentStaff staff, CheckImport check) : PageModel, IPlaceForm
{
    [BindProperty(SupportsGet = true, Name = "tekst")]
    public string? Text { get; set; }

    [BindProperty]
    public StudyPlaceForm Input { get; set; } = new();

    [BindProperty]
    public string? PlaceCode { get; set; }

    public ImportBatch Batch { get; private set; } = null!;
    public int Rows { get; private set; }
    public StudyPlaceList Places { get; private set; } = StudyPlaceList.Shared;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Rows == 0 || Batch.Status != ImportStatus.Checked)
            return Redirect($"/import/personer/{id}");
        (Input.Name, Input.CountryCode) = (Text, await CountryAsync(ct));
        return staff.MayChange ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostSameAsync(Guid id, [FromServices] RememberStudyPlaceName remember, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Batch.Status != ImportStatus.Checked)
            return this.Refused(new ImportNotThere());
        return await CheckedAsync(await remember.ExecuteAsync(Text, PlaceCode, staff.UserId, ct), "", ct);
    }

    public async Task<IActionResult> OnPostOwnAsync(Guid id, [FromServices] AddStudyPlace add, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (Batch.Status != ImportStatus.Checked)
            return this.Refused(new ImportNotThere());
        return ModelState.IsValid ? await CheckedAsync(await add.ExecuteAsync(Input, Text, staff.UserId, ct), "Input", ct) : Page();
    }

    private async Task<IActionResult> CheckedAsync(Result<int> answered, string input, CancellationToken ct)
    {
        if (!answered.IsOk && input.Length > 0)
            return this.Refused(answered.Refusal, input);
        if (!answered.IsOk)
            ModelState.AddModelError(answered.Refusal.Field ?? "", answered.Refusal.Sentence);
        if (!answered.IsOk)
            return Page();
        if (await check.ExecuteAsync(Batch.Id, ImportAnswers.Of(Batch), ct) is { IsOk: false } refused)
            return this.Refused(refused.Refusal);
        TempData.Say($"«{Text}» er husket.{PlaceWords.Adopted(answered.Value)}");
        return Redirect($"/import/personer/{Batch.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch)
            return false;
        (Batch, Places) = (batch, await new ReadStudyPlaces(db).ReadAsync(ct));
        Rows = await db.ImportRows.CountAsync(r => r.BatchId == id && r.UnknownPlace == Text && Text != null, ct);
        return true;
    }

    // The first row with that spelling often says the country too.
    private async Task<string?> CountryAsync(CancellationToken ct)
    {
        var row = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == Batch.Id && r.UnknownPlace == Text).OrderBy(r => r.Number).FirstAsync(ct);
        return Countries.Resolve(row.CellTexts().Under(Batch.Fields(), ImportField.Country))?.Code;
    }
}
