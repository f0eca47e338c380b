using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Jobs;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>One job in the list, with its seats and answers counted from the offers.</summary>
public sealed record JobLine(SummerJob Job, SeatCount Seats, int Open, int Declined, int Expired, int Withdrawn);

/// <summary>The kommune's summer jobs, those that go on first.</summary>
public sealed class IndexModel(RekrutteringDb db, CurrentStaff staff) : PageModel
{
    /// <summary>"avsluttede" shows what is over.</summary>
    [BindProperty(SupportsGet = true, Name = "vis")]
    public string? Shown { get; set; }

    public bool ShowsEnded => Shown == "avsluttede";
    public bool MayChange => staff.MayChange;
    public IReadOnlyList<JobLine> Lines { get; private set; } = [];
    public int Current { get; private set; }
    public int Ended { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var jobs = await db.SummerJobs.AsNoTracking().OrderBy(j => j.From).ThenBy(j => j.Title).ThenBy(j => j.Id).ToListAsync(ct);
        Ended = jobs.Count(IsEnded);
        Current = jobs.Count - Ended;
        var shown = jobs.Where(j => IsEnded(j) == ShowsEnded).ToList();
        var seats = await db.CountSeatsAsync(shown, ct);
        var answers = await db.JobOffers.GroupBy(o => new { o.JobId, o.Status }).Select(g => new { g.Key.JobId, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        int Count(Guid job, params OfferStatus[] statuses) => answers.Where(a => a.JobId == job && statuses.Contains(a.Status)).Sum(a => a.Count);
        Lines = [.. shown.Select(j => new JobLine(j, seats[j.Id], Count(j.Id, OfferStatus.Offered, OfferStatus.AskLater), Count(j.Id, OfferStatus.Declined), Count(j.Id, OfferStatus.Expired), Count(j.Id, OfferStatus.Withdrawn)))];
    }

    private static bool IsEnded(SummerJob job) => job.Status is JobStatus.Closed or JobStatus.Cancelled;
}
