using System.ComponentModel.DataAnnotations;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Settings;

/// <summary>What is typed on the page of settings.</summary>
public sealed class SettingsForm
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

    /// <summary>As the settings stand.</summary>
    public static SettingsForm Of(KommuneSettings settings) => new()
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
