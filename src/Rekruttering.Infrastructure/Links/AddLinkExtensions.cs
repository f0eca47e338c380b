using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Campaigns;

namespace Rekruttering.Infrastructure.Links;

/// <summary>The edge to the pages that a text links to.</summary>
public static class AddLinkExtensions
{
    /// <summary>Adds the probe, set up by the section <c>Links</c>.</summary>
    public static IServiceCollection AddLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LinkOptions>().Bind(configuration.GetSection(LinkOptions.Section))
            .Validate(links => links.Proxy is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Links:Proxy must be an absolute address, like http://proxy.example.com:3128.")
            .Validate(links => links.AnswerWithin > TimeSpan.Zero, "Links:AnswerWithin must be longer than nothing.").ValidateOnStart();
        return services.AddSingleton<ILinkProbe, HttpLinkProbe>();
    }
}
