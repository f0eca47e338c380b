using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Lets an erased person back in on her own wish: first what lies on the address and what it means, then the deed. The address is never in the page's own address.</summary>
public sealed class LiftErasureModel(RekrutteringDb db, LiftErasure lift, CurrentStaff staff) : PageModel
{
    private const int Shown = 50;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public ErasedAddress? Found { get; private set; }
    public IReadOnlyList<(Erasure Erasure, string Who)> Lifted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Found is null ? this.Refused(new AddressNotErased { Field = nameof(Input.Email) }) : Page();
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken ct)
    {
        var result = Input.Sure ? await lift.ExecuteAsync(Input.Email, Input.Reason, staff.UserId, ct)
            : InvalidInput.In(nameof(Input.Sure), "Kryss av for at personen selv har bedt om det.");
        if (result.IsOk)
        {
            TempData.Say("Sperren er løftet. Nå kan personen legges til.");
            return Redirect("/studenter/ny");
        }
        await LoadAsync(ct);
        return this.Refused(result.Refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Found = await lift.ReadAsync(Input.Email, ct);
        var lifted = await db.Erasures.AsNoTracking().Where(e => e.LiftedAt != null).OrderByDescending(e => e.LiftedAt).Take(Shown).ToListAsync(ct);
        var who = lifted.Select(e => e.LiftedById).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => who.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName == "" ? u.Email : u.DisplayName, ct);
        Lifted = [.. lifted.Select(e => (e, names.GetValueOrDefault(e.LiftedById ?? Guid.Empty) ?? "en tidligere kollega"))];
    }

    public sealed class InputModel
    {
        public string? Email { get; set; }
        public string? Reason { get; set; }
        public bool Sure { get; set; }
    }
}
