using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database;

/// <summary>The second engine.</summary>
public sealed class PostgresRekrutteringDb(DbContextOptions<PostgresRekrutteringDb> options, KommuneScope scope) : RekrutteringDb(options, scope)
{
    /// <inheritdoc/>
    public override bool IsEmbedded => false;

    /// <inheritdoc/>
    public override string QueryFor(IReadOnlyList<string> words) => string.Join(" & ", words.Select(word => $"'{word}':*"));

    /// <inheritdoc/>
    public override IQueryable<StudentHit> StudentSearch(string query) => Set<StudentHit>().FromSqlRaw("""
        SELECT "Id" AS "StudentId", "KommuneNumber", "Status", "SearchName" FROM "Students" WHERE to_tsvector('simple', "SearchWords") @@ to_tsquery('simple', {0})
        """, query);

    /// <summary>Nothing: connections are few, and those who wait for one are other requests.</summary>
    public override Task StayOpenAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Nothing: the server has its own memory.</summary>
    public override Task<IAsyncDisposable> WriteManyAsync(CancellationToken cancellationToken = default) => Task.FromResult<IAsyncDisposable>(new NothingHeld());

    private sealed class NothingHeld : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Nothing: autovacuum does it.</summary>
    public override Task TendAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
