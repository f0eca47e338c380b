using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>A draft on one page: to whom, what, how it looks, what to see to, and when.</summary>
public sealed class DraftModel(RekrutteringDb db, CheckCampaign check, CurrentStaff staff, TimeProvider clock) : CampaignFormPage(db)
{
    [BindProperty]
    public SendingTime Time { get; set; } = new();

    public Campaign Campaign { get; private set; } = null!;
    public CampaignCheck Check { get; private set; } = null!;
    public KommuneSettings Settings { get; private set; } = null!;

    /// <summary>When it would be done, at the time in the form.</summary>
    public SendingForecast Forecast { get; private set; } = null!;

    /// <summary>Whether somebody else must release it: this one wrote it, and the kommune wants two.</summary>
    public bool MustAsk { get; private set; }

    /// <summary>The name of who wrote it; null when unknown.</summary>
    public string? Writer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Campaign.Status != CampaignStatus.Draft)
            return Redirect($"/utsendinger/{id}");
        Input = CampaignForm.Of(Campaign);
        Time.TextSeen = Check.TextId;
        await LoadTemplatesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] WriteCampaign write, CancellationToken ct)
    {
        var posted = Posted();
        var result = await write.ExecuteAsync(id, Input.Version, posted, staff.UserId, ct);
        return await AnsweredAsync(id, new Result(result.Refusal), "Utkastet er lagret.", ct);
    }

    public async Task<IActionResult> OnPostTestAsync(Guid id, [FromServices] SendTestMail test, CancellationToken ct)
    {
        var result = await test.ExecuteAsync(id, staff.UserId, ct);
        return await AnsweredAsync(id, new Result(result.Refusal), $"En test er på vei til {result.Value}.", ct);
    }

    public async Task<IActionResult> OnPostScheduleAsync(Guid id, [FromServices] ScheduleCampaign schedule, CancellationToken ct)
    {
        var (at, until) = (Time.Read(), Time.ReadUntil());
        var seen = new SeenDraft(Input.Version, Time.TextSeen, Time.WarningsSeen);
        var result = (at.Refusal ?? until.Refusal) is { } refusal ? new Result(refusal)
            : await schedule.ExecuteAsync(id, seen, at.Value, new AskedLimits(Time.AlsoOutsideHours, until.Value) { TooLateSeen = Time.TooLateSeen }, staff.UserId, ct);
        return await AnsweredAsync(id, result, "Utsendingen er planlagt.", ct, "Time");
    }

    /// <summary>Writes nothing: the page again, with when it would be done.</summary>
    public async Task<IActionResult> OnPostForecastAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        Input = CampaignForm.Of(Campaign);
        await LoadTemplatesAsync(ct);
        return (Time.Read().Refusal ?? Time.ReadUntil().Refusal) is { } refusal ? this.Refused(refusal, nameof(Time)) : Page();
    }

    public async Task<IActionResult> OnPostAskAsync(Guid id, [FromServices] AskForRelease ask, CancellationToken ct) =>
        await AnsweredAsync(id, await ask.ExecuteAsync(id, ct), "Utkastet står som klart til å ses over. Gi en kollega lenken til denne siden.", ct);

    private async Task<IActionResult> AnsweredAsync(Guid id, Result result, string said, CancellationToken ct, string input = "Input")
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return Redirect($"/utsendinger/{id}");
        }
        if (result.Refusal is NotFound || !await FindAsync(id, ct))
            return NotFound();
        Input = Input.TemplateId is null ? CampaignForm.Of(Campaign) : Input;
        await LoadTemplatesAsync(ct);
        return this.Refused(result.Refusal, input);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return false;
        Campaign = campaign;
        if (Filter == StudentFilter.Everyone)
            Filter = StudentFilter.FromQuery(campaign.Audience);
        Check = (await check.ExecuteAsync(id, ct))!;
        Settings = await Db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new KommuneSettings(campaign.KommuneNumber);
        Forecast = Time.Forecast(Check.Load, campaign, Settings.Window, clock.UtcNow());
        MustAsk = Settings.TwoPersonRule && !campaign.IsSecondPair(staff.UserId, await Db.TemplateVersions.AsNoTracking().SingleAsync(v => v.Id == Check.TextId, ct));
        Writer = await Db.Users.Where(u => u.Id == campaign.WrittenById).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).SingleOrDefaultAsync(ct);
        return true;
    }
}
