namespace Rekruttering.Web.Hosting;

/// <summary>What the browser is told to refuse on our behalf. A page that needs something else sets the header itself, and keeps it.</summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>What stands in a frame: mail brings its styles inline, runs nothing, and stands only in our own pages.</summary>
    public const string InOurFrames =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Whether this address is one that our pages show in a frame: what is wrong with it must be readable there.</summary>
    public static bool IsFramed(HttpContext http) => http.Items.ContainsKey(nameof(InOurFrames));

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // Asked now: an error page is run under an address of its own.
        var isPersonal = PersonalLinks.IsOne(http.Request.Path);
        if (http.Request.Path.Value!.EndsWith("/forhandsvis", StringComparison.OrdinalIgnoreCase) || (http.Request.Path.StartsWithSegments("/utboks") && http.Request.Query.ContainsKey("handler")))
            http.Items[nameof(InOurFrames)] = true;
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.TryAdd("Content-Security-Policy", IsFramed(http) ? InOurFrames : ContentSecurityPolicy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            // The address of a personal link is a key: it must not travel to whoever is linked to.
            headers.TryAdd("Referrer-Policy", isPersonal ? "no-referrer" : "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            // Pages hold people's data, and offices share machines. Static files say themselves how long they keep.
            headers.TryAdd("Cache-Control", "no-store");
            // The style sheet names the font without a fingerprint; asking anew on every page makes the text jump.
            if (http.Request.Path.Value!.EndsWith(".woff2", StringComparison.Ordinal))
                headers.CacheControl = "public, max-age=604800";
            if (isPersonal)
                headers.TryAdd("X-Robots-Tag", "noindex");
            return Task.CompletedTask;
        });
        return next(http);
    });
}
