using Microsoft.AspNetCore.Mvc.ModelBinding;
using Rekruttering.Application.Students;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>What was typed, on its way back to the page.</summary>
public static class TypedText
{
    /// <summary>Takes every fødselsnummer out of what a refused form shows again.</summary>
    public static void DropNationalIds(this ModelStateDictionary typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        foreach (var (key, entry) in typed.Where(e => e.Value?.AttemptedValue is { } text && StudentForm.Without(text) != text))
            typed.SetModelValue(key, new ValueProviderResult(StudentForm.Without(entry!.AttemptedValue) ?? ""));
    }

    /// <summary>Keeps what was typed and forgets what is wrong with it: for a page that says all of it itself.</summary>
    public static void ForgetErrors(this ModelStateDictionary typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        foreach (var (_, entry) in typed)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }
}
