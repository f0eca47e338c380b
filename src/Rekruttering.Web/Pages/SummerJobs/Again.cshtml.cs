using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>Offers a free seat to the next in line, gives more time, or offers anew: each with a deadline of its own and a look at the mail.</summary>
public sealed class AgainModel(RekrutteringDb db, CurrentStaff staff, OfferFreeSeat freeSeat, OfferAnew anew, TimeProvider clock) : PageModel
{
    /// <summary>Time enough to read a mail and call home, for one who has said yes already.</summary>
    private const int UsualDays = 3;

    [BindProperty]
    public AgainInput Input { get; set; } = new();

    public SummerJob Job { get; private set; } = null!;
    public JobOffer Offer { get; private set; } = null!;
    public Student Student { get; private set; } = null!;
    public SeatCount Seats { get; private set; } = null!;

    /// <summary>Why there is nothing to offer now, or null.</summary>
    public Refusal? WhyNot => Job.Status != JobStatus.Open ? new JobOver()
        : Offer.Status == OfferStatus.Accepted ? new OfferAlreadyAccepted()
        : FromWaitingList && Seats.Free == 0 ? new NoSeatFree()
        : OfferAgain.WhyNoMail(Offer, Student);

    public bool FromWaitingList => Offer.Status == OfferStatus.WaitingList;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid offerId, CancellationToken ct)
    {
        if (!await ReadAsync(id, offerId, ct))
            return NotFound();
        var usual = OsloTime.DateOf(clock.UtcNow()).AddDays(UsualDays);
        var promised = OsloTime.DateOf(Offer.Deadline);
        var proposed = promised > usual && !FromWaitingList ? promised.AddDays(UsualDays) : usual;
        var last = Job.LastDayToAnswer(clock.UtcNow());
        Input = new() { Deadline = proposed < last ? proposed : last };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid offerId, CancellationToken ct)
    {
        if (!await ReadAsync(id, offerId, ct))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var deadline = JobInput.Instant(Input.Deadline!.Value, Input.Hour);
        var result = FromWaitingList
            ? await freeSeat.ExecuteAsync(id, offerId, deadline, staff.UserId, ct)
            : await anew.ExecuteAsync(id, offerId, deadline, staff.UserId, ct);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say($"Tilbudet til {Student.FullName} er på vei.");
        return Redirect($"/sommerjobber/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, Guid offerId, CancellationToken ct)
    {
        var found = await db.JobOffers.AsNoTracking().Where(o => o.Id == offerId && o.JobId == id)
            .Join(db.SummerJobs, o => o.JobId, j => j.Id, (o, j) => new { o, j }).SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        (Offer, Job) = (found.o, found.j);
        Student = await db.Students.AsNoTracking().Include(s => s.Reservations).SingleAsync(s => s.Id == Offer.StudentId, ct);
        Seats = await db.CountSeatsAsync(Job, ct, without: offerId);
        return true;
    }
}
