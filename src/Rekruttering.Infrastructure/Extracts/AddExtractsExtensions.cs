using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Students.Import;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Registers what reads lists.</summary>
public static class AddExtractsExtensions
{
    /// <summary>CSV and XLSX.</summary>
    public static IServiceCollection AddExtracts(this IServiceCollection services) => services.AddSingleton<IExtractReader, ExtractReader>();
}
