using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// A status: always a word, the colour only helps. <code>&lt;status-tag tone="success"&gt;Takket ja&lt;/status-tag&gt;</code>
/// </summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>neutral, info, success, warning, danger or accent.</summary>
    public string Tone { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "ds-tag");
        output.Attributes.SetAttribute("data-color", Tone);
        output.Attributes.SetAttribute("data-size", "sm");
    }
}

/// <summary>
/// A sentence that the page wants seen. <code>&lt;notice tone="warning" heading="…"&gt;…&lt;/notice&gt;</code>
/// </summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>info, success, warning or danger.</summary>
    public string Tone { get; set; } = "info";

    public string? Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "ds-alert");
        output.Attributes.SetAttribute("data-color", Tone);
        output.PreContent.AppendHtml(Parts.Heading(Heading));
    }
}

/// <summary>
/// What a list says when it is empty: what it is for, and the first step (its content).
/// <code>&lt;empty-state heading="Ingen studenter ennå"&gt;…&lt;/empty-state&gt;</code>
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Heading { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "app-empty");
        output.PreContent.AppendHtml(Parts.Heading(Heading));
    }
}
