using System.Globalization;
using System.Threading.RateLimiting;

namespace Rekruttering.Web.Hosting;

/// <summary>How often one address may try to sign in or to open personal links. The lockout of an account is Identity's; this is for the rest.</summary>
internal static class GuessingLimits
{
    public static IServiceCollection AddLimitsOnGuessing(this IServiceCollection services, IConfiguration configuration)
    {
        var signIns = configuration.GetValue("Limits:SignInsPerMinute", 20);
        var links = configuration.GetValue("Limits:PersonalLinksPerMinute", 120);
        return services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request switch
            {
                { Method: "POST", Path: var path } when path.StartsWithSegments("/logg-inn") => PerMinute("sign-in", http, signIns),
                { Path: var path } when PersonalLinks.IsOne(path) => PerMinute("link", http, links),
                _ => RateLimitPartition.GetNoLimiter(""),
            });
        });
    }

    private static RateLimitPartition<string> PerMinute(string what, HttpContext http, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter($"{what} {http.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
        });
}
