using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Infrastructure.Database;

/// <summary>The embedded default: one file, WAL.</summary>
public sealed class SqliteRekrutteringDb(DbContextOptions<SqliteRekrutteringDb> options, KommuneScope scope) : RekrutteringDb(options, scope)
{
    /// <inheritdoc/>
    public override bool IsEmbedded => true;
}
