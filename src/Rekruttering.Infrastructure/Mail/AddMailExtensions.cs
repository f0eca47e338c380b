using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Rekruttering.Application.Outbox;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>The mail edge of the program.</summary>
public static class AddMailExtensions
{
    /// <summary>
    /// Adds the transport that <c>Mail:Transport</c> names and the renderer. A fault in the section <c>Mail</c> stops the
    /// program at start, with a sentence for each.
    /// </summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();

        // Without this, æøå leave as entities: right in HTML, wrong in a subject, and unreadable in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddMvcCore().AddRazorViewEngine().ConfigureApplicationPartManager(AddTemplates);
        services.AddSingleton<IMailRenderer, MailRenderer>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => MailTransports.Of(provider.GetRequiredService<IOptions<MailOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>The web project's build finds the templates by itself; a command, a test or a tool may have another entry assembly.</summary>
    static void AddTemplates(ApplicationPartManager parts)
    {
        var assembly = typeof(MailModel).Assembly;
        if (!parts.ApplicationParts.OfType<CompiledRazorAssemblyPart>().Any(part => part.Assembly == assembly))
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
    }
}
