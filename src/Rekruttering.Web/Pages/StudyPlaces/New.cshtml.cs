using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Places;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.StudyPlaces;

/// <summary>A study place that the shared list does not have.</summary>
public sealed class NewModel(CurrentStaff staff) : PageModel, IPlaceForm
{
    [BindProperty]
    public StudyPlaceForm Input { get; set; } = new();

    public IActionResult OnGet() => staff.MayChange ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync([FromServices] AddStudyPlace add, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var result = await add.ExecuteAsync(Input, null, staff.UserId, ct);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say($"{Input.Name!.Trim()} er lagt til.{PlaceWords.Adopted(result.Value)}");
        return Redirect("/studenter/studiesteder");
    }
}
