using Microsoft.AspNetCore.Mvc;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>A new template, empty or from a shared starting point.</summary>
public sealed class NewModel(RekrutteringDb db, CurrentStaff staff) : TemplateFormPage(db)
{
    public IEnumerable<TemplateStarter> Starters => TemplateStarters.All;

    /// <summary>The starting point that fills the form, or null.</summary>
    public TemplateStarter? From { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? fra, CancellationToken ct)
    {
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        From = TemplateStarters.Find(fra);
        if (From is not null)
            Input = TemplateForm.Of(From);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] WriteTemplate write, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
            return Page();
        var result = await write.ExecuteAsync(null, 0, Input.Input, staff.UserId, ct);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say("Malen er lagret.");
        return Redirect($"/maler/{result.Value}");
    }
}
