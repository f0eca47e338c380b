using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// Gives a form that posts to a written address (<c>action="/logg-ut"</c>) its anti-forgery token: the framework's own helper leaves
/// such forms without one, and a form without it is 400. A page that asks for none gives none, and sets no cookie for it.
/// </summary>
[HtmlTargetElement("form", Attributes = "action")]
public sealed class PostFormTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var isPost = string.Equals(context.AllAttributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase);
        var staysHere = context.AllAttributes["action"]?.Value?.ToString() is ['/', not '/', ..] or "" or ['?', ..];
        if (isPost && staysHere && !AsksForNone && !context.AllAttributes.ContainsName("asp-antiforgery") && html.GenerateAntiforgery(ViewContext) is { } token)
            output.PostContent.AppendHtml(token);
    }

    private bool AsksForNone => ViewContext.ViewData.Model?.GetType().IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), inherit: true) == true;
}
