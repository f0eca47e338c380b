using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.Pages.Account;

/// <summary>Moves to another of one's kommuner: by POST, and to its morning page, because the page one came from is about the other's.</summary>
public sealed class KommuneModel(CurrentStaff staff) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/oversikt");

    public IActionResult OnPost(string? number)
    {
        if (staff.Kommuner.FirstOrDefault(k => k.Number == number) is not { } kommune)
            return NotFound();
        Response.Cookies.Append(StaffSession.KommuneCookie, kommune.Number, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
        TempData.Say($"Du arbeider nå i {kommune.Name}.", "info");
        return LocalRedirect("/oversikt");
    }
}
