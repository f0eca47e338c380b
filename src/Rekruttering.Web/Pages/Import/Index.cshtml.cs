using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>An earlier import, as the history shows it.</summary>
public sealed record PastImport(Guid Id, string FileName, ImportStatus Status, DateTime CreatedAt, ImportCounts Counts);

/// <summary>Step one: the file. Below it what was imported before.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    private const int Shown = 25;

    public sealed class Upload
    {
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Upload Input { get; set; } = new();

    public IReadOnlyList<PastImport> History { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromServices] StageImport stage, CancellationToken ct)
    {
        if (Input.File is not { } file || Request.Form.Files.Count != 1)
            return await RefusedAsync(Request.Form.Files.Count > 1 ? "Velg én fil om gangen." : "Velg filen med listen over studenter.", ct);
        await using var stream = file.OpenReadStream();
        var staged = await stage.ExecuteAsync(stream, file.FileName, staff.UserId, ct);
        return staged.IsOk ? Redirect($"/import/personer/{staged.Value}") : await RefusedAsync(staged.Refusal.Sentence, ct);
    }

    private async Task<IActionResult> RefusedAsync(string sentence, CancellationToken ct)
    {
        ModelState.AddModelError("Input.File", sentence);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var batches = await db.ImportBatches.AsNoTracking().Where(b => b.Status != ImportStatus.Cancelled).OrderByDescending(b => b.CreatedAt).Take(Shown).ToListAsync(ct);
        var history = new List<PastImport>();
        foreach (var batch in batches)
            history.Add(new PastImport(batch.Id, batch.FileName, batch.Status, batch.CreatedAt, await ImportCounts.OfAsync(db, batch.Id, ct)));
        History = history;
    }
}
