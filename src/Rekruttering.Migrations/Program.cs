using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Infrastructure.Database;

// dotnet run --project src/Rekruttering.Migrations -- NAME    writes the migration NAME for every engine
// dotnet run --project src/Rekruttering.Migrations -- --check exits 1 when the model has outrun the migrations
if (args is not [{ Length: > 0 } name])
{
    await Console.Error.WriteLineAsync("Say the name of the migration, or --check.");
    return 1;
}

var infrastructure = FindInfrastructure();
var drifted = false;
foreach (var db in (DbContext[])[new SqliteDesignTimeFactory().CreateDbContext([]), new PostgresDesignTimeFactory().CreateDbContext([])])
{
    await using (db)
    {
        var engine = db.GetType().Name.Replace("RekrutteringDb", "", StringComparison.Ordinal);
        var pending = db.Database.HasPendingModelChanges();
        if (name == "--check")
        {
            Console.WriteLine($"{engine}: {(pending ? "a migration is missing" : "up to date")}");
            drifted |= pending;
            continue;
        }
        if (!pending)
        {
            Console.WriteLine($"{engine}: nothing has changed");
            continue;
        }
        await using var services = DesignTimeServices(db);
        var migration = services.GetRequiredService<IMigrationsScaffolder>()
            .ScaffoldMigration(name, "Rekruttering.Infrastructure", $"Database.Migrations.{engine}", "C#");
        var folder = Path.Combine(infrastructure, "Database", "Migrations", engine);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, migration.MigrationId + migration.FileExtension), migration.MigrationCode);
        await File.WriteAllTextAsync(Path.Combine(folder, migration.MigrationId + ".Designer" + migration.FileExtension), migration.MetadataCode);
        await File.WriteAllTextAsync(Path.Combine(folder, migration.SnapshotName + migration.FileExtension), migration.SnapshotCode);
        Console.WriteLine($"{engine}: {migration.MigrationId}");
    }
}
return drifted ? 1 : 0;

static ServiceProvider DesignTimeServices(DbContext db)
{
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices();
    services.AddDbContextDesignTimeServices(db);
    var provider = Assembly.Load(db.Database.ProviderName!);
    var entry = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
    ((IDesignTimeServices)Activator.CreateInstance(provider.GetType(entry, throwOnError: true)!)!).ConfigureDesignTimeServices(services);
    return services.BuildServiceProvider();
}

static string FindInfrastructure()
{
    for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
    {
        var candidate = Path.Combine(folder.FullName, "src", "Rekruttering.Infrastructure");
        if (Directory.Exists(candidate))
            return candidate;
    }
    throw new InvalidOperationException("Run this inside the repository.");
}
