using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Students;

/// <summary>Erases a person: first what goes and what stays, then the deed.</summary>
public sealed class EraseModel(EraseStudent erase, CurrentStaff staff) : PageModel
{
    public ErasurePreview Preview { get; private set; } = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        if (!Input.Sure)
            return this.Refused(InvalidInput.In(nameof(Input.Sure), "Kryss av for at du har lest hva som blir slettet."));
        var result = await erase.ExecuteAsync(id, staff.UserId, ct);
        if (!result.IsOk)
            return this.Refused(result.Refusal);
        TempData.Say("Personen er slettet.");
        return Redirect("/studenter");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await erase.ReadAsync(id, ct) is not { } preview)
            return false;
        Preview = preview;
        return true;
    }

    public sealed class InputModel
    {
        public bool Sure { get; set; }
    }
}
