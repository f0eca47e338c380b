using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Campaigns;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>One student: who, what is next, the facts and everything that has happened.</summary>
public sealed class CardModel(StudentCard cards, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>Lines of the timeline that are shown, and that "vis eldre" adds.</summary>
    public const int Lines = 30;

    public StudentCardView Card { get; private set; } = null!;
    public IReadOnlyList<NextStep> Next { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>How many lines "vis eldre" shows.</summary>
    public int Older { get; private set; }

    [BindProperty]
    public LogInput Log { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, int vis, CancellationToken ct) =>
        await LoadAsync(id, vis, ct) ? Page() : await cards.MergedIntoAsync(id, ct) is { } kept ? Redirect($"/studenter/{kept}") : NotFound();

    public async Task<IActionResult> OnPostLogAsync(Guid id, [FromServices] LogContact log, CancellationToken ct) =>
        await DoneAsync(id, ModelState.IsValid ? await log.ExecuteAsync(id, new(Log.Kind, Log.Text, Log.Day, Log.Time), staff.UserId, ct) : (Result?)null, "Lagt på tidslinjen.", ct);

    public async Task<IActionResult> OnPostArchiveAsync(Guid id, [FromServices] ArchiveStudent archive, CancellationToken ct) =>
        await DoneAsync(id, await archive.ExecuteAsync(id, Log.Why, staff.UserId, ct), "Studenten er arkivert. Alt er tatt vare på.", ct);

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, [FromServices] RestoreStudent restore, CancellationToken ct) =>
        await DoneAsync(id, await restore.ExecuteAsync(id, staff.UserId, ct), "Studenten er tilbake i registeret.", ct);

    public async Task<IActionResult> OnPostReserveAsync(Guid id, ReservationScope scope, [FromServices] ReserveStudent reserve, CancellationToken ct) =>
        await DoneAsync(id, ModelState.IsValid ? await reserve.ExecuteAsync(id, scope, staff.UserId, ct) : (Result?)null, $"Reservasjonen mot {StudentWords.Of(scope)} gjelder fra nå.", ct);

    public async Task<IActionResult> OnPostLiftAsync(Guid id, ReservationScope scope, [FromServices] LiftReservation lift, CancellationToken ct) =>
        await DoneAsync(id, ModelState.IsValid ? await lift.ExecuteAsync(id, scope, Log.HowAsked, staff.UserId, ct) : (Result?)null, $"Reservasjonen mot {StudentWords.Of(scope)} er opphevet.", ct);

    public async Task<IActionResult> OnPostReviveAsync(Guid id, [FromServices] ReviveAddress revive, CancellationToken ct) =>
        await DoneAsync(id, await revive.ExecuteAsync(id, staff.UserId, ct), "Adressen er i bruk igjen.", ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, Guid message, MessageDecision decision, [FromServices] DecideMessage use, CancellationToken ct) =>
        this.Decided(await use.ExecuteAsync(message, decision, ct), decision, $"/studenter/{id}");

    private async Task<IActionResult> DoneAsync(Guid id, Result? result, string said, CancellationToken ct)
    {
        if (result is { IsOk: true })
        {
            TempData.Say(said);
            return Redirect($"/studenter/{id}");
        }
        foreach (var (key, entry) in ModelState.Where(e => StudentForm.Without(e.Value?.AttemptedValue) != e.Value?.AttemptedValue))
            ModelState.SetModelValue(key, StudentForm.Without(entry!.AttemptedValue) ?? "", StudentForm.Without(entry.AttemptedValue) ?? "");
        if (result?.Refusal is NotFound || !await LoadAsync(id, 0, ct))
            return NotFound();
        return result?.Refusal is { } refusal ? this.Refused(refusal, nameof(Log)) : Page();
    }

    private async Task<bool> LoadAsync(Guid id, int lines, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var shown = Math.Clamp(lines, Lines, 10_000);
        if (await cards.ReadAsync(id, shown, ct) is not { } card)
            return false;
        (Card, Next, Today, Older) = (card, NextSteps.For(card, now), OsloTime.DateOf(now), shown + (4 * Lines));
        return true;
    }
}
