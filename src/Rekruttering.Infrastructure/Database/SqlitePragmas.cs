using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rekruttering.Infrastructure.Database;

/// <summary>
/// What every SQLite connection needs at its opening: readers beside one writer (WAL), a commit that survives kill -9 of the process
/// (NORMAL), five seconds' patience with another writer, foreign keys that hold, and a log that may grow to sixty-four megabytes before
/// who saves must carry it over, and wait for the disk. Mostly <see cref="SqliteCheckpoints"/> has done it before: with the usual four
/// megabytes the mails of a campaign stood still for a fifth of the time and more.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=16000;";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
