using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Places;

namespace Rekruttering.Web.Pages.Students;

/// <summary>
/// A filter of the list: a select whose first choice asks for nothing. It writes itself, for the filters hold five hundred choices, and each of them
/// as a tag helper would be a third of the page's time. What is chosen and no longer among the choices stands last and stays chosen: a form that
/// is saved with nothing there asks for everybody.
/// </summary>
public sealed record FilterSelect(string Name, string Label, string Anything, string? Chosen, FilterChoices Choices) : IHtmlContent
{
    public FilterSelect(string name, string label, string anything, string? chosen, IEnumerable<SelectListItem> items)
        : this(name, label, anything, chosen, new FilterChoices(items)) { }

    /// <summary>What is said of a choice that is there no more.</summary>
    public string Gone { get; init; } = "Finnes ikke lenger";

    public static FilterSelect Of<T>(string name, string label, string anything, FilterWords<T> words, T? chosen) where T : struct, Enum =>
        new(name, label, anything, words.Of(chosen), FilterChoices.Of(words));

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        var name = encoder.Encode(Name);
        writer.Write($"<ds-field class=\"ds-field app-field\"><label class=\"ds-label\" for=\"filter-{name}\">{encoder.Encode(Label)}</label><select class=\"ds-input\" id=\"filter-{name}\" name=\"{name}\"><option value=\"\">{encoder.Encode(Anything)}</option>");
        if (!Choices.WriteTo(writer, encoder, Chosen))
            writer.Write($"<option value=\"{encoder.Encode(Chosen!)}\" selected=\"selected\">{encoder.Encode(Gone)}</option>");
        writer.Write("</select></ds-field>");
    }
}

/// <summary>The choices of a filter, put in writing once. Those that are the same for everybody are kept.</summary>
public sealed class FilterChoices(IEnumerable<SelectListItem> items)
{
    private static readonly FilterChoices SharedPlaces = new(Students.Choices.StudyPlaces());

    public static FilterChoices Countries { get; } = new(Students.Choices.Countries().Prepend(new("Ikke notert", StudentFilter.Nobody)));

    public static FilterChoices Kommuner { get; } = new(Students.Choices.Kommuner());

    // The words of a filter are made once, and so are these.
    private static readonly ConditionalWeakTable<object, FilterChoices> Worded = [];

    private string? _written;

    /// <summary>The values of a filter, each beginning with a capital.</summary>
    public static FilterChoices Of<T>(FilterWords<T> words) where T : struct, Enum =>
        Worded.GetValue(words, _ => new([.. words.All.Select(w => new SelectListItem(w.Label[..1].ToUpper(CultureInfo.CurrentCulture) + w.Label[1..], w.Name))]));

    /// <summary>The study places that the kommune knows.</summary>
    public static FilterChoices StudyPlaces(StudyPlaceList places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.Own.Count == 0 ? SharedPlaces : new(Students.Choices.StudyPlaces(places.All));
    }

    /// <returns>False when what is chosen is not among the choices.</returns>
    internal bool WriteTo(TextWriter writer, HtmlEncoder encoder, string? chosen)
    {
        var written = _written ??= string.Concat(items.GroupBy(item => item.Group?.Name).Select(group => Group(encoder, group)));
        var value = chosen is null ? "" : Value(encoder, chosen);
        var after = chosen is null ? -1 : written.IndexOf(value, StringComparison.Ordinal);
        if (after < 0)
        {
            writer.Write(written);
            return string.IsNullOrEmpty(chosen);
        }
        writer.Write(written.AsSpan(0, after + value.Length));
        writer.Write(" selected=\"selected\"");
        writer.Write(written.AsSpan(after + value.Length));
        return true;
    }

    private static string Group(HtmlEncoder encoder, IGrouping<string?, SelectListItem> group)
    {
        var options = string.Concat(group.Select(item => $"<option{Value(encoder, item.Value)}>{encoder.Encode(item.Text)}</option>"));
        return group.Key is null ? options : $"<optgroup label=\"{encoder.Encode(group.Key)}\">{options}</optgroup>";
    }

    private static string Value(HtmlEncoder encoder, string value) => $" value=\"{encoder.Encode(value)}\"";
}
