using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database;

/// <summary>For the migration tool: the model on SQLite. Nothing is opened.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteRekrutteringDb>
{
    /// <inheritdoc/>
    public SqliteRekrutteringDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteRekrutteringDb>();
        DatabaseSetup.UseSqlite(options, "Data Source=:memory:");
        return new(options.Options, new KommuneScope());
    }
}

/// <summary>For the migration tool: the model on PostgreSQL. Nothing is opened.</summary>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresRekrutteringDb>
{
    /// <inheritdoc/>
    public PostgresRekrutteringDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresRekrutteringDb>();
        DatabaseSetup.UsePostgres(options, "Host=localhost");
        return new(options.Options, new KommuneScope());
    }
}
