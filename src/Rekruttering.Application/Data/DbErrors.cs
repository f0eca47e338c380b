using Microsoft.EntityFrameworkCore;

namespace Rekruttering.Application.Data;

/// <summary>What a failed save means, whichever engine said it.</summary>
public static class DbErrors
{
    /// <summary>A unique index held: somebody, or an earlier run of the same job, has written this row already.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) =>
        exception is not DbUpdateConcurrencyException
        && (exception.InnerException?.Message.Contains("UNIQUE constraint", StringComparison.Ordinal) == true
            || (exception.InnerException as System.Data.Common.DbException)?.SqlState == "23505");
}
