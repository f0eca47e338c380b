using System.CommandLine;
using System.Diagnostics;
using Rekruttering.Application.Demo;

namespace Rekruttering.Web.Commands;

/// <summary>`seed`: invented students in the register of a kommune, for measuring.</summary>
internal static class SeedCommand
{
    public static Command Create(IServiceProvider services, CommandIo io)
    {
        var kommune = CommandOptions.Kommune();
        var students = new Option<int>("--students") { Description = $"How many, from 1 to {SeedStudents.MostStudents}.", Required = true, HelpName = "N" };
        students.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > SeedStudents.MostStudents)
                result.AddError($"--students must be from 1 to {SeedStudents.MostStudents}.");
        });
        var json = CommandOptions.Json();
        var command = new Command("seed", "Add invented students to a kommune, for measuring. Never on data that anybody needs.") { kommune, students, json };
        command.SetAction(async (parsed, stop) =>
        {
            var started = Stopwatch.GetTimestamp();
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<SeedStudents>().ExecuteAsync(parsed.GetValue(kommune)!, parsed.GetValue(students), stop);
            if (!result.IsOk)
                throw new CommandFailedException("The students could not be added.");
            var seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1);
            await io.ReportAsync(parsed.GetValue(json), new { kommune = parsed.GetValue(kommune), students = parsed.GetValue(students), seconds },
                FormattableString.Invariant($"Added {parsed.GetValue(students)} invented students to {parsed.GetValue(kommune)} in {seconds} s."));
            return 0;
        });
        return command;
    }
}
