using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>The one place that turns a refusal into what the user sees.</summary>
public static class Refusals
{
    /// <summary>
    /// A 404 for what is not there for the one who asks; else the same page again, with the sentence at its field or above the form.
    /// A page whose lists are not bound must fill them again before it returns this.
    /// </summary>
    /// <param name="page">The page that asked.</param>
    /// <param name="refusal">Why not.</param>
    /// <param name="inputName">The bound property that the refusal's field belongs to.</param>
    public static IActionResult Refused(this PageModel page, Refusal refusal, string inputName = "Input")
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(refusal);
        if (refusal is NotFound)
            return page.NotFound();
        foreach (var one in refusal is SeveralRefusals several ? several.All : [refusal])
            page.ModelState.AddModelError(one.Field is { } field ? $"{inputName}.{field}" : "", one.Sentence);
        return page.Page();
    }
}
