using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Rekruttering.Application;

/// <summary>Makes every use case known to the container, so that adding one is one file.</summary>
public static class UseCases
{
    /// <summary>Registers, once per scope, every public class of this assembly that has an <c>ExecuteAsync</c> (a use case) or a <c>ReadAsync</c> (a reading too long for a page).</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        foreach (var type in typeof(UseCases).Assembly.GetExportedTypes().Where(IsUseCase))
            services.AddScoped(type);
        return services;
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(m => m.Name is "ExecuteAsync" or "ReadAsync");
}
