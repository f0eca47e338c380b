using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Places;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>
/// Who gets the offer: by the register's filter and by ticking. Filter and ticks stand in the address, and what was ticked stays
/// ticked when the filter is changed.
/// </summary>
public sealed class ChooseModel(RekrutteringDb db, OfferJob offers, AroundTheList around, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>More than so many are to be narrowed down.</summary>
    public const int MostShown = 200;

    [BindProperty(SupportsGet = true, Name = "valgt")]
    public Guid[] Chosen { get; set; } = [];

    public SummerJob Job { get; private set; } = null!;
    public Refusal? WhyNot { get; private set; }
    public StudentFilter Filter { get; private set; } = StudentFilter.Everyone;
    public ListSurroundings Around { get; private set; } = null!;
    public int Matching { get; private set; }
    public IReadOnlyList<OfferCandidate> Candidates { get; private set; } = [];
    public DateOnly Today => OsloTime.DateOf(clock.UtcNow());

    /// <summary>This page with another filter and the same ticks.</summary>
    public string AddressOf(StudentFilter filter) =>
        QueryHelpers.AddQueryString($"/sommerjobber/{Job.Id}/tilby{filter.ToQuery()}", Chosen.Select(id => KeyValuePair.Create("valgt", (string?)id.ToString())));

    /// <summary>The filter, with the days of the job behind "has a licence".</summary>
    public IEnumerable<SelectListItem> Years => StudentFilter.StageNames.All.Select(w => new SelectListItem(w.Label, w.Name, Filter.Stage == w.Value));
    public IEnumerable<SelectListItem> Lands => Countries.All.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new SelectListItem(c.Name, c.Code, Filter.Country == c.Code))
        .Prepend(new SelectListItem("Ikke notert", StudentFilter.Nobody, Filter.Country == StudentFilter.Nobody));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.SummerJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is not { } job)
            return NotFound();
        (Job, WhyNot) = (job, job.MayBeOffered(clock.UtcNow()).Refusal);
        Filter = StudentFilter.FromQuery(Request.QueryString.Value) with { Status = StatusFilter.Active };
        Around = await around.ReadAsync(staff.UserId, ct);
        var matching = Filter.Apply(db, Today);
        Matching = await matching.CountAsync(ct);
        var shown = await matching.OrderBy(s => s.SearchName).ThenBy(s => s.Id).Take(MostShown).Select(s => s.Id).ToListAsync(ct);
        var all = await offers.PreviewAsync(job, [.. shown.Union(Chosen)], ct);
        Candidates = [.. all.OrderByDescending(c => Chosen.Contains(c.Student.Id))];
        return Page();
    }
}
