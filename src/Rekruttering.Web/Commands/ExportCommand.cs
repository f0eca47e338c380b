using System.CommandLine;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Infrastructure.Extracts;

namespace Rekruttering.Web.Commands;

/// <summary>`export persons`: the active students of a kommune, as the page's "Last ned" gives them, noted in the kommune's log.</summary>
internal static class ExportCommand
{
    public static Command Create(IServiceProvider services, CommandIo io) => new("export", "Take data out.") { Persons(services, io) };

    private static Command Persons(IServiceProvider services, CommandIo io)
    {
        var kommune = CommandOptions.Kommune();
        var file = new Option<FileInfo>("--out") { Description = "Where to: a name that ends in .csv or .xlsx. A file of that name is replaced.", Required = true, HelpName = "FILE" };
        file.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } to && Format(to) is null)
                result.AddError($"'{to.Name}' must end in .csv or .xlsx.");
        });
        var json = CommandOptions.Json();
        var command = new Command("persons", "Write the active students of a kommune to a file, by name.") { kommune, file, json };
        command.SetAction(async (parsed, stop) =>
        {
            var to = parsed.GetValue(file)!;
            if (to.Directory is not { Exists: true })
                throw new CommandFailedException($"There is no folder for '{to.Name}'.");
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(parsed.GetValue(kommune)!);
            var format = Format(to)!.Value;
            var sheet = await scope.ServiceProvider.GetRequiredService<ExportStudents>().ExecuteAsync(StudentFilter.Everyone, default, format, byUserId: null, ct: stop);
            await WriteAsync(to, format, sheet, stop);
            await io.ReportAsync(parsed.GetValue(json), new { kommune = parsed.GetValue(kommune), rows = sheet.Count, format = to.Extension[1..].ToLowerInvariant() }, $"Wrote {sheet.Count} students to {to.Name}.");
            return 0;
        });
        return command;
    }

    // Written apart and renamed: a file of that name is whole, whatever happens.
    private static async Task WriteAsync(FileInfo to, SheetFormat format, Sheet sheet, CancellationToken stop)
    {
        var part = to.FullName + ".part";
        try
        {
            await using (var stream = File.Create(part))
                await SheetFile.WriteAsync(stream, format, sheet, stop);
            File.Move(part, to.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static SheetFormat? Format(FileInfo file) => file.Extension.ToLowerInvariant() switch { ".csv" => SheetFormat.Csv, ".xlsx" => SheetFormat.Xlsx, _ => null };
}
