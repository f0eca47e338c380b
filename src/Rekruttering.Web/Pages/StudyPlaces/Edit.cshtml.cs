using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.Pages.Students;

namespace Rekruttering.Web.Pages.StudyPlaces;

/// <summary>A study place of the kommune's own: to be changed, or taken away.</summary>
public sealed class EditModel(RekrutteringDb db, CurrentStaff staff, RemoveStudyPlace remove) : PageModel, IPlaceForm
{
    [BindProperty]
    public StudyPlaceForm Input { get; set; } = new();

    [BindProperty]
    public string? To { get; set; }

    public StudyPlaceUse Use { get; private set; } = null!;

    /// <summary>Where the students can go instead.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Input = StudyPlaceForm.Of(Use.Place);
        return staff.MayChange ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] ChangeStudyPlace change, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(id, ct) ? Page() : NotFound();
        var result = await change.ExecuteAsync(id, Input, staff.UserId, ct);
        if (result.IsOk)
            return Done($"{Input.Name!.Trim()} er lagret{(result.Value == 0 ? "" : $", også hos {PlaceWords.Students(result.Value)}")}.");
        return await AgainAsync(id, result.Refusal, "Input", ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        var result = await remove.ExecuteAsync(id, To, staff.UserId, ct);
        return result.IsOk ? Done("Studiestedet er tatt bort.") : await AgainAsync(id, result.Refusal, "", ct);
    }

    private RedirectResult Done(string said)
    {
        TempData.Say(said);
        return Redirect("/studenter/studiesteder");
    }

    private async Task<IActionResult> AgainAsync(Guid id, Refusal refusal, string input, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (input.Length > 0)
            return this.Refused(refusal, input);
        Input = StudyPlaceForm.Of(Use.Place);
        ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await remove.ReadAsync(id, ct) is not { } use)
            return false;
        Use = use;
        Others = [new("Ingen: behold navnet som tekst", RemoveStudyPlace.AsText), .. Choices.StudyPlaces((await new ReadStudyPlaces(db).ReadAsync(ct)).All.Where(p => p.Code != use.Place.Code))];
        return true;
    }
}
