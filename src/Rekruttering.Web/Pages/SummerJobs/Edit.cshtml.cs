using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Students;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>Changes a job.</summary>
public sealed class EditModel(RekrutteringDb db, EditSummerJob edit) : PageModel, IJobForm
{
    [BindProperty]
    public JobInput Input { get; set; } = new();

    public string JobTitle { get; private set; } = "";
    public string SaveLabel => "Lagre";
    public string BackHref => $"/sommerjobber/{RouteData.Values["id"]}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.SummerJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is not { } job)
            return NotFound();
        (Input, JobTitle) = (JobInput.Of(job), job.Title);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await db.SummerJobs.Where(j => j.Id == id).Select(j => j.Title).SingleOrDefaultAsync(ct) is not { } title)
            return NotFound();
        JobTitle = title;
        if (!ModelState.IsValid)
            return Page();
        var edited = await edit.ExecuteAsync(id, Input.Version, Input.ToDetails(), ct);
        if (!edited.IsOk)
            return this.Refused(edited.Refusal);
        if (edited.Value.ToCall is { Count: > 0 } all)
            TempData.Say($"Lagret. Det går ingen e-post om de nye dagene. Ring dem som har takket ja: {string.Join("; ", all.Select(s => $"{s.FullName}, {StudentWords.Phone(s.Phone) ?? s.Email ?? "ingen telefon"}"))}.", "warning");
        else
            TempData.Say("Lagret.");
        return Redirect(BackHref);
    }
}
