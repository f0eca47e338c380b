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

    /// <summary>Two transactions touched the same rows and this one lost: nothing of it was written, and it may be tried again.</summary>
    public static bool IsLostRace(this Exception exception)
    {
        // An execution strategy that gives up wraps what the save wrapped already.
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (fault is DbUpdateConcurrencyException or System.Data.Common.DbException { SqlState: "40001" or "40P01" })
                return true;
        }
        return false;
    }
}
