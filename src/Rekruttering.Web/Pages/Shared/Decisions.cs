using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>Answers what was decided about one mail that had not come through.</summary>
public static class Decisions
{
    /// <summary>The page as it is now, with a sentence: what is refused is mostly that somebody, or the sender, was quicker.</summary>
    public static IActionResult Decided(this PageModel page, Result result, MessageDecision decision, string path)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (result.Refusal is NotFound)
            return new NotFoundResult();
        page.TempData.Say(result.Refusal?.Sentence ?? decision switch
        {
            MessageDecision.SendAgain => "E-posten sendes på nytt.",
            MessageDecision.TreatAsSent => "E-posten regnes som sendt.",
            MessageDecision.Stop => "E-posten blir ikke sendt.",
            _ => "E-posten er merket som ordnet.",
        }, result.IsOk ? "success" : "warning");
        return new RedirectResult(path);
    }
}
