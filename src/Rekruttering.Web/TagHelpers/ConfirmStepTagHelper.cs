using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// A step that sends, deletes or withdraws: the first button only unfolds whom and what it touches (the content), the second does it.
/// Stands inside a form, and works without scripts.
/// <code>&lt;confirm-step label="Trekk tilbake" confirm="Ja, trekk tilbake 4 tilbud" tone="danger"&gt;…&lt;/confirm-step&gt;</code>
/// </summary>
[HtmlTargetElement("confirm-step")]
public sealed class ConfirmStepTagHelper : TagHelper
{
    /// <summary>The first button.</summary>
    public string Label { get; set; } = "";

    /// <summary>The button that does it: a verb, and how many.</summary>
    public string Confirm { get; set; } = "";

    /// <summary>danger, or accent for what is only outward.</summary>
    public string Tone { get; set; } = "danger";

    /// <summary>The page handler that the second button posts to, when the form has several.</summary>
    public string? Handler { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var what = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "app-confirm");

        var summary = new TagBuilder("summary");
        summary.AddCssClass("ds-button");
        summary.Attributes["data-variant"] = "secondary";
        summary.Attributes["data-color"] = Tone;
        summary.InnerHtml.Append(Label);

        var act = new TagBuilder("button");
        act.AddCssClass("ds-button");
        act.Attributes["type"] = "submit";
        act.Attributes["data-color"] = Tone;
        if (Handler is not null)
            act.Attributes["formaction"] = "?handler=" + Uri.EscapeDataString(Handler);
        act.InnerHtml.Append(Confirm);

        var body = new TagBuilder("div");
        body.AddCssClass("app-confirm-body");
        body.InnerHtml.AppendHtml(what).AppendHtml(act);
        output.Content.SetHtmlContent(summary).AppendHtml(body);
    }
}
