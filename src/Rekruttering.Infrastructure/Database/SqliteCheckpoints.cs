using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rekruttering.Infrastructure.Database;

/// <summary>
/// Carries SQLite's log over into the file beside all other work, several times a second while somebody writes. Without it that falls on whoever
/// saves when the log is full, and nobody else can save meanwhile: a third of a second a time, a tenth of the time of a campaign. Never in
/// anybody's way (PASSIVE); where it does not get through, the limit of <see cref="SqlitePragmas"/> stands.
/// </summary>
internal sealed class SqliteCheckpoints(string connection, TimeProvider clock, ILogger<SqliteCheckpoints> log) : BackgroundService
{
    private static readonly TimeSpan WhileWritten = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhileIdle = TimeSpan.FromSeconds(1);

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
                await database.OpenAsync(cancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE);";
            await using var answer = await command.ExecuteReaderAsync(cancellationToken);
            return await answer.ReadAsync(cancellationToken) ? answer.GetInt64(2) : 0;
        }
        catch (SqliteException refused)
        {
            // A full disk, or a file that is gone: whoever saves meets it too, and is told.
            log.LogWarning("SQLite's log could not be carried over: {Code}", refused.SqliteExtendedErrorCode);
            return 0;
        }
    }
}
