using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Campaigns;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Settings;

/// <summary>What the kommune says of itself.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff, SaveKommuneSettings save, IConfiguration configuration) : PageModel
{
    [BindProperty]
    public SettingsForm Input { get; set; } = new();

    public string KommuneName => staff.KommuneName;
    public string? MailFrom => configuration["Mail:From"];
    public IEnumerable<Option> Languages { get; } = [.. Enum.GetValues<WrittenForm>().Select(form => new Option(form.ToString(), form.OwnName()))];

    public IEnumerable<Option> Weekdays { get; } = [.. CampaignWords.Weekdays.Select(day => new Option(day.Day.ToString(), day.Name))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(staff.KommuneNumber!);
        Input = SettingsForm.Of(settings);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var result = await save.ExecuteAsync(Input.ToSettings(), cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say("Innstillingene er lagret.");
        return LocalRedirect("/innstillinger");
    }
}
