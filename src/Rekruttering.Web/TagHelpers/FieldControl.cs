using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Rekruttering.Web.Pages.Shared;

namespace Rekruttering.Web.TagHelpers;

/// <summary>Draws a form field with Designsystemet's parts.</summary>
internal sealed class FieldControl(FieldState field, string kind, TagHelperAttributeList asWritten)
{
    private readonly List<TagHelperAttribute> _asWritten = [.. asWritten];

    public string Kind => kind;

    public HtmlContentBuilder Single(IEnumerable<SelectListItem> items, string? emptyChoice, int? counter)
    {
        var control = kind switch
        {
            "textarea" => Textarea(),
            "select" => Select(items, emptyChoice),
            _ => Input(),
        };
        var content = new HtmlContentBuilder().AppendHtml(Label("label")).AppendHtml(Help()).AppendHtml(Wired(control));
        if (counter is { } limit)
        {
            var count = new TagBuilder("p");
            count.Attributes["data-field"] = "counter";
            count.Attributes["data-limit"] = limit.ToString();
            count.Attributes["data-under"] = field.Language.Say("%d tegn igjen", "%d teikn att", "%d characters left");
            count.Attributes["data-over"] = field.Language.Say("%d tegn for mye", "%d teikn for mykje", "%d characters too many");
            content.AppendHtml(count);
        }
        return (HtmlContentBuilder)content.AppendHtml(Error());
    }

    public HtmlContentBuilder Checkbox()
    {
        var box = Choice("checkbox", field.Id, "true", field.Has("true") || field.Has("True"));
        return (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml(Wired(box)).AppendHtml(Label("label")).AppendHtml(Help()).AppendHtml(Error());
    }

    /// <summary>A box that is not ticked posts nothing: this says "no" in its place.</summary>
    public TagBuilder UncheckedTwin()
    {
        var twin = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        twin.Attributes["type"] = "hidden";
        twin.Attributes["name"] = field.Name;
        twin.Attributes["value"] = "false";
        return twin;
    }

    public HtmlContentBuilder Group(IEnumerable<SelectListItem> items)
    {
        var content = new HtmlContentBuilder();
        content.AppendHtml(Label("legend")).AppendHtml(Help());
        foreach (var (item, number) in items.Select((item, number) => (item, number)))
            content.AppendHtml(GroupChoice(item, $"{field.Id}_{number}"));
        return (HtmlContentBuilder)content.AppendHtml(Error());
    }

    private TagBuilder GroupChoice(SelectListItem item, string id)
    {
        var choice = Choice(kind == "radio" ? "radio" : "checkbox", id, item.Value, field.Has(item.Value) || item.Selected);
        if (item.Disabled)
            choice.Attributes["disabled"] = "disabled";
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(item.Text);

        var row = new TagBuilder("ds-field");
        row.AddCssClass("ds-field");
        if (field.Boxed)
        {
            row.Attributes["data-variant"] = "outline";
            row.Attributes["data-clickdelegatefor"] = id;
        }
        row.InnerHtml.AppendHtml(choice).AppendHtml(label);
        if (item is Option { Description: { } description })
        {
            var help = Paragraph("description", id + "-hjelp", description);
            choice.Attributes["aria-describedby"] = id + "-hjelp";
            row.InnerHtml.AppendHtml(help);
        }
        if (field.Failed)
            choice.Attributes["aria-invalid"] = "true";
        return row;
    }

    private TagBuilder Choice(string type, string id, string? value, bool chosen)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("ds-input");
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = field.Name;
        input.Attributes["value"] = value;
        if (chosen)
            input.Attributes["checked"] = "checked";
        return input;
    }

    private TagBuilder Input()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = kind;
        // A password or a file that was refused is chosen again: the page must not carry the secret back.
        if (kind is not ("password" or "file"))
            input.Attributes["value"] = field.Value ?? "";
        return input;
    }

    private TagBuilder Textarea()
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = "5";
        // HTML drops the first line break of a textarea; this one is there to be dropped.
        area.InnerHtml.AppendHtml("\n").Append(field.Value ?? "");
        return area;
    }

    private TagBuilder Select(IEnumerable<SelectListItem> items, string? emptyChoice)
    {
        var select = new TagBuilder("select");
        if (emptyChoice is not null)
            items = items.Prepend(new SelectListItem(emptyChoice, ""));
        foreach (var group in items.GroupBy(item => item.Group?.Name))
        {
            var parent = select;
            if (group.Key is not null)
            {
                parent = new TagBuilder("optgroup");
                parent.Attributes["label"] = group.Key;
                select.InnerHtml.AppendHtml(parent);
            }
            foreach (var item in group)
                parent.InnerHtml.AppendHtml(Option(item));
        }
        return select;
    }

    private TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        if (field.Has(item.Value))
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(item.Text);
        return option;
    }

    private TagBuilder Wired(TagBuilder control)
    {
        control.AddCssClass("ds-input");
        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        if (field.Required && !field.Optional)
            control.Attributes["aria-required"] = "true";
        if (field.Failed)
            control.Attributes["aria-invalid"] = "true";
        if (field.DescribedBy is { } by)
            control.Attributes["aria-describedby"] = by;
        foreach (var attribute in _asWritten)
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        return control;
    }

    private TagBuilder Label(string tag)
    {
        var label = new TagBuilder(tag);
        if (tag == "label")
            label.Attributes["for"] = field.Id;
        label.AddCssClass(field.HideLabel ? "ds-sr-only" : kind == "checkbox" ? "app-choice" : "ds-label");
        label.InnerHtml.Append(field.Label);
        if (field.Optional)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("app-optional");
            optional.InnerHtml.Append(field.Language.Say(" (valgfritt)", " (valfritt)", " (optional)"));
            label.InnerHtml.AppendHtml(optional);
        }
        return label;
    }

    private IHtmlContent Help() => field.Description is null ? HtmlString.Empty : Paragraph("description", field.HelpId, field.Description);

    private IHtmlContent Error()
    {
        if (!field.Failed)
            return HtmlString.Empty;
        var error = Paragraph("validation", field.ErrorId, string.Join(" ", field.Errors.Distinct()));
        error.AddCssClass("ds-validation-message");
        return error;
    }

    private static TagBuilder Paragraph(string role, string id, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.Attributes["data-field"] = role;
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
