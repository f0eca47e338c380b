using System.Globalization;
using System.Threading.RateLimiting;

namespace Rekruttering.Web.Hosting;

/// <summary>How often one address may try to sign in, to open personal links or to sign up as a student. The lockout of an account is Identity's; this is for the rest.</summary>
internal static class GuessingLimits
{
    public static IServiceCollection AddLimitsOnGuessing(this IServiceCollection services, IConfiguration configuration)
    {
        var signIns = configuration.GetValue("Limits:SignInsPerMinute", 20);
        var signUps = configuration.GetValue("Limits:SignUpsPerHour", 60);
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
                // A class signs up from one school's address in one lesson.
                { Method: "POST", Path: var path } when path.StartsWithSegments("/meld-deg") => Per(TimeSpan.FromHours(1), "sign-up", http, signUps),
                { Path: var path } when PersonalLinks.IsOne(path) => PerMinute("link", http, links),
                _ => RateLimitPartition.GetNoLimiter(""),
            });
        });
    }

    private static RateLimitPartition<string> PerMinute(string what, HttpContext http, int permits) => Per(TimeSpan.FromMinutes(1), what, http, permits);

    private static RateLimitPartition<string> Per(TimeSpan window, string what, HttpContext http, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter($"{what} {http.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
        });
}
