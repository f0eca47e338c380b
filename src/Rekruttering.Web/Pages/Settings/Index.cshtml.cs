using System.ComponentModel.DataAnnotations;
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
    public InputModel Input { get; set; } = new();

    public string KommuneName => staff.KommuneName;
    public string? MailFrom => configuration["Mail:From"];
    public IEnumerable<Option> Languages { get; } = [.. Enum.GetValues<WrittenForm>().Select(form => new Option(form.ToString(), form.OwnName()))];

    public IEnumerable<Option> Weekdays { get; } = [.. CampaignWords.Weekdays.Select(day => new Option(day.Day.ToString(), day.Name))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(staff.KommuneNumber!);
        Input = new InputModel
        {
            SenderName = settings.SenderName,
            SenderTitle = settings.SenderTitle,
            ReplyTo = settings.ReplyTo,
            Phone = settings.Phone,
            DpoName = settings.DpoName,
            DpoEmail = settings.DpoEmail,
            LegalBasisText = settings.LegalBasisText,
            RetentionText = settings.RetentionText,
            LateStartHours = settings.LateStartHours,
            WrittenForm = settings.WrittenForm,
            SendDays = [.. settings.Window?.Days ?? []],
            SendFrom = settings.Window?.From ?? 8,
            SendTo = settings.Window?.To ?? 16,
            CapMails = settings.CapMails,
            CapDays = settings.CapDays,
            TwoPersonRule = settings.TwoPersonRule,
            Version = settings.Version,
        };
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

    public sealed class InputModel
    {
        [MaxLength(120)] public string? SenderName { get; set; }
        [MaxLength(120)] public string? SenderTitle { get; set; }
        [MaxLength(254)] public string? ReplyTo { get; set; }
        [MaxLength(20)] public string? Phone { get; set; }
        [MaxLength(120)] public string? DpoName { get; set; }
        [MaxLength(254)] public string? DpoEmail { get; set; }
        [MaxLength(1000)] public string? LegalBasisText { get; set; }
        [MaxLength(1000)] public string? RetentionText { get; set; }
        public int LateStartHours { get; set; }
        public WrittenForm WrittenForm { get; set; }
        public DayOfWeek[] SendDays { get; set; } = [];
        public int SendFrom { get; set; } = 8;
        public int SendTo { get; set; } = 16;
        public int CapMails { get; set; }
        public int CapDays { get; set; } = 30;
        public bool TwoPersonRule { get; set; }
        public int Version { get; set; }

        public SettingsInput ToSettings() => new(SenderName, SenderTitle, ReplyTo, Phone, DpoName, DpoEmail, LegalBasisText, RetentionText, LateStartHours, WrittenForm, Version)
        {
            SendDays = SendDays,
            SendFrom = SendFrom,
            SendTo = SendTo,
            CapMails = CapMails,
            CapDays = CapDays,
            TwoPersonRule = TwoPersonRule,
        };
    }
}
