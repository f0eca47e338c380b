using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>
/// A draft on one page: to whom, what, how it looks, what to see to, and when. Its forms are sent one by one, but what is unsaved in the
/// first comes along with the others (see app.js) and is saved before they do what they are for.
/// </summary>
public sealed class DraftModel(RekrutteringDb db, CheckCampaign check, WriteCampaign write, ScheduleCampaign schedule, CurrentStaff staff, TimeProvider clock) : CampaignFormPage(db)
{
    private string _savedFirst = "";

    /// <summary>In the address after a save: a time that was filled in outlives it.</summary>
    [BindProperty(SupportsGet = true)]
    public SendingTime Time { get; set; } = new();

    public Campaign Campaign { get; private set; } = null!;
    public CampaignCheck Check { get; private set; } = null!;
    public KommuneSettings Settings { get; private set; } = null!;

    /// <summary>When it would be done, at the time in the form.</summary>
    public SendingForecast Forecast { get; private set; } = null!;

    /// <summary>Why it could not be released at the time in the form, so that nothing is promised for it; null when it could.</summary>
    public Refusal? WhyNotThen { get; private set; }

    /// <summary>Colleagues who may release it.</summary>
    public IReadOnlyList<Releaser> Others { get; private set; } = [];

    /// <summary>Whether this one may invite a colleague, or turn the rule off.</summary>
    public bool MayInvite { get; private set; }

    /// <summary>Whether somebody else must release it: this one wrote last, and the kommune wants two.</summary>
    public bool MustAsk { get; private set; }

    /// <summary>The name of who wrote last; null when unknown.</summary>
    public string? Writer { get; private set; }

    /// <summary>Whether what was written last is the template's text, and not the draft.</summary>
    public bool TextIsNewer { get; private set; }

    /// <summary>Whether what was typed cannot be saved any more, because a colleague has saved the draft meanwhile.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Whether the first form shows what could not be saved.</summary>
    public bool IsUnsaved => _savedFirst.Length == 0 && FirstFormCame;

    /// <summary>How long a release can be taken back, in words; null when it cannot.</summary>
    public string? Grace => schedule.Grace > TimeSpan.Zero ? CampaignWords.Countdown(schedule.Grace) : null;

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

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => await AnsweredAsync(id, await SaveAsync(id, ct), "Utkastet er lagret.", ct);

    public async Task<IActionResult> OnPostTestAsync(Guid id, [FromServices] SendTestMail test, CancellationToken ct)
    {
        if (await SaveFirstAsync(id, ct) is { } refused)
            return refused;
        var result = await test.ExecuteAsync(id, staff.UserId, ct);
        return await AnsweredAsync(id, new Result(result.Refusal), $"{_savedFirst}En test er på vei til {result.Value}.", ct);
    }

    public async Task<IActionResult> OnPostScheduleAsync(Guid id, CancellationToken ct)
    {
        if (await SaveFirstAsync(id, ct) is { } refused)
            return refused;
        if (_savedFirst.Length > 0)
        {
            (Time.WarningsSeen, Time.TooLateSeen) = (false, false);
            return await AnsweredAsync(id, new Result(new SavedAndNotSeen()), "", ct);
        }
        var (at, until) = (Time.Read(), Time.ReadUntil());
        var seen = new SeenDraft(Time.DraftSeen, Time.TextSeen, Time.WarningsSeen) { Recipients = Time.RecipientsSeen };
        var result = (at.Refusal ?? until.Refusal) is { } unclear ? new Result(unclear)
            : await schedule.ExecuteAsync(id, seen, at.Value, new AskedLimits(Time.AlsoOutsideHours, until.Value) { TooLateSeen = Time.TooLateSeen }, staff.UserId, ct);
        return await AnsweredAsync(id, result, result.IsOk ? $"Utsendingen er planlagt. Den starter {await StartAsync(id, ct)}." : "", ct, "Time");
    }

    /// <summary>Changes nothing but what was unsaved: the page again, with when it would be done.</summary>
    public async Task<IActionResult> OnPostForecastAsync(Guid id, CancellationToken ct)
    {
        if (await SaveFirstAsync(id, ct) is { } refused)
            return refused;
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Campaign.Status != CampaignStatus.Draft)
            return NoDraftAnyMore();
        Input = CampaignForm.Of(Campaign);
        await LoadTemplatesAsync(ct);
        if (_savedFirst.Length > 0)
            TempData.Say(_savedFirst);
        return WhyNotThen is { } refusal ? this.Refused(refusal, nameof(Time)) : Page();
    }

    public async Task<IActionResult> OnPostAskAsync(Guid id, [FromServices] AskForRelease ask, CancellationToken ct) => await SaveFirstAsync(id, ct) ??
        await AnsweredAsync(id, await ask.ExecuteAsync(id, ct), $"{_savedFirst}Utkastet står som klart til å ses over. Gi en kollega lenken til denne siden.", ct);

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, [FromServices] DiscardDraft discard, CancellationToken ct) =>
        await AnsweredAsync(id, await discard.ExecuteAsync(id, ct), "Utkastet er forkastet.", ct);

    private bool FirstFormCame => Request.HasFormContentType && Request.Form.ContainsKey("Input.Name");

    private async Task<Result> SaveAsync(Guid id, CancellationToken ct)
    {
        var posted = await PostedAsync(ct);
        return new Result(posted.IsOk ? (await write.ExecuteAsync(id, Input.Version, posted.Value, staff.UserId, ct)).Refusal : posted.Refusal);
    }

    /// <summary>What to answer when it cannot be saved; null when it was, or nothing came along.</summary>
    private async Task<IActionResult?> SaveFirstAsync(Guid id, CancellationToken ct)
    {
        if (!FirstFormCame)
            return null;
        var saved = await SaveAsync(id, ct);
        if (!saved.IsOk)
            return await AnsweredAsync(id, saved, "", ct);
        // From here on the fields are what is stored now, and not what was posted.
        ModelState.Clear();
        (Input, _savedFirst) = (new CampaignForm(), "Utkastet er lagret. ");
        return null;
    }

    private async Task<IActionResult> AnsweredAsync(Guid id, Result result, string said, CancellationToken ct, string input = "Input")
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return Redirect(Time.AsQuery() is { Length: > 0 } time ? $"/utsendinger/{id}/utkast{time}" : $"/utsendinger/{id}");
        }
        if (result.Refusal is NotFound || !await FindAsync(id, ct))
            return NotFound();
        if (Campaign.Status != CampaignStatus.Draft)
            return NoDraftAnyMore();
        Input = Input.TemplateId is null ? CampaignForm.Of(Campaign) : Input;
        await LoadTemplatesAsync(ct);
        IsBehind = result.Refusal is ChangedMeanwhile && FirstFormCame;
        return this.Refused(result.Refusal is ChangedMeanwhile ? IsBehind ? new DraftSavedMeanwhile() : new DraftChangedMeanwhile() : result.Refusal, input);
    }

    // A page that was left open while somebody released it. To be told to make a copy would be an invitation to send twice.
    private RedirectResult NoDraftAnyMore()
    {
        TempData.Say($"Denne utsendingen er ikke et utkast lenger, {CampaignWords.Became(Campaign.Status)}. Det du gjorde nå, endret ingenting.", "warning");
        return Redirect($"/utsendinger/{Campaign.Id}");
    }

    private async Task<string> StartAsync(Guid id, CancellationToken ct)
    {
        var (start, now) = (await Db.Campaigns.Where(c => c.Id == id).Select(c => c.ScheduledAt!.Value).SingleAsync(ct), clock.UtcNow());
        return start - now < ShowModel.SoonIs ? $"om {CampaignWords.Countdown(TimeSpan.FromSeconds(Math.Ceiling((start - now).TotalSeconds)))}"
            : NorwegianDates.Deadline(OsloTime.FromUtc(start), withTime: true, OsloTime.FromUtc(now));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return false;
        Campaign = campaign;
        if (!FirstFormCame)
            Filter = StudentFilter.FromQuery(campaign.Audience);
        Check = (await check.ExecuteAsync(id, ct))!;
        Settings = await Db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new KommuneSettings(campaign.KommuneNumber);
        WhyNotThen = Time.Read().Refusal ?? Time.ReadUntil().Refusal ?? schedule.WhyNotAt(campaign, Time.Read().Value, new SendingLimits(Time.AlsoOutsideHours ? null : Settings.Window, Time.ReadUntil().Value));
        Forecast = Time.Forecast(Check.Load, campaign, Settings.Window, clock.UtcNow());
        var text = await Db.TemplateVersions.AsNoTracking().SingleAsync(v => v.Id == Check.TextId, ct);
        var writer = campaign.LastWriter(text);
        MustAsk = Settings.TwoPersonRule && !campaign.IsSecondPair(staff.UserId, text);
        if (MustAsk)
        {
            var releasers = await Db.ReleasersAsync(campaign.KommuneNumber, ct);
            (Others, MayInvite) = ([.. releasers.Where(one => campaign.IsSecondPair(one.UserId, text))], releasers.Any(one => one.UserId == staff.UserId && one.Role == Role.Administrator));
        }
        TextIsNewer = text.CreatedById == writer && text.CreatedAt > campaign.WrittenAt;
        Writer = await Db.Users.Where(u => u.Id == writer).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).SingleOrDefaultAsync(ct);
        return true;
    }

    /// <summary>To load the page again, as elsewhere, would send the same form again.</summary>
    private sealed record DraftSavedMeanwhile() : Refusal("Noen andre har endret dette mens du skrev. Åpne utkastet slik det er nå, og gjør endringene dine der.");

    /// <summary>The page shows the draft as it is now.</summary>
    private sealed record DraftChangedMeanwhile() : Refusal("Noen andre har endret utkastet etter at du åpnet siden. Se over det slik det er nå, før du går videre.");

    /// <summary>Whoever released it saw another draft.</summary>
    private sealed record SavedAndNotSeen() : Refusal("Endringene i utkastet er lagret, og ingenting er planlagt ennå. Se over hvem som får e-posten nå, og planlegg så utsendingen.");
}
