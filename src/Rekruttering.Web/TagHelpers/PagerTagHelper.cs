using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// The pages of a list. Keeps everything else in the address. Nothing when one page is all.
/// <code>&lt;pager current="@Model.Side" pages="@Model.Pages" /&gt;</code>
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>From 1.</summary>
    public int Current { get; set; } = 1;

    public int Pages { get; set; }

    /// <summary>The name of the page number in the address.</summary>
    public string Parameter { get; set; } = "side";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-pagination");
        output.Attributes.SetAttribute("aria-label", "Bla i sider");
        var list = new TagBuilder("ol");
        list.InnerHtml.AppendHtml(Step("Forrige", Current - 1));
        int? before = null;
        foreach (var page in Shown())
        {
            if (before is { } last && page > last + 1)
                list.InnerHtml.AppendHtml(new TagBuilder("li"));
            list.InnerHtml.AppendHtml(Item(Number(page)));
            before = page;
        }
        list.InnerHtml.AppendHtml(Step("Neste", Current + 1));
        output.Content.SetHtmlContent(list);
    }

    private IEnumerable<int> Shown() =>
        Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Current) <= 1);

    private TagBuilder Number(int page)
    {
        var link = Button(page.ToString(), page);
        link.Attributes["aria-label"] = $"Side {page}";
        if (page == Current)
            link.Attributes["aria-current"] = "true";
        return link;
    }

    private TagBuilder Step(string text, int page)
    {
        var link = Button(text, page);
        if (page < 1 || page > Pages)
        {
            link.Attributes.Remove("href");
            link.Attributes["aria-hidden"] = "true";
        }
        return Item(link);
    }

    private TagBuilder Button(string text, int page)
    {
        var link = Parts.Link(text, AddressOf(page), "ds-button");
        link.Attributes["data-variant"] = "tertiary";
        return link;
    }

    private static TagBuilder Item(TagBuilder content)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(content);
        return item;
    }

    private string AddressOf(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query
            .Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        if (page > 1)
            query.Add(Parameter, page.ToString());
        return request.PathBase + request.Path + (query.Any() ? query.ToString() : "");
    }
}
