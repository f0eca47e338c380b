using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.TagHelpers;

/// <summary>
/// One question of a form: label, help, control, error, and the wiring between them. What is written on the element beyond its own
/// attributes (autocomplete, rows, inputmode, …) goes to the control.
/// <code>&lt;form-field asp-for="Input.Email" label="E-post" description="…" /&gt;</code>
/// The control follows the type (bool, DateOnly, DateTime, int, …) unless <c>as</c> or <c>items</c> says otherwise.
/// </summary>
[HtmlTargetElement("form-field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question, in plain words.</summary>
    public string Label { get; set; } = "";

    /// <summary>One sentence of help under the label.</summary>
    public string? Description { get; set; }

    /// <summary>text, textarea, select, radio, checkbox, checkboxes, date, datetime-local, email, password, tel, number, search, file, url.</summary>
    public string? As { get; set; }

    /// <summary>What can be chosen, for select, radio and checkboxes. An <see cref="Option"/> may carry a description.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty choice of a select, e.g. "Velg land".</summary>
    public string? EmptyChoice { get; set; }

    /// <summary>Says so beside the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Counts down from so many characters under a text.</summary>
    public int? Counter { get; set; }

    /// <summary>Shows the label to screen readers only; for a field whose neighbour says what it is.</summary>
    public bool HideLabel { get; set; }

    /// <summary>Draws each choice of a radio or checkboxes as a wide box: for a thumb.</summary>
    public bool Boxed { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = FieldState.Of(For, ViewContext) with
        {
            Label = Label,
            Description = Description,
            Optional = Optional,
            HideLabel = HideLabel,
            Boxed = Boxed,
            Language = StudentShell.Of(ViewContext.ViewData).Language,
        };
        FieldLabels.Of(ViewContext).Add(field.Name, Label);
        var control = new FieldControl(field, As ?? field.NaturalControl(Items is not null), output.Attributes);
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;

        switch (control.Kind)
        {
            case "radio" or "checkboxes":
                output.TagName = "fieldset";
                output.Attributes.SetAttribute("class", "ds-fieldset app-field");
                output.Attributes.SetAttribute("id", field.Id);
                output.Attributes.SetAttribute("tabindex", "-1");
                output.Content.AppendHtml(control.Group(Items ?? []));
                break;
            case "checkbox":
                Wrap(output);
                output.Content.AppendHtml(control.Checkbox());
                output.PostElement.AppendHtml(control.UncheckedTwin());
                break;
            default:
                Wrap(output);
                output.Content.AppendHtml(control.Single(Items ?? [], EmptyChoice, Counter));
                break;
        }
    }

    private static void Wrap(TagHelperOutput output)
    {
        output.TagName = "ds-field";
        output.Attributes.SetAttribute("class", "ds-field app-field");
    }
}

/// <summary>A choice with a sentence under it.</summary>
public sealed class Option : SelectListItem
{
    public Option(string value, string text, string? description = null) : base(text, value) => Description = description;

    public string? Description { get; }
}
