using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Hosting;

/// <summary>
/// `/healthz`: the process lives. `/readyz`: the database can be reached and is of this version. `/mailz`: mail leaves, for a monitor and never for a load balancer, since
/// another process would fare no better. It is open to anybody, and says a time and a number: what the server said stands on the pages.
/// </summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (RekrutteringDb db, CancellationToken stop) => await IsReadyAsync(db, stop)
            ? Results.Text("ready")
            : Results.Text("not ready: the database cannot be reached or is not migrated", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/mailz", async (RekrutteringDb db, KommuneScope scope, TimeProvider clock, CancellationToken stop) =>
        {
            scope.EnterEverywhere();
            return await db.StandstillAsync(clock.UtcNow(), stop) is { } standstill
                ? Results.Text($"mail has stood still since {standstill.Since:yyyy-MM-dd'T'HH:mm:ss'Z'}: {standstill.Waiting} wait", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("mail leaves");
        });
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
