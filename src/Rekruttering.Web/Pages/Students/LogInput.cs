using Rekruttering.Application.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>What is typed on the card: into the box of the timeline, and beside the steps that ask why.</summary>
public sealed class LogInput
{
    public ContactKind Kind { get; set; }
    public string? Text { get; set; }
    public DateOnly? Day { get; set; }
    public TimeOnly? Time { get; set; }

    /// <summary>Why the student is archived.</summary>
    public string? Why { get; set; }

    /// <summary>How the student asked to have a reservation lifted.</summary>
    public string? HowAsked { get; set; }
}
