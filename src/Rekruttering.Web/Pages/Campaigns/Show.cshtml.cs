using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>A campaign that was released: what happens, what happened to each, and the steps to steer it.</summary>
public sealed class ShowModel(RekrutteringDb db, CampaignReport report, Audience audience, IOptions<MailOptions> mail, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;
    public CampaignProgress Progress { get; private set; } = null!;
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];
    public ReportFilter Filter { get; private set; }
    public int Current { get; private set; }
    public int Pages => (CampaignWords.CountOf(Progress, Filter) + CampaignReport.PageSize - 1) / CampaignReport.PageSize;

    /// <summary>Whether the mails can be read from their files.</summary>
    public bool HasFiles => mail.Value.TransportInUse == MailTransportKind.File && staff.MayChange;

    /// <summary>Those who have the invitation to a meeting that was called off and whom no mail tells it, until it would have been over.</summary>
    public IReadOnlyList<UntoldStudent> Untold { get; private set; } = [];

    /// <summary>Where the meeting was called off: how many are to be told by mail, and how many of those mails have left.</summary>
    public (int Planned, int Sent)? Told { get; private set; }

    /// <summary>Whether the meeting can be called off.</summary>
    public bool MayCallOff => Campaign.MayCallOff(clock.UtcNow());

    public (string Template, int? Version) Text { get; private set; }

    /// <summary>Who wrote the draft, and who set the time; null when unknown.</summary>
    public (string? Writer, string? Releaser) Names { get; private set; }

    /// <summary>Whom it would go to if it started now, while it waits for its time; null else.</summary>
    public (int To, int LeftOut)? Audience { get; private set; }

    /// <summary>When what is left is done; null when nothing is, or nothing is sent now.</summary>
    public SendingForecast? Forecast { get; private set; }

    /// <summary>While it runs and the mail server takes nothing from the kommune.</summary>
    public Standstill? Standstill { get; private set; }

    /// <summary>Until a start is this near, its day and time say more than what is left.</summary>
    public static TimeSpan SoonIs => TimeSpan.FromMinutes(10);

    /// <summary>How long it can still be taken back, when that is a matter of minutes.</summary>
    public TimeSpan? StartsIn => Campaign is { Status: CampaignStatus.Scheduled, ScheduledAt: { } at } && at - clock.UtcNow() is var left && left < SoonIs
        ? TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(left.TotalSeconds))) : null;

    /// <summary>When its hours begin again, while it runs and they have not.</summary>
    public DateTime? WaitsUntil => Campaign.Status == CampaignStatus.Running && Progress.Waiting > 0 && Campaign.OpensAt > clock.UtcNow() ? Campaign.OpensAt : null;

    public string StartClock => OsloTime.FromUtc(Campaign.ScheduledAt!.Value).ToString("HH.mm.ss", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, string? vis, int side, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Campaign.Status == CampaignStatus.Draft)
            return Redirect($"/utsendinger/{id}/utkast");
        Filter = FilterOf(vis);
        Current = Math.Clamp(side, 1, Math.Max(Pages, 1));
        Rows = await report.ReadAsync(id, Filter, Current, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostUnscheduleAsync(Guid id, [FromServices] UnscheduleCampaign use, CancellationToken ct) =>
        Answered(id, await use.ExecuteAsync(id, ct), "Planen er angret. Utsendingen er et utkast igjen.");

    public async Task<IActionResult> OnPostPauseAsync(Guid id, [FromServices] HaltCampaign use, CancellationToken ct) =>
        Answered(id, await use.ExecuteAsync(id, null, ct), "Utsendingen er satt på pause.");

    public async Task<IActionResult> OnPostResumeAsync(Guid id, [FromServices] ResumeCampaign use, CancellationToken ct) =>
        Answered(id, await use.ExecuteAsync(id, ct), "Utsendingen fortsetter der den stoppet.");

    public async Task<IActionResult> OnPostCancelAsync(Guid id, [FromServices] CancelCampaign use, CancellationToken ct) =>
        Answered(id, await use.ExecuteAsync(id, ct), "Utsendingen er avbrutt.");

    public async Task<IActionResult> OnPostCopyAsync(Guid id, [FromServices] CopyCampaign use, CancellationToken ct)
    {
        var copy = await use.ExecuteAsync(id, staff.UserId, ct);
        return Answered(copy.Value, new Result(copy.Refusal), "Dette er en kopi. Den er et utkast uten tidspunkt.");
    }

    /// <summary>Back to the list that it was decided in: of many uncertain mails the next one stands there.</summary>
    public async Task<IActionResult> OnPostDecideAsync(Guid id, Guid message, MessageDecision decision, string? vis, int side, [FromServices] DecideMessage use, CancellationToken ct)
    {
        var decided = await use.ExecuteAsync(message, decision, ct);
        var filter = FilterOf(vis);
        var isLeft = await report.ProgressAsync(id, ct) is { } left && CampaignWords.CountOf(left, filter) > 0;
        var list = isLeft && (filter != ReportFilter.All || side > 1) ? $"?vis={CampaignWords.NameOf(filter)}{(side > 1 ? $"&side={side}" : "")}" : "";
        return Answered(id, decided, decision == MessageDecision.SendAgain ? "E-posten sendes på nytt." : "E-posten regnes som sendt.", list);
    }

    // What is refused here is that somebody, or the sender, was quicker: the page as it is now is the answer, with the sentence.
    private IActionResult Answered(Guid id, Result result, string said, string list = "")
    {
        if (result.Refusal is NotFound)
            return NotFound();
        TempData.Say(result.Refusal?.Sentence ?? said, result.IsOk ? "success" : "warning");
        return Redirect($"/utsendinger/{id}{list}");
    }

    private static ReportFilter FilterOf(string? vis) => Enum.GetValues<ReportFilter>().FirstOrDefault(filter => CampaignWords.NameOf(filter) == vis);

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
            return false;
        Campaign = campaign;
        Progress = (await report.ProgressAsync(id, ct))!;
        if (campaign.Status == CampaignStatus.Running && Progress.Waiting > 0)
        {
            Standstill = await db.StandstillAsync(clock.UtcNow(), ct);
            // While nothing leaves, nobody knows when the last one does.
            Forecast = Standstill is not null ? null : (await report.LoadAsync(id, Progress.Waiting, ct)).From(clock.UtcNow(), campaign.Window, campaign.SendUntil).NotBefore(await report.LastAttemptAsync(id, ct));
        }
        if (campaign.EventCancelledAt is not null)
        {
            if (campaign.Event!.To > clock.UtcNow())
                Untold = await db.UntoldAsync(MessageKind.MeetingCancelled, [id], ct);
            var told = db.Messages.Where(m => m.CampaignId == null && m.Kind == MessageKind.MeetingCancelled && m.SubjectId == id && m.State != MessageState.LeftOut);
            Told = (await told.CountAsync(ct), await told.CountAsync(m => m.State == MessageState.Sent, ct));
        }
        Text = (await db.Templates.Where(t => t.Id == campaign.TemplateId).Select(t => t.Name).SingleAsync(ct),
            await db.TemplateVersions.Where(v => v.Id == campaign.TemplateVersionId).Select(v => (int?)v.Number).SingleOrDefaultAsync(ct));
        Names = (await NameAsync(campaign.WrittenById, ct), await NameAsync(campaign.ReleasedById, ct));
        if (campaign.Status == CampaignStatus.Scheduled)
            Audience = await audience.CountAsync(campaign, await db.TextOf(campaign).Select(text => text.Topic).SingleAsync(ct), ct);
        return true;
    }

    private Task<string?> NameAsync(Guid? user, CancellationToken ct) =>
        db.Users.Where(u => u.Id == user).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).SingleOrDefaultAsync(ct);
}
