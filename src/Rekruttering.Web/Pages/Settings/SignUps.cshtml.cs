using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Application.Students.Joining;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Settings;

/// <summary>Opens and closes the page on which students sign up.</summary>
public sealed class SignUpsModel(RekrutteringDb db, CurrentStaff staff, PublicAddress address, OpenOrCloseSignUps openOrClose) : PageModel
{
    public KommuneSettings Settings { get; private set; } = null!;
    public IReadOnlyList<string> Missing { get; private set; } = [];
    public string KommuneName => staff.KommuneName;
    public string Link => address.Of(Kommuner.Find(staff.KommuneNumber)!.SignUpPath);

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(bool open, CancellationToken ct)
    {
        var result = await openOrClose.ExecuteAsync(open, ct);
        if (!result.IsOk)
        {
            await ReadAsync(ct);
            return this.Refused(result.Refusal);
        }
        TempData.Say(open ? "Siden er åpen. Lenken kan deles." : "Siden er lukket. Ingen nye kan melde seg på.");
        return LocalRedirect("/innstillinger/pamelding");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new KommuneSettings(staff.KommuneNumber!);
        Missing = [.. Settings.MissingForSignUps()];
    }
}
