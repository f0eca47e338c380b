using Microsoft.AspNetCore.Mvc;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Places;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>A new student.</summary>
public sealed class NewModel(RekrutteringDb db, CurrentStaff staff, TimeProvider clock) : StudentFormPage(db, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        Input.HomeKommune = Kommuner.Find(staff.KommuneNumber)?.Name;
        Input.CollectedOn = Today;
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>While it is typed: who in the register it may be. Writes nothing.</summary>
    public async Task<IActionResult> OnPostAlikeAsync([FromServices] AlikeStudents alike, CancellationToken ct) =>
        Partial("_AlreadyThere", await Known.OfAsync(Db, await alike.ReadAsync(Input, ct), Today, ct));

    public async Task<IActionResult> OnPostAsync([FromServices] RegisterStudent register, CancellationToken ct)
    {
        if (!await CanBeReadAsync(ct))
            return await AgainAsync(null, ct);
        var result = await register.ExecuteAsync(Input, staff.UserId, ct);
        if (!result.IsOk)
            return await AgainAsync(result.Refusal, ct);
        TempData.Say($"{Input.FirstName} {Input.LastName} er lagt til i registeret.");
        return Redirect($"/studenter/{result.Value}");
    }
}
