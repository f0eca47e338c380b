namespace Rekruttering.Infrastructure.Database;

/// <summary>The engines; both have the same model and a migration each.</summary>
public enum DatabaseProvider { Sqlite, Postgres }
