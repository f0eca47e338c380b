using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database;

/// <summary>Registers the database that the configuration names.</summary>
public static class DatabaseSetup
{
    /// <summary>The connection when nothing is configured: a file under data/ in the working directory.</summary>
    public const string DefaultConnection = "Data Source=data/rekruttering.db";

    /// <summary>
    /// Reads <c>Database:Provider</c> (Sqlite or Postgres) and <c>ConnectionStrings:Rekruttering</c>.
    /// <see cref="RekrutteringDb"/> is scoped, and so is the <see cref="KommuneScope"/> it obeys.
    /// </summary>
    public static IServiceCollection AddRekrutteringDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<KommuneScope>();
        var (provider, connection) = Read(configuration);
        if (provider == DatabaseProvider.Postgres)
        {
            services.AddDbContext<PostgresRekrutteringDb>(options => UsePostgres(options, connection));
            services.AddScoped<RekrutteringDb>(s => s.GetRequiredService<PostgresRekrutteringDb>());
        }
        else
        {
            CreateFolderOf(connection);
            services.AddDbContext<SqliteRekrutteringDb>(options => UseSqlite(options, connection));
            services.AddScoped<RekrutteringDb>(s => s.GetRequiredService<SqliteRekrutteringDb>());
        }
        return services;
    }

    /// <summary>Has SQLite's log carried over beside all other work; PostgreSQL does that by itself. One process does it.</summary>
    public static IServiceCollection AddCheckpoints(this IServiceCollection services, IConfiguration configuration)
    {
        var (provider, connection) = Read(configuration);
        return provider == DatabaseProvider.Sqlite ? services.AddHostedService(s => ActivatorUtilities.CreateInstance<SqliteCheckpoints>(s, connection)) : services;
    }

    /// <summary>The engine and connection string that the configuration names.</summary>
    public static (DatabaseProvider Provider, string Connection) Read(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider))
            throw new InvalidOperationException($"Database:Provider is '{name}'. It must be Sqlite or Postgres.");
        var connection = configuration.GetConnectionString("Rekruttering");
        if (provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(connection))
            throw new InvalidOperationException("ConnectionStrings:Rekruttering is missing. PostgreSQL needs one.");
        return (provider, string.IsNullOrWhiteSpace(connection) ? DefaultConnection : connection);
    }

    /// <summary>Where the files stand that belong to the database: beside it, or in data/ where it is a server.</summary>
    public static string FolderOf(IConfiguration configuration)
    {
        var (provider, connection) = Read(configuration);
        var file = provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(connection).DataSource : "data/rekruttering";
        return Path.GetDirectoryName(Path.GetFullPath(file))!;
    }

    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, o => o.MigrationsHistoryTable("__migrations").MigrationsAssembly(typeof(DatabaseSetup).Assembly))
            .ReplaceService<IModelCacheKeyFactory, ScopeModelKey>().AddInterceptors(new SqlitePragmas());

    internal static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, o => o.MigrationsHistoryTable("__migrations").MigrationsAssembly(typeof(DatabaseSetup).Assembly))
            .ReplaceService<IModelCacheKeyFactory, ScopeModelKey>();

    private static void CreateFolderOf(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder && file != ":memory:")
            Directory.CreateDirectory(folder);
    }
}
