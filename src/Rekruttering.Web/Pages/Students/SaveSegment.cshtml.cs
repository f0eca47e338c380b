using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>A name for the filter in the address.</summary>
public sealed class SaveSegmentModel(RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SegmentInput Input { get; set; } = new();

    public StudentFilter Filter { get; private set; } = StudentFilter.Everyone;
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveSegment save, CancellationToken ct)
    {
        await LoadAsync(ct);
        var result = await save.ExecuteAsync(Input.Name, Filter, Input.Replace, staff.UserId, ct);
        if (result.IsOk)
        {
            TempData.Say($"Utvalget «{Input.Name!.Trim()}» er lagret.");
            return Redirect("/studenter" + Filter.ToQuery());
        }
        // The second time it is pressed, it is that one which is meant.
        Input.Replace = result.Refusal is SegmentNameTaken taken ? taken.SegmentId : null;
        ModelState.SetModelValue("Input.Replace", new ValueProviderResult(Input.Replace?.ToString() ?? ""));
        if (result.Refusal is NationalIdTyped)
            ModelState.SetModelValue("Input.Name", new ValueProviderResult(StudentForm.Without(Input.Name) ?? ""));
        return this.Refused(result.Refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Filter = StudentFilter.FromQuery(Request.QueryString.Value);
        Count = await Filter.Apply(db, OsloTime.DateOf(clock.UtcNow())).CountAsync(ct);
    }
}

/// <summary>What is typed about a segment.</summary>
public sealed class SegmentInput
{
    public string? Name { get; set; }

    /// <summary>The segment whose filter is to be this one.</summary>
    public Guid? Replace { get; set; }
}
