using Microsoft.AspNetCore.HttpOverrides;

namespace Rekruttering.Web.Hosting;

/// <summary>
/// `App:TrustedProxies` ("10.0.0.5, 10.1.0.0/16") names who may tell us the caller's address and scheme. Without it nobody may.
/// </summary>
internal static class BehindAProxy
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            var named = (configuration["App:TrustedProxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            forwarded.ForwardedHeaders = named.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in named)
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy.Contains('/') ? proxy : proxy + (proxy.Contains(':') ? "/128" : "/32")));
        });
}
