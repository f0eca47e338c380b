using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace Rekruttering.Web.Identity;

/// <summary>
/// The one place that says who may go where. Closed unless named here: a page that somebody adds is for signed-in staff, its POST is not
/// for readers. It looks at the route that was matched, not at the address, so `/lis1/{token}` opens nothing else under `/lis1`.
/// </summary>
internal static class StaffGate
{
    /// <summary>Open to all; each ends at a slash or at the end of the route.</summary>
    private static readonly string[] Public =
    [
        "logg-inn", "forste-administrator/{token}", "invitasjon/{token}", "nytt-passord/{token}",
        "svar/{token}", "lis1/{token}", "avmelding/{token}", "mine-opplysninger/{token}", "meld-deg/{kommune}", "bekreft/{token}",
        "personvern", "tilgjengelighet", "feil", "healthz", "readyz", "mailz",
    ];

    private static readonly string[] AdministratorsOnly = ["innstillinger", "brukere"];

    /// <summary>What a reader may post: her own account and session.</summary>
    private static readonly string[] OwnAffairs = ["logg-ut", "min-konto", "kommune"];

    /// <summary>Posted only because a text is too long for an address; they write nothing, and who may read may post them.</summary>
    private static readonly string[] Previews = ["maler/forhandsvis"];

    public static IApplicationBuilder UseStaffGate(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || IsStaticFile(http))
            return next(http);
        var route = (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
        if (StartsWithAny(route, Public))
            return next(http);

        var staff = http.RequestServices.GetRequiredService<CurrentStaff>();
        if (!staff.IsSignedIn)
            return http.ChallengeAsync(IdentityConstants.ApplicationScheme);
        if (!StartsWithAny(route, OwnAffairs) && !MayEnter(staff, route, http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(http);
    });

    public static bool IsStaticFile(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static bool MayEnter(CurrentStaff staff, string route, string method)
    {
        if (staff.KommuneNumber is null)
            return false;
        if (StartsWithAny(route, AdministratorsOnly))
            return staff.IsAdministrator;
        return HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || staff.MayChange || StartsWithAny(route, Previews);
    }

    private static bool StartsWithAny(string route, string[] beginnings) => Array.Exists(beginnings, beginning =>
        Bare(route).StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && (Bare(route).Length == beginning.Length || Bare(route)[beginning.Length] == '/'));

    /// <summary>Without constraints and catch-alls: `svar/{token:length(43)}` is `svar/{token}`.</summary>
    private static string Bare(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{\**(\w+)[^}]*\}", "{$1}");
}
