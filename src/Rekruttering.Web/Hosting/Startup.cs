using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Students;

namespace Rekruttering.Web.Hosting;

/// <summary>What happens between "built" and "serving".</summary>
internal static class Startup
{
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Loopback, unless an address is configured in any of ASP.NET's ways.</summary>
    public static WebApplicationBuilder ListenOnLoopbackByDefault(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (string.IsNullOrEmpty(configuration["urls"] ?? configuration["http_ports"] ?? configuration["https_ports"])
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        return builder;
    }

    /// <summary>Brings the database to this version, unless `Database:MigrateAtStart` is false: then the operator runs `migrate`.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        if (!services.GetRequiredService<IConfiguration>().GetValue("Database:MigrateAtStart", true))
            return;
        await services.MigrateAndRecountAsync();
    }

    /// <summary>The tables, and then what is stored of the students' plans, as this version counts it.</summary>
    public static async Task MigrateAndRecountAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        await scope.ServiceProvider.GetRequiredService<RekrutteringDb>().Database.MigrateAsync(ct);
        await scope.ServiceProvider.GetRequiredService<RecountStudies>().ExecuteAsync(ct);
    }

    public static IServiceCollection AddFirstAdministratorLink(this IServiceCollection services) => services.AddHostedService<FirstAdministratorLink>();

    /// <summary>
    /// While there is no user, prints where the first administrator opens her account. On the console and not in the log: the link is a
    /// key. Each start makes a new one and ends the last.
    /// </summary>
    private sealed class FirstAdministratorLink(IServiceProvider services, IServer server, IConfiguration configuration) : IHostedLifecycleService
    {
        public async Task StartedAsync(CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<RekrutteringDb>().Users.AnyAsync(cancellationToken))
                return;
            var token = await scope.ServiceProvider.GetRequiredService<IssueOneTimeLink>()
                .ExecuteAsync(OneTimeLinkPurpose.FirstAdministrator, userId: null, cancellationToken);
            var root = configuration["App:BaseUrl"] ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultAddress;
            Console.WriteLine($"No user yet. The first administrator opens this within 24 hours: {root.TrimEnd('/')}/forste-administrator/{token}");
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
