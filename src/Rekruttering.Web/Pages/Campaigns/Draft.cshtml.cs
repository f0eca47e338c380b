using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>A draft on one page: to whom, what, how it looks, what to see to, and when.</summary>
public sealed class DraftModel(RekrutteringDb db, CheckCampaign check, CurrentStaff staff) : CampaignFormPage(db)
{
    [BindProperty]
    public SendingTime Time { get; set; } = new();

    public Campaign Campaign { get; private set; } = null!;
    public CampaignCheck Check { get; private set; } = null!;
    public int LateStartHours { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Campaign.Status != CampaignStatus.Draft)
            return Redirect($"/utsendinger/{id}");
        Input = new CampaignForm { Name = Campaign.Name, TemplateId = Campaign.TemplateId, Version = Campaign.Version };
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
        var at = Time.Read();
        var result = at.IsOk ? await schedule.ExecuteAsync(id, Input.Version, at.Value, Time.WarningsSeen, ct) : new Result(at.Refusal);
        return await AnsweredAsync(id, result, "Utsendingen er planlagt.", ct, "Time");
    }

    private async Task<IActionResult> AnsweredAsync(Guid id, Result result, string said, CancellationToken ct, string input = "Input")
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return Redirect($"/utsendinger/{id}");
        }
        if (result.Refusal is NotFound || !await FindAsync(id, ct))
            return NotFound();
        Input.Name ??= Campaign.Name;
        Input.TemplateId ??= Campaign.TemplateId;
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
        LateStartHours = await Db.KommuneSettings.Select(s => (int?)s.LateStartHours).SingleOrDefaultAsync(ct) ?? new Domain.Privacy.KommuneSettings("").LateStartHours;
        return true;
    }
}

/// <summary>Now, or a day and a time on Oslo's clock.</summary>
public sealed class SendingTime
{
    public string When { get; set; } = "now";
    public string? Day { get; set; }
    public string? Clock { get; set; }
    public bool WarningsSeen { get; set; }

    /// <summary>UTC, or null for now.</summary>
    public Result<DateTime?> Read()
    {
        if (When == "now")
            return (DateTime?)null;
        if (!DateOnly.TryParseExact(Day, ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return InvalidInput.In(nameof(Day), "Velg en dag som finnes, for eksempel 03.02.2027.");
        if (!TimeOnly.TryParseExact(Clock, ["HH:mm", "H:mm", "HH.mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return InvalidInput.In(nameof(Clock), "Skriv klokkeslettet, for eksempel 09:30.");
        return (DateTime?)OsloTime.ToUtc(day.ToDateTime(clock));
    }
}
