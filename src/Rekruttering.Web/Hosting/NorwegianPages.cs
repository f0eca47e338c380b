using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Rekruttering.Web.Hosting;

/// <summary>Pages that speak, read and count Norwegian.</summary>
internal static partial class NorwegianPages
{
    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    public static IServiceCollection AddPagesInNorwegian(this IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(SpeakNorwegian).AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        // æøå stay letters in the source of the page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.Configure<RequestLocalizationOptions>(culture =>
        {
            culture.DefaultRequestCulture = new RequestCulture(Norwegian);
            culture.SupportedCultures = culture.SupportedUICultures = [Norwegian];
            culture.RequestCultureProviders.Clear();
        });
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "skjema";
            // Content-Security-Policy says who may frame us, and the preview of a mail is framed by ourselves.
            form.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    private static void SpeakNorwegian(MvcOptions mvc)
    {
        mvc.ModelMetadataDetailsProviders.Add(new NorwegianValidation());
        var says = mvc.ModelBindingMessageProvider;
        says.SetValueMustNotBeNullAccessor(_ => "Fyll ut dette feltet.");
        says.SetMissingBindRequiredValueAccessor(_ => "Fyll ut dette feltet.");
        says.SetMissingKeyOrValueAccessor(() => "Fyll ut dette feltet.");
        says.SetMissingRequestBodyRequiredValueAccessor(() => "Skjemaet kom fram tomt. Send det en gang til.");
        says.SetAttemptedValueIsInvalidAccessor((value, _) => NotUsable(value));
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(NotUsable);
        says.SetValueIsInvalidAccessor(NotUsable);
        says.SetUnknownValueIsInvalidAccessor(_ => "Dette kan vi ikke lese. Skriv det på en annen måte.");
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Dette kan vi ikke lese. Skriv det på en annen måte.");
        says.SetValueMustBeANumberAccessor(_ => "Skriv et tall.");
        says.SetNonPropertyValueMustBeANumberAccessor(() => "Skriv et tall.");
    }

    private static string NotUsable(string value) => LooksLikeDate().IsMatch(value)
        ? $"{value} er ikke en dato som finnes. Skriv dag, måned og år, for eksempel 03.02.2027."
        : $"«{value}» kan ikke brukes her.";

    [GeneratedRegex(@"^\s*\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}")]
    private static partial Regex LooksLikeDate();
}
