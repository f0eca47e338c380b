using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// A column that sorts: a button in the header, with the filter of the address kept and the page number dropped.
/// The order stands in the address as "navn" or "navn-synkende".
/// <code>&lt;th sort-by="navn" sorted-by="@Model.Sortering"&gt;Navn&lt;/th&gt;</code>
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-by")]
public sealed class SortHeaderTagHelper : TagHelper
{
    public const string Descending = "-synkende";

    public string SortBy { get; set; } = "";

    /// <summary>The order of the list now.</summary>
    public string? SortedBy { get; set; }

    /// <summary>The name of the order in the address.</summary>
    public string Parameter { get; set; } = "sortering";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var text = await output.GetChildContentAsync();
        var ascending = SortedBy == SortBy;
        var form = new TagBuilder("form");
        form.Attributes["id"] = "sorter-" + SortBy;
        form.Attributes["method"] = "get";
        form.Attributes["hidden"] = "hidden";
        foreach (var (name, values) in ViewContext.HttpContext.Request.Query.Where(q => q.Key != Parameter && q.Key != "side"))
            foreach (var value in values)
                form.InnerHtml.AppendHtml(Parts.Hidden(name, value));
        form.InnerHtml.AppendHtml(Parts.Hidden(Parameter, ascending ? SortBy + Descending : SortBy));

        var button = new TagBuilder("button");
        button.Attributes["type"] = "submit";
        button.Attributes["form"] = "sorter-" + SortBy;
        button.InnerHtml.AppendHtml(text);

        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : SortedBy == SortBy + Descending ? "descending" : "none");
        output.Content.SetHtmlContent(form).AppendHtml(button);
    }
}
