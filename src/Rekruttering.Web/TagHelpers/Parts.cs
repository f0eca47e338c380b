using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Rekruttering.Web.TagHelpers;

/// <summary>Small pieces that several tag helpers draw.</summary>
internal static class Parts
{
    public static IHtmlContent Heading(string? text, string tag = "h2")
    {
        if (string.IsNullOrEmpty(text))
            return HtmlString.Empty;
        var heading = new TagBuilder(tag);
        heading.AddCssClass("ds-heading");
        heading.Attributes["data-size"] = "xs";
        heading.InnerHtml.Append(text);
        return heading;
    }

    public static TagBuilder Link(string text, string href, string cssClass)
    {
        var link = new TagBuilder("a");
        link.AddCssClass(cssClass);
        link.Attributes["href"] = href;
        link.InnerHtml.Append(text);
        return link;
    }

    public static TagBuilder Hidden(string name, string? value)
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.Attributes["type"] = "hidden";
        hidden.Attributes["name"] = name;
        hidden.Attributes["value"] = value;
        return hidden;
    }
}
