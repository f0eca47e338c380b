using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>The form of a summer job. The deadline is typed on Oslo's clock, as a day and an hour.</summary>
public sealed class JobInput
{
    /// <summary>Three in the afternoon: people are at work to be called.</summary>
    public const int UsualHour = 15;

    [Required, StringLength(SummerJob.LongestName)]
    public string Title { get; set; } = "";

    [Required, StringLength(SummerJob.LongestName)]
    public string Workplace { get; set; } = "";

    [Required, StringLength(SummerJob.LongestDescription)]
    public string Description { get; set; } = "";

    [Required]
    public DateOnly? From { get; set; }

    [Required]
    public DateOnly? To { get; set; }

    [Range(1, 100)]
    public int PositionPercent { get; set; } = 100;

    public JobLevel Level { get; set; }

    [Range(1, SummerJob.MostSeats)]
    public int Seats { get; set; } = 1;

    [Required]
    public DateOnly? AnswerDeadline { get; set; }

    [Range(0, 23)]
    public int AnswerHour { get; set; } = UsualHour;

    [StringLength(300)]
    public string? Pay { get; set; }

    [StringLength(300)]
    public string? Housing { get; set; }

    [StringLength(120)]
    public string? ContactName { get; set; }

    [StringLength(20)]
    public string? ContactPhone { get; set; }

    [StringLength(500)]
    public string? AdUrl { get; set; }

    /// <summary>The version the form was made from.</summary>
    public int Version { get; set; }

    public static IEnumerable<SelectListItem> Levels =>
    [
        new Option(nameof(JobLevel.Assistant), "Assistent", "Fra første studieår"),
        new Option(nameof(JobLevel.ExperiencedAssistant), "Assistent med fagoppgaver", "Vanligvis etter tredje studieår"),
        new Option(nameof(JobLevel.WithLicence), "Medisinstudent med lisens", "Under veiledning, etter 9. semester eller siste år i utlandet"),
    ];

    public static IEnumerable<SelectListItem> Hours => Enumerable.Range(0, 24).Select(hour => new SelectListItem($"kl. {hour:00}", $"{hour}"));

    /// <summary>The instant that a day and an hour on Oslo's clock mean.</summary>
    public static DateTime Instant(DateOnly day, int hour) => OsloTime.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));

    public SummerJobDetails ToDetails() => new()
    {
        Title = Title,
        Workplace = Workplace,
        Description = Description.ReplaceLineEndings("\n"),
        From = From!.Value,
        To = To!.Value,
        PositionPercent = PositionPercent,
        Level = Level,
        Seats = Seats,
        AnswerDeadline = Instant(AnswerDeadline!.Value, AnswerHour),
        Pay = Pay,
        Housing = Housing,
        ContactName = ContactName,
        ContactPhone = ContactPhone,
        AdUrl = AdUrl,
    };

    public static JobInput Of(SummerJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var deadline = OsloTime.FromUtc(job.AnswerDeadline);
        return new()
        {
            Title = job.Title,
            Workplace = job.Workplace,
            Description = job.Description,
            From = job.From,
            To = job.To,
            PositionPercent = job.PositionPercent,
            Level = job.Level,
            Seats = job.Seats,
            AnswerDeadline = DateOnly.FromDateTime(deadline),
            AnswerHour = deadline.Hour,
            Pay = job.Pay,
            Housing = job.Housing,
            ContactName = job.ContactName,
            ContactPhone = job.ContactPhone,
            AdUrl = job.AdUrl,
            Version = job.Version,
        };
    }
}
