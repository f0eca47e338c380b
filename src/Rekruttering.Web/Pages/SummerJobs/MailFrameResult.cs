using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>A mail as a document of its own: it may carry the styles that mails need, may run nothing, and may be framed by our own page only.</summary>
internal static class MailFrameResult
{
    public static IActionResult Of(PageModel page, Result<RenderedMail> mail)
    {
        if (!mail.IsOk)
            return mail.Refusal is NotFound ? page.NotFound() : page.Content(mail.Refusal.Sentence, "text/plain; charset=utf-8");
        page.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'; sandbox";
        return page.Content(mail.Value.Html, "text/html; charset=utf-8");
    }
}
