using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Rekruttering.Web.Hosting;

/// <summary>Gives every validation attribute that has no sentence of its own a Norwegian one that says what to do.</summary>
internal sealed class NorwegianValidation : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessageResourceName is null && IsDefault(rule) && SentenceFor(rule) is { } sentence)
                rule.ErrorMessage = sentence;
        }
    }

    // The data type rules (e-mail, address, telephone) carry their English sentence as if somebody had written it.
    private static bool IsDefault(ValidationAttribute rule) =>
        rule.ErrorMessage is null || rule.ErrorMessage.StartsWith("The ", StringComparison.Ordinal);

    private static string? SentenceFor(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "Fyll ut dette feltet.",
        StringLengthAttribute { MinimumLength: > 0 } => "Skriv mellom {2} og {1} tegn.",
        StringLengthAttribute or MaxLengthAttribute => "Skriv høyst {1} tegn.",
        MinLengthAttribute => "Skriv minst {1} tegn.",
        EmailAddressAttribute => "Skriv en e-postadresse, for eksempel kari@example.com.",
        PhoneAttribute => "Skriv et telefonnummer, for eksempel 412 34 567.",
        UrlAttribute => "Skriv en nettadresse som begynner med https://.",
        RangeAttribute => "Skriv et tall fra {1} til {2}.",
        CompareAttribute => "De to feltene er ikke like.",
        RegularExpressionAttribute => "Dette er ikke skrevet slik det skal være.",
        CreditCardAttribute or FileExtensionsAttribute => "Dette kan ikke brukes her.",
        _ => null,
    };
}
