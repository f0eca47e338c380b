using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database;

/// <summary>The embedded default: one file, WAL.</summary>
public sealed class SqliteRekrutteringDb(DbContextOptions<SqliteRekrutteringDb> options, KommuneScope scope) : RekrutteringDb(options, scope)
{
    /// <inheritdoc/>
    public override bool IsEmbedded => true;

    /// <inheritdoc/>
    public override string QueryFor(IReadOnlyList<string> words) => $"Words : ({string.Join(" AND ", words.Select(word => $"\"{word}\" *"))})";

    /// <inheritdoc/>
    public override Task StayOpenAsync(CancellationToken cancellationToken = default) => Database.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// Counts the indexes. Uncounted, SQLite takes a kommune for ten rows and walks all of them for fifty ids: a page of 100,000 students
    /// took 190 ms.
    /// </summary>
    public override Task TendAsync(CancellationToken cancellationToken = default) => Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; ANALYZE;", cancellationToken);
}
