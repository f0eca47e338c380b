using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>The mail of an offer as one student would get it, for the frame on the page that sends it. Saves nothing.</summary>
public sealed class MailModel(PreviewOfferMail preview) : PageModel
{
    public OfferMailPreview? Preview { get; private set; }

    /// <summary>Why there is no such mail.</summary>
    public Refusal? Fault { get; private set; }

    /// <param name="dag">The day of a deadline of its own, with <paramref name="time"/>; without it the job's.</param>
    public Task<IActionResult> OnGetAsync(Guid id, Guid student, DateOnly? dag, int? time, CancellationToken ct) =>
        ShowAsync(id, student, null, dag is { } day ? JobInput.Instant(day, time ?? JobInput.UsualHour) : null, ct);

    public Task<IActionResult> OnPostAsync(Guid id, Guid student, string? words, [Bind(Prefix = "Input")] AgainInput again, CancellationToken ct) =>
        ShowAsync(id, student, words, again?.Deadline is { } day ? JobInput.Instant(day, again.Hour) : null, ct);

    private async Task<IActionResult> ShowAsync(Guid id, Guid student, string? words, DateTime? deadline, CancellationToken ct)
    {
        ModelState.Clear();
        var result = await preview.ExecuteAsync(id, student, words, deadline, ct);
        (Preview, Fault) = (result.Value, result.Refusal);
        return Fault is NotFound ? NotFound() : Page();
    }
}
