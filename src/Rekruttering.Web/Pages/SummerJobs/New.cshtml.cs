using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Jobs;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>Writes a job down as a draft.</summary>
public sealed class NewModel(WriteSummerJob write) : PageModel, IJobForm
{
    [BindProperty]
    public JobInput Input { get; set; } = new();

    public string SaveLabel => "Lagre utkastet";
    public string BackHref => "/sommerjobber";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var written = await write.ExecuteAsync(Input.ToDetails(), ct);
        if (!written.IsOk)
            return this.Refused(written.Refusal);
        TempData.Say("Utkastet er lagret. Se over det, og åpne jobben når den er klar.");
        return Redirect($"/sommerjobber/{written.Value}");
    }
}
