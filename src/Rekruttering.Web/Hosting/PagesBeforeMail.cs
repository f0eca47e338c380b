using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Web.Hosting;

/// <summary>Tells the sender of each page that somebody waits for. Files and the stream of a campaign's progress are no pages: the stream is open for hours.</summary>
internal static class PagesBeforeMail
{
    public static IApplicationBuilder UsePagesBeforeMail(this IApplicationBuilder app)
    {
        var pages = app.ApplicationServices.GetRequiredService<PagesFirst>();
        return app.Use(async (http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
            {
                await next(http);
                return;
            }
            pages.Begin();
            try
            {
                await next(http);
            }
            finally
            {
                pages.End();
            }
        });
    }
}
