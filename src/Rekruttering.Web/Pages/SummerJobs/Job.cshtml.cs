using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Answer;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>One job: its places, its answers, its waiting list, and the job as students see it.</summary>
public sealed class JobModel(RekrutteringDb db, CurrentStaff staff, OpenJob open, CloseJob close, CancelJob cancel, WithdrawOffer withdraw, TimeProvider clock) : PageModel
{
    public JobView View { get; private set; } = null!;
    public bool MayChange => staff.MayChange;

    /// <summary>Those who had said yes to a job that has ended without a seat for them and whom no mail tells it, until its days are over.</summary>
    public IReadOnlyList<UntoldStudent> Untold { get; private set; } = [];

    /// <summary>Its last day is over.</summary>
    public bool HasBeen => View.Job.To < OsloTime.DateOf(clock.UtcNow());

    /// <summary>What it would do to the offers now.</summary>
    public JobEnding EndingAs(JobStatus end) => View.EndingAs(end, clock.UtcNow());

    public JobFactsView Facts => new(View.Job, AnswerWords.In(WrittenForm.Bokmaal),
        View.Job.ContactName ?? View.Settings?.SenderName ?? MailFrames.NameOf(View.Job.KommuneNumber), View.Job.ContactPhone ?? View.Settings?.Phone);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await open.ExecuteAsync(id, ct), "Jobben er åpen. Nå kan du tilby den.", ct);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await close.ExecuteAsync(id, staff.UserId, ct), "Jobben er avsluttet.", ct);

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await cancel.ExecuteAsync(id, staff.UserId, ct), "Jobben er avlyst.", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid offer, CancellationToken ct) =>
        await AfterAsync(id, await withdraw.ExecuteAsync(id, offer, staff.UserId, ct), "Tilbudet er trukket.", ct);

    private async Task<IActionResult> AfterAsync(Guid id, Result result, string said, CancellationToken ct)
    {
        if (result.IsOk)
        {
            TempData.Say(said);
            return Redirect($"/sommerjobber/{id}");
        }
        db.ChangeTracker.Clear();
        return await ReadAsync(id, ct) ? this.Refused(result.Refusal) : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await JobView.ReadAsync(db, id, ct) is not { } view)
            return false;
        View = view;
        if (view.Job.Status is JobStatus.Closed or JobStatus.Cancelled && !HasBeen)
            Untold = await db.UntoldAsync(view.Job.Status == JobStatus.Cancelled ? MessageKind.JobCancelled : MessageKind.NoSeat, [.. view.Lines.Select(line => line.Offer.Id)], ct);
        return true;
    }
}
