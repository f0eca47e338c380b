using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// The way here, below the second level; the last crumb is this page.
/// <code>&lt;bread-crumbs&gt;&lt;crumb href="/studenter"&gt;Studenter&lt;/crumb&gt;&lt;crumb&gt;Kari&lt;/crumb&gt;&lt;/bread-crumbs&gt;</code>
/// </summary>
[HtmlTargetElement("bread-crumbs")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var crumbs = new List<(string Text, string? Href)>();
        context.Items[typeof(CrumbTagHelper)] = crumbs;
        await output.GetChildContentAsync();

        output.TagName = "ds-breadcrumbs";
        output.Attributes.SetAttribute("class", "ds-breadcrumbs");
        output.Attributes.SetAttribute("aria-label", "Du er her");
        var list = new TagBuilder("ol");
        foreach (var (text, href) in crumbs)
            list.InnerHtml.AppendHtml(Item(text, href));
        output.Content.Clear();
        if (crumbs.FindLast(crumb => crumb.Href is not null) is { Href: { } back } parent)
        {
            var up = Parts.Link(parent.Text, back, "ds-link");
            up.Attributes["aria-label"] = "Tilbake til " + parent.Text;
            output.Content.AppendHtml(up);
        }
        output.Content.AppendHtml(list);
    }

    private static TagBuilder Item(string text, string? href)
    {
        var link = Parts.Link(text, href ?? "", "ds-link");
        if (href is null)
        {
            link.Attributes.Remove("href");
            link.Attributes["aria-current"] = "page";
        }
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}

/// <summary>One step of <see cref="BreadcrumbsTagHelper"/>; without an address it is this page.</summary>
[HtmlTargetElement("crumb", ParentTag = "bread-crumbs")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var text = (await output.GetChildContentAsync()).GetContent(NullHtmlEncoder.Default).Trim();
        ((List<(string, string?)>)context.Items[typeof(CrumbTagHelper)]).Add((System.Net.WebUtility.HtmlDecode(text), Href));
        output.SuppressOutput();
    }
}
