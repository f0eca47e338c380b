using AngleSharp.Html.Dom;

namespace Rekruttering.TestSupport;

/// <summary>Sends one of several like forms of a page: the one for this handler that holds these fields.</summary>
public static class VisitorForms
{
    /// <summary>Presses the button of the form that posts to a handler and whose hidden fields are these.</summary>
    public static Task<SeenPage> PostFrom(this Visitor visitor, SeenPage page, string handler, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(page);
        var form = page.Document.QuerySelectorAll("form").OfType<IHtmlFormElement>().First(f =>
            (f.GetAttribute("action") ?? "").Contains("handler=" + handler, StringComparison.OrdinalIgnoreCase)
            && fields.All(field => f.Elements.Any(e => e.GetAttribute("name") == field.Name && e.GetAttribute("value") == field.Value)));
        var values = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 }).Select(i => (i.Name!, i.Value)).ToArray();
        return visitor.PostBare(form.GetAttribute("action")!, values);
    }
}
