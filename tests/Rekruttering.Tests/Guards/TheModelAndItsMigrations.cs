using Microsoft.EntityFrameworkCore;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.Tests.Guards;

/// <summary>A column that has no migration is a program that fails at its start.</summary>
[Trait("Engine", "Any")]
public sealed class TheModelAndItsMigrations
{
    [Fact]
    public void SQLite_has_a_migration_for_all_of_the_model()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "dotnet run --project src/Rekruttering.Migrations -- NAME writes it.");
    }

    [Fact]
    public void PostgreSQL_has_a_migration_for_all_of_the_model()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "dotnet run --project src/Rekruttering.Migrations -- NAME writes it.");
    }

    [Fact]
    public void Both_engines_have_the_same_migrations()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgres = new PostgresDesignTimeFactory().CreateDbContext([]);
        Assert.Equal(NamesOf(sqlite), NamesOf(postgres));
    }

    // "20261122064705_Initial": the two are written a moment apart.
    private static IEnumerable<string> NamesOf(DbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
