using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// Says where a form without an address posts: to the page itself. The browser would take what stands in its address bar, with the handler of
/// another form of the page that was refused a moment ago, and with the field that a link of the error summary led to.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OwnAddressFormTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (output.Attributes.ContainsName("action"))
            return;
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(part => !part.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
        output.Attributes.SetAttribute("action", UriHelper.BuildRelative(request.PathBase, request.Path, query.ToQueryString()));
    }
}
