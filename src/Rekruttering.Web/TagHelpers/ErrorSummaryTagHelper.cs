using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// What stopped a form, first on the page and with the focus: each line names its field and leads to it, in the order of the page.
/// Nothing when nothing is wrong. <code>&lt;error-summary /&gt;</code>
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Without it, what the reader has to do, in her language.</summary>
    public string? Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var state = ViewContext.ViewData.ModelState;
        if (state.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "ds-error-summary";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-takes-focus", "");
        var heading = new TagBuilder("h2");
        heading.AddCssClass("ds-heading");
        heading.InnerHtml.Append(Heading ?? StudentShell.Of(ViewContext.ViewData).Language.Say(
            "Dette må rettes før du kan gå videre", "Dette må rettast før du kan gå vidare", "Please correct this before you go on"));
        output.Content.AppendHtml(heading).AppendHtml(new Lines(state, FieldLabels.Of(ViewContext)));
    }

    /// <summary>Written when the page is done, because the fields below say then what they are called and in what order they stand.</summary>
    private sealed class Lines(ModelStateDictionary state, FieldLabels labels) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = new TagBuilder("ul");
            list.AddCssClass("ds-list");
            var failed = state.Where(entry => entry.Value is { Errors.Count: > 0 }).OrderBy(entry => labels.PlaceOf(entry.Key));
            foreach (var (key, entry) in failed)
                foreach (var sentence in entry!.Errors.Select(error => error.ErrorMessage).Where(text => text.Length > 0).Distinct())
                    list.InnerHtml.AppendHtml(Line(key, sentence));
            list.WriteTo(writer, encoder);
        }

        private TagBuilder Line(string key, string sentence)
        {
            var item = new TagBuilder("li");
            if (labels[key] is { } label)
                item.InnerHtml.AppendHtml(Parts.Link($"{label}: {sentence}", "#" + FieldState.IdOf(key), "ds-link"));
            else
                item.InnerHtml.Append(sentence);
            return item;
        }
    }
}

/// <summary>What the form fields of this page are called, in the order in which they stand.</summary>
internal sealed class FieldLabels
{
    private readonly List<(string Name, string Label)> _labels = [];

    public static FieldLabels Of(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FieldLabels)] is not FieldLabels labels)
            view.HttpContext.Items[typeof(FieldLabels)] = labels = new FieldLabels();
        return labels;
    }

    public string? this[string name] => _labels.Find(field => field.Name == name).Label;

    public int PlaceOf(string name) => _labels.FindIndex(field => field.Name == name) is var place and >= 0 ? place : int.MaxValue;

    public void Add(string name, string label) => _labels.Add((name, label));
}
