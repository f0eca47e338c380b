using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Places;

namespace Rekruttering.Web.Identity;

/// <summary>
/// Reads on every request who is signed in, in which kommune and as what, and enters that kommune. A password that was changed or an
/// account that is gone ends the session here, at once, and not when a cookie happens to be checked.
/// </summary>
internal static class StaffSession
{
    /// <summary>Which kommune the browser was last in. Not a right: it is looked up among the memberships.</summary>
    public const string KommuneCookie = "kommune";

    public static IApplicationBuilder UseStaffSession(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!StaffGate.IsStaticFile(http) && http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, out var userId))
            await EnterAsync(http, userId);
        await next(http);
    });

    private static async Task EnterAsync(HttpContext http, Guid userId)
    {
        var services = http.RequestServices;
        var db = services.GetRequiredService<RekrutteringDb>();
        await db.StayOpenAsync(http.RequestAborted);
        var user = await db.Users.AsNoTracking().Where(u => u.Id == userId)
            .Select(u => new { u.DisplayName, u.Email, u.SecurityStamp }).SingleOrDefaultAsync(http.RequestAborted);
        if (user is null || user.SecurityStamp != http.User.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType))
        {
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            return;
        }

        var memberships = await db.Memberships.AsNoTracking().Where(m => m.UserId == userId).ToListAsync(http.RequestAborted);
        var kommuner = memberships.Select(m => new StaffKommune(m.KommuneNumber, Kommuner.Find(m.KommuneNumber)?.Name ?? m.KommuneNumber))
            .OrderBy(k => k.Name, StringComparer.CurrentCulture).ToList();
        var active = kommuner.Find(k => k.Number == http.Request.Cookies[KommuneCookie]) ?? kommuner.FirstOrDefault();
        var role = memberships.Find(m => m.KommuneNumber == active?.Number)?.Role ?? Role.Reader;
        var name = string.IsNullOrEmpty(user.DisplayName) ? user.Email ?? "" : user.DisplayName;
        services.GetRequiredService<CurrentStaff>().Become(userId, name, active, role, kommuner);
        if (active is not null)
            services.GetRequiredService<KommuneScope>().Enter(active.Number);
    }
}
