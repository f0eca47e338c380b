using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rekruttering.Infrastructure.Database;

/// <summary>
/// Carries SQLite's log over into the file beside all other work, several times a second while somebody writes. Without it that falls on whoever
/// saves when the log is full, and nobody else can save meanwhile: a third of a second a time, a tenth of the time of a campaign. In nobody's
/// way (PASSIVE) while the log is short. A long one is made to begin anew (RESTART), for which those who save wait a moment: else it would grow
/// for as long as somebody always reads. Where that does not get through, the limit of <see cref="SqlitePragmas"/> stands.
/// </summary>
internal sealed class SqliteCheckpoints(string connection, TimeProvider clock, ILogger<SqliteCheckpoints> log) : BackgroundService
{
    private static readonly TimeSpan WhileWritten = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhileIdle = TimeSpan.FromSeconds(1);

    /// <summary>In pages: sixteen megabytes.</summary>
    private const long LongLog = 4000;

    /// <summary>How long it may wait for readers, and those who save for it.</summary>
    private const string Patience = "PRAGMA busy_timeout=50;";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(WhileIdle, clock);
        await using var database = new SqliteConnection(connection);
        var before = 0L;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var carried = await CarryOverAsync(database, stoppingToken);
            timer.Period = carried == before ? WhileIdle : WhileWritten;
            before = carried;
        }
    }

    /// <summary>How many pages of the log have been carried over, since it began anew.</summary>
    private async Task<long> CarryOverAsync(SqliteConnection database, CancellationToken cancellationToken)
    {
        try
        {
            if (database.State != System.Data.ConnectionState.Open)
            {
                await database.OpenAsync(cancellationToken);
                await using var patience = database.CreateCommand();
                patience.CommandText = Patience;
                await patience.ExecuteNonQueryAsync(cancellationToken);
            }
            var (length, carried) = await CheckpointAsync(database, "PRAGMA wal_checkpoint(PASSIVE);", cancellationToken);
            // What is left by now is little, so nobody waits long.
            return length < LongLog ? carried : (await CheckpointAsync(database, "PRAGMA wal_checkpoint(RESTART);", cancellationToken)).Carried;
        }
        catch (SqliteException refused)
        {
            // A full disk, or a file that is gone: whoever saves meets it too, and is told.
            log.LogWarning("SQLite's log could not be carried over: {Code}", refused.SqliteExtendedErrorCode);
            return 0;
        }
    }

    private static async Task<(long Log, long Carried)> CheckpointAsync(SqliteConnection database, string pragma, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = pragma;
        await using var answer = await command.ExecuteReaderAsync(cancellationToken);
        return await answer.ReadAsync(cancellationToken) ? (answer.GetInt64(1), answer.GetInt64(2)) : (0, 0);
    }
}
