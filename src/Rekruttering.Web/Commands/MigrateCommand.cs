using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Web.Hosting;

namespace Rekruttering.Web.Commands;

/// <summary>`migrate`: brings the database to this version of the program. Doing so again changes nothing.</summary>
internal static class MigrateCommand
{
    public static Command Create(IServiceProvider services, CommandIo io)
    {
        var json = CommandOptions.Json();
        var command = new Command("migrate", "Bring the database to this version of the program.") { json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var scope = services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<RekrutteringDb>().Database;
            var pending = (await database.GetPendingMigrationsAsync(stop)).ToList();
            await services.MigrateAndRecountAsync(stop);
            await io.ReportAsync(parsed.GetValue(json), new { applied = pending },
                pending.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", pending)}.");
            return 0;
        });
        return command;
    }
}
