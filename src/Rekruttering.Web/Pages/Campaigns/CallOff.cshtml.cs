using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>Before a meeting is called off: who has the invitation, who is told by mail and whom somebody must call.</summary>
public sealed class CallOffModel(RekrutteringDb db, CallOffMeeting callOff, CampaignReport report, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>More names than these are told in numbers.</summary>
    public const int Shown = 100;

    public Campaign Campaign { get; private set; } = null!;
    public IReadOnlyList<InvitedStudent> Invited { get; private set; } = [];

    /// <summary>Those who have not got the invitation, and will not.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return NotFound();
        if (!staff.MayChange || !campaign.MayCallOff(clock.UtcNow()))
            return Redirect($"/utsendinger/{id}");
        Campaign = campaign;
        Invited = await callOff.InvitedAsync(id, ct);
        Waiting = (await report.ProgressAsync(id, ct))!.Waiting;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var result = await callOff.ExecuteAsync(id, ct);
        if (result.Refusal is NotFound)
            return NotFound();
        TempData.Say(result.Refusal?.Sentence ?? (result.Value == 0 ? "Møtet er avlyst." : $"Møtet er avlyst. {CampaignWords.Students(result.Value)} får beskjed på e-post nå."), result.IsOk ? "success" : "warning");
        return Redirect($"/utsendinger/{id}");
    }
}
