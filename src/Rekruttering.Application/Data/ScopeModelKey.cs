using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Rekruttering.Application.Data;

/// <summary>
/// Two models, one for a kommune's scope and one for the scope of all, because their filters differ: "@everywhere OR number = @number" in every
/// query keeps SQLite from its indexes (100,000 students: 120 ms a count instead of 1). A context has its model from its first query on; one that
/// enters the scope of all later than that sees nothing, and one that leaves it is still filtered.
/// </summary>
public sealed class ScopeModelKey : IModelCacheKeyFactory
{
    /// <inheritdoc/>
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as RekrutteringDb)?.ScopeIsEverywhere, designTime);
}
