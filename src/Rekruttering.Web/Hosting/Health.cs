using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;

namespace Rekruttering.Web.Hosting;

/// <summary>`/healthz`: the process lives. `/readyz`: the database can be reached and is of this version.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (RekrutteringDb db, CancellationToken stop) => await IsReadyAsync(db, stop)
            ? Results.Text("ready")
            : Results.Text("not ready: the database cannot be reached or is not migrated", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task<bool> IsReadyAsync(RekrutteringDb db, CancellationToken stop)
    {
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(stop)).Any();
        }
        catch (Exception unreachable) when (unreachable is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }
}
