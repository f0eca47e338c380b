using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Import;

/// <summary>A row that is held back as a possible duplicate, beside those whom it may be: the same person, another, or left.</summary>
public sealed class DecideModel(RekrutteringDb db, ReadHeldBack read, DecideRow decide, CurrentStaff staff) : PageModel
{
    public HeldBackRow View { get; private set; } = null!;
    public bool IsCarriedOut => View.Batch.Status == ImportStatus.Applied;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.ReadAsync(id, ct) is not { } view)
            return NotFound();
        View = view;
        if (!staff.MayChange)
            return Forbid();
        return view.Batch.MayDecide(view.Row) ? Page() : Redirect($"/import/personer/{view.Batch.Id}");
    }

    public Task<IActionResult> OnPostSameAsync(Guid id, string? who, int? version, CancellationToken ct) =>
        DecidedAsync(id, PersonInReach.Parse(who) is { } same ? RowDecision.SamePerson(same, version) : null, ct);

    public Task<IActionResult> OnPostAnotherAsync(Guid id, List<string> shown, CancellationToken ct) =>
        DecidedAsync(id, RowDecision.AnotherPerson([.. shown.Select(PersonInReach.Parse).OfType<PersonInReach>()]), ct);

    public Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct) => DecidedAsync(id, RowDecision.Open, ct);

    private async Task<IActionResult> DecidedAsync(Guid id, RowDecision? decision, CancellationToken ct)
    {
        var result = decision is null ? new RowLooksOtherwise() : await decide.ExecuteAsync(id, decision, staff.UserId, ct);
        if (!result.IsOk)
        {
            if (await read.ReadAsync(id, ct) is not { } view)
                return NotFound();
            View = view;
            return this.Refused(result.Refusal);
        }
        var row = result.Value;
        var next = await db.ImportRows.Where(r => r.BatchId == row.BatchId && r.Outcome == ImportOutcome.PossibleDuplicate && r.Id != id)
            .OrderBy(r => r.Number < row.Number).ThenBy(r => r.Number).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        TempData.Say($"Rad {row.NumberWords} er {(row.MendedAt is null ? "bestemt" : "hentet inn")}: {row.Outcome.Words()}.{(next is null ? " Ingen flere venter." : " Her er den neste.")}");
        return Redirect(next is null || decision == RowDecision.Open ? $"/import/personer/{row.BatchId}?vis={ImportWords.Lists.First(l => l.Outcome == row.Outcome).Key}" : $"/import/personer/rad/{next}/hvem");
    }
}
