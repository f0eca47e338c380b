using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rekruttering.Infrastructure.Database;

/// <summary>
/// What every SQLite connection needs at its opening: readers beside one writer (WAL), a commit that survives kill -9 of the process
/// (NORMAL), five seconds' patience with another writer, foreign keys that hold, and a log that is carried over every sixty-four
/// megabytes. Carrying over waits for the disk while nobody can write: with the usual four megabytes each page of a campaign's rows is
/// written several times, and with sixteen its mails still stood still for a fifth of the time.
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
