namespace Rekruttering.Domain.Students.Import;

/// <summary>What a spreadsheet shows where a formula failed, as Excel stores it and as Norwegian Excel writes it to CSV.</summary>
public static class SheetError
{
    static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A", "#I/T", "#REF!", "#VALUE!", "#VERDI!", "#NAME?", "#NAVN?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA",
    };

    /// <summary>True for the error alone: a text that only mentions one is a text.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('#') && Texts.Contains(text.TrimEnd());
    }
}
