using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>The last look before an offer leaves: who gets it, who does not and why, and the mail itself.</summary>
public sealed class ReviewModel(RekrutteringDb db, CurrentStaff staff, OfferJob offers, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "valgt")]
    public Guid[] Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "alle")]
    public string? All { get; set; }

    /// <summary>Looked at, and still wanted.</summary>
    [BindProperty(Name = "likevel")]
    public Guid[] Despite { get; set; } = [];

    [BindProperty]
    public string? Words { get; set; }

    public SummerJob Job { get; private set; } = null!;
    public IReadOnlyList<OfferCandidate> Candidates { get; private set; } = [];
    public IEnumerable<OfferCandidate> Ready => Candidates.Where(c => !c.IsLeftOut && !c.NeedsLook);
    public IEnumerable<OfferCandidate> ToLookAt => Candidates.Where(c => c.NeedsLook);
    public IEnumerable<OfferCandidate> LeftOut => Candidates.Where(c => c.IsLeftOut);
    public OfferCandidate? Shown => Ready.Concat(ToLookAt).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Words = Words?.ReplaceLineEndings("\n").Trim();
        if (Words?.Length > OfferJob.MostPersonalWords)
            ModelState.AddModelError(nameof(Words), $"Skriv høyst {OfferJob.MostPersonalWords} tegn.");
        else if (Chosen.Length == 0)
            ModelState.AddModelError("", "Velg minst én student.");
        if (!ModelState.IsValid)
            return await OnGetAsync(id, ct);
        var made = await offers.ExecuteAsync(id, Chosen, Despite, Words, staff.UserId, ct);
        if (!made.IsOk)
            return await ReadAsync(id, ct) ? this.Refused(made.Refusal) : NotFound();
        var (count, left) = (made.Value.Offered.Count, made.Value.LeftOut.Count);
        TempData.Say($"{JobWords.Count(count, "tilbud", "tilbud")} er på vei. {(left > 0 ? JobWords.Count(left, "student", "studenter") + " fikk det ikke." : "")}", count > 0 ? "success" : "warning");
        return Redirect($"/sommerjobber/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.SummerJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is not { } job)
            return false;
        Job = job;
        var filter = StudentFilter.FromQuery(Request.QueryString.Value) with { Status = StatusFilter.Active };
        var ids = All is null ? [] : await filter.Apply(db, OsloTime.DateOf(clock.UtcNow())).OrderBy(s => s.SearchName).ThenBy(s => s.Id).Take(ChooseModel.MostShown).Select(s => s.Id).ToListAsync(ct);
        Candidates = await offers.PreviewAsync(job, [.. ids.Union(Chosen)], ct);
        return true;
    }
}
