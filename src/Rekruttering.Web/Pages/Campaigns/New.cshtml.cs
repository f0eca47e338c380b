using Microsoft.AspNetCore.Mvc;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>The first two steps of a campaign that is not there yet. A filter in the address is the audience to begin with.</summary>
public sealed class NewModel(RekrutteringDb db, CurrentStaff staff) : CampaignFormPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid? mal, CancellationToken ct)
    {
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        Filter = StudentFilter.FromQuery(Request.QueryString.Value);
        Input.TemplateId = mal;
        await LoadTemplatesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] WriteCampaign write, CancellationToken ct)
    {
        var posted = await PostedAsync(ct);
        var result = posted.IsOk ? await write.ExecuteAsync(null, 0, posted.Value, staff.UserId, ct) : posted.Refusal;
        if (result.IsOk)
            return Redirect($"/utsendinger/{result.Value}");
        await LoadTemplatesAsync(ct);
        return this.Refused(result.Refusal);
    }
}
