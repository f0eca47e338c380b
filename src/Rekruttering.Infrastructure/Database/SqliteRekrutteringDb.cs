using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database;

/// <summary>The embedded default: one file, WAL.</summary>
public sealed class SqliteRekrutteringDb(DbContextOptions<SqliteRekrutteringDb> options, KommuneScope scope) : RekrutteringDb(options, scope)
{
    /// <inheritdoc/>
    public override bool IsEmbedded => true;

    /// <inheritdoc/>
    public override string QueryFor(IReadOnlyList<string> words) => string.Join(" AND ", words.Select(word => $"\"{word}\" *"));

    /// <inheritdoc/>
    /// <remarks>CROSS JOIN is an order: SQLite takes the words for ten rows at most and would put a walk through the register between them and their students.</remarks>
    public override IQueryable<StudentHit> StudentSearch(string query) => Set<StudentHit>().FromSqlRaw("""
        SELECT h."StudentId", h."KommuneNumber", h."Status", h."SearchName" FROM "StudentSearch"({0}) AS w CROSS JOIN "StudentHits" AS h ON h."Row" = w.rowid
        """, query);

    /// <inheritdoc/>
    public override Task StayOpenAsync(CancellationToken cancellationToken = default) => Database.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// Sixteen megabytes of pages for the connection instead of two: with the usual ones each page is written out and read back many times (100,000 students:
    /// 2 GB instead of 0.5).
    /// </summary>
    public override async Task<IAsyncDisposable> WriteManyAsync(CancellationToken cancellationToken = default)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync("PRAGMA cache_size=-16000;", cancellationToken);
        return new Room(this);
    }

    // The connection goes back to the pool, and the next one is a page that has no use for the memory.
    private sealed class Room(SqliteRekrutteringDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-2000; PRAGMA shrink_memory;", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Counts the indexes. Uncounted, SQLite takes a kommune for ten rows and walks all of them for fifty ids: a page of 100,000 students
    /// took 190 ms.
    /// </summary>
    public override Task TendAsync(CancellationToken cancellationToken = default) => Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; ANALYZE;", cancellationToken);
}
