using System.Diagnostics;

namespace Rekruttering.Web.Hosting;

/// <summary>
/// One line a request: method, path without secrets and without the query (searches carry names), status, milliseconds.
/// ASP.NET's own request log is silenced, because it writes whole addresses and puts them in every scope.
/// </summary>
internal static class RequestLog
{
    public const string Category = "Rekruttering.Requests";

    /// <param name="builder">The program.</param>
    /// <param name="silent">An operator's command says what it has to say itself.</param>
    public static WebApplicationBuilder LogWithoutSecrets(this WebApplicationBuilder builder, bool silent)
    {
        if (silent)
            builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
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
