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

    /// <summary>Who may release a mailing.</summary>
    public IReadOnlyList<Releaser> Releasers { get; private set; } = [];

    /// <summary>Whether the rule stands, whatever is ticked and not saved.</summary>
    public bool HasTwoPersonRule { get; private set; }

    public string TwoPersonHelp => "Én skriver, en annen ser over og sender." + (Releasers.Count < 2 && !HasTwoPersonRule
        ? " Slår du den på nå, kan ingen sende før dere er to som kan det: inviter en kollega under Brukere først." : "");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = await ReadAsync(cancellationToken);
        Input = SettingsForm.Of(settings);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var result = await save.ExecuteAsync(Input.ToSettings(), cancellationToken);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say(Input.TwoPersonRule && Releasers.Count < 2 ? "Innstillingene er lagret. Ingen kan sende en utsending før dere er to som kan det." : "Innstillingene er lagret.",
            Input.TwoPersonRule && Releasers.Count < 2 ? "warning" : "success");
        return LocalRedirect("/innstillinger");
    }

    private async Task<KommuneSettings> ReadAsync(CancellationToken cancellationToken)
    {
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(staff.KommuneNumber!);
        (Releasers, HasTwoPersonRule) = (await db.ReleasersAsync(staff.KommuneNumber!, cancellationToken), settings.TwoPersonRule);
        return settings;
    }
}
