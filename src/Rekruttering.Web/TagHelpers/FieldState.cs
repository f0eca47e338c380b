using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.TagHelpers;

/// <summary>What a form field stands for, what was typed into it, and what is wrong with that.</summary>
internal sealed record FieldState(string Name, string Id, Type Type, object? Model, string[]? Attempted, IReadOnlyList<string> Errors, bool Required)
{
    public string Label { get; init; } = "";
    public string? Description { get; init; }
    public bool Optional { get; init; }
    public bool HideLabel { get; init; }
    public bool Boxed { get; init; }

    /// <summary>Of the words that a field adds by itself; staff read bokmål.</summary>
    public WrittenForm Language { get; init; }

    public string HelpId => Id + "-hjelp";
    public string ErrorId => Id + "-feil";
    public bool Failed => Errors.Count > 0;

    public static FieldState Of(ModelExpression model, ViewContext view)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(model.Name);
        var entry = view.ViewData.ModelState.GetValueOrDefault(name);
        var attempted = entry?.RawValue switch
        {
            string[] many => many,
            string one => [one],
            _ => entry?.AttemptedValue is { } text ? [text] : null,
        };
        return new FieldState(
            name, IdOf(name), model.Metadata.UnderlyingOrModelType, model.Model, attempted,
            entry?.Errors.Select(e => e.ErrorMessage).Where(e => e.Length > 0).ToArray() ?? [],
            model.Metadata is { IsRequired: true, UnderlyingOrModelType: var type } && type != typeof(bool));
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The control that the type asks for by itself.</summary>
    public string NaturalControl(bool hasItems) => hasItems
        ? "select"
        : Type switch
        {
            var t when t == typeof(bool) => "checkbox",
            var t when t == typeof(DateOnly) => "date",
            var t when t == typeof(DateTime) => "datetime-local",
            var t when t == typeof(TimeOnly) => "time",
            var t when t == typeof(int) || t == typeof(long) || t == typeof(short) => "number",
            var t when typeof(IFormFile).IsAssignableFrom(t) => "file",
            _ => "text",
        };

    /// <summary>What to show in the control: what was typed, before what is stored.</summary>
    public string? Value => Attempted is { Length: > 0 } ? Attempted[0] : Written(Model);

    /// <summary>Is this choice taken?</summary>
    public bool Has(string? choice) => Attempted is not null
        ? Attempted.Contains(choice, StringComparer.OrdinalIgnoreCase)
        : Model switch
        {
            null => string.IsNullOrEmpty(choice),
            string text => text == choice,
            System.Collections.IEnumerable many => many.Cast<object>().Any(one => Written(one) == choice),
            var one => string.Equals(Written(one), choice, StringComparison.OrdinalIgnoreCase),
        };

    public string? DescribedBy => (Description, Failed) switch
    {
        (null, false) => null,
        (null, true) => ErrorId,
        (_, false) => HelpId,
        _ => HelpId + " " + ErrorId,
    };

    /// <summary>Dates as the browser's date controls want them, everything else as Norwegians write it.</summary>
    private static string? Written(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value?.ToString(),
    };
}
