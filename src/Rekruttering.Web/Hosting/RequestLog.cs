using System.Diagnostics;

namespace Rekruttering.Web.Hosting;

/// <summary>
/// One line a request: method, path without secrets and without the query (searches carry names), status, milliseconds.
/// ASP.NET's own request log is silenced, because it writes whole addresses and puts them in every scope.
/// </summary>
internal static class RequestLog
{
    public const string Category = "Rekruttering.Requests";

    public static WebApplicationBuilder LogWithoutSecrets(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Error);
        return builder;
    }

    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        return app.Use(async (http, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            var path = PersonalLinks.Loggable(http.Request.Path);
            try
            {
                await next(http);
            }
            finally
            {
                log.LogInformation("{Method} {Path} {Status} in {Milliseconds} ms", http.Request.Method, path,
                    http.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        });
    }
}
