using System.ComponentModel.DataAnnotations;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>The new deadline, on Oslo's clock.</summary>
public sealed class AgainInput
{
    [Required]
    public DateOnly? Deadline { get; set; }

    [Range(0, 23)]
    public int Hour { get; set; } = JobInput.UsualHour;
}
