using Microsoft.AspNetCore.Diagnostics;

namespace Rekruttering.Web.Hosting;

/// <summary>Every answer that is no page says in Norwegian what happened and what to do: see Pages/Error.</summary>
internal static class ErrorPages
{
    public static IServiceCollection AddErrorPages(this IServiceCollection services) => services.AddExceptionHandler<LoggedWithId>();

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/feil/500");
        return app.UseStatusCodePagesWithReExecute("/feil/{0}");
    }

    /// <summary>The id on the page finds the exception in the log; the page itself tells nothing of it.</summary>
    private sealed class LoggedWithId(ILogger<LoggedWithId> log) : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            log.LogError(exception, "Request {RequestId} failed", httpContext.TraceIdentifier);
            return ValueTask.FromResult(false);
        }
    }
}
