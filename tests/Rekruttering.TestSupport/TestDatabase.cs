using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rekruttering.Application.Data;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.TestSupport;

/// <summary>
/// A migrated database of one's own, gone when disposed of. The migrations run once per process, on a template that is then copied.
/// SQLite in a temporary folder; PostgreSQL when REKRUTTERING_TEST_POSTGRES holds a connection string of somebody who may create databases.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("REKRUTTERING_TEST_POSTGRES");
    private static readonly DirectoryInfo Shared = Directory.CreateTempSubdirectory("rekruttering-tests-");
    private static readonly Lazy<string> Template = new(CreateTemplate);

    private readonly string _postgresName = "rek_test_" + Guid.CreateVersion7().ToString("N");

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        if (Server is not null && Template.IsValueCreated)
            OnServer($"DROP DATABASE IF EXISTS {Template.Value} WITH (FORCE)");
        Shared.Delete(recursive: true);
    };

    public TestDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("rekruttering-test-");
        if (Server is null)
            File.Copy(Template.Value, Path.Combine(Folder.FullName, "rekruttering.db"));
        else
            OnServer($"CREATE DATABASE {_postgresName} TEMPLATE {Template.Value}");
    }

    /// <summary>For what else the program writes: keys, mails.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>What the program is told of it.</summary>
    public IReadOnlyDictionary<string, string> Settings => Server is null
        ? Sqlite(Path.Combine(Folder.FullName, "rekruttering.db"))
        : Postgres(_postgresName);

    public void Dispose()
    {
        if (Server is not null)
            OnServer($"DROP DATABASE IF EXISTS {_postgresName} WITH (FORCE)");
        else
            LetGoOf(Settings["ConnectionStrings:Rekruttering"]);
        Folder.Delete(recursive: true);
    }

    // Pooled, as the program is where it runs: without, each scope opens the file, reads the whole schema and at its end carries the log over to the disk.
    private static Dictionary<string, string> Sqlite(string file) => new()
    {
        ["Database:Provider"] = "Sqlite",
        ["ConnectionStrings:Rekruttering"] = $"Data Source={file}",
    };

    private static void LetGoOf(string file)
    {
        using var connection = new SqliteConnection(file);
        SqliteConnection.ClearPool(connection);
    }

    // Pooled, because signing in to PostgreSQL costs more than most of what a test asks it; but a template that somebody is connected to cannot be copied.
    private static Dictionary<string, string> Postgres(string name, bool pooled = true) => new()
    {
        ["Database:Provider"] = "Postgres",
        ["ConnectionStrings:Rekruttering"] = new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = pooled, MaxPoolSize = 30 }.ConnectionString,
    };

    private static string CreateTemplate()
    {
        var name = "rek_template_" + Guid.CreateVersion7().ToString("N");
        var file = Path.Combine(Shared.FullName, "template.db");
        if (Server is not null)
            OnServer($"CREATE DATABASE {name}");
        var settings = Server is null ? Sqlite(file) : Postgres(name, pooled: false);
        using var services = new ServiceCollection()
            .AddRekrutteringDatabase(new ConfigurationBuilder().AddInMemoryCollection(settings!).Build())
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<RekrutteringDb>().Database.Migrate();
        if (Server is null)
            LetGoOf(settings["ConnectionStrings:Rekruttering"]);
        return Server is null ? file : name;
    }

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The only words in it are this class's own names.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
