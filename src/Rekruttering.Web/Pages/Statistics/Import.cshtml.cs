using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Statistics;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>Step one: the file. Below it the tables that are here.</summary>
public sealed class ImportModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    public sealed class Upload
    {
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Upload Input { get; set; } = new();

    public IReadOnlyList<(StatisticsExtract Extract, IReadOnlyList<int> Years)> Tables { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromServices] StageStatistics stage, CancellationToken ct)
    {
        if (Input.File is not { } file || Request.Form.Files.Count != 1)
            return await RefusedAsync(Request.Form.Files.Count > 1 ? "Velg én fil om gangen." : "Velg filen med tabellen.", ct);
        await using var stream = file.OpenReadStream();
        var staged = await stage.ExecuteAsync(stream, file.FileName, staff.UserId, ct);
        return staged.IsOk ? Redirect($"/import/statistikk/{staged.Value}") : await RefusedAsync(staged.Refusal.Sentence, ct);
    }

    private async Task<IActionResult> RefusedAsync(string sentence, CancellationToken ct)
    {
        ModelState.AddModelError("Input.File", sentence);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var tables = await db.StatisticsExtracts.AsNoTracking().OrderByDescending(e => e.CreatedAt).ToListAsync(ct);
        var years = (await db.StatisticsCells.Select(c => new { c.ExtractId, c.Year }).Distinct().ToListAsync(ct)).ToLookup(c => c.ExtractId, c => c.Year);
        Tables = [.. tables.Select(table => (table, (IReadOnlyList<int>)[.. years[table.Id].Order()]))];
    }
}
