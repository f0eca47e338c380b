using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Statistics;
using Rekruttering.Application.Students.Import;
using Rekruttering.Infrastructure.Statistics;

namespace Rekruttering.Infrastructure.Extracts;

/// <summary>Registers what reads lists.</summary>
public static class AddExtractsExtensions
{
    /// <summary>Persons in CSV and XLSX, statistics in JSON-stat, CSV and XLSX.</summary>
    public static IServiceCollection AddExtracts(this IServiceCollection services) => services
        .AddSingleton<IExtractReader, ExtractReader>().AddSingleton<IStatisticsReader, StatisticsReader>();
}
