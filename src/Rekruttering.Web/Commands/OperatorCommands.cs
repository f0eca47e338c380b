using System.CommandLine;
using Rekruttering.Web.Hosting;

namespace Rekruttering.Web.Commands;

/// <summary>
/// The commands of whoever runs the program: one line each. A command ends with 0 or 1; what went wrong is one English sentence on
/// standard error.
/// </summary>
internal static class OperatorCommands
{
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CommandIo io)
    {
        var root = new RootCommand("Rekruttering: keeps a kommune in touch with its medical students. Without a command it serves; --demo serves invented data.")
        {
            UserCommand.Create(services, io),
            MigrateCommand.Create(services, io),
            ImportCommand.Create(services, io),
            ExportCommand.Create(services, io),
            SeedCommand.Create(services, io),
        };
        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            await io.Error.WriteLineAsync(parsed.UnmatchedTokens is [var unknown, ..]
                ? $"'{unknown}' is not known here; --help lists what is."
                : string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            return 1;
        }
        try
        {
            // A command on a fresh database finds its tables; `migrate` itself reports what it did.
            if (parsed.Action is not System.CommandLine.Help.HelpAction && parsed.CommandResult.Command.Name != "migrate")
                await services.MigrateAsync();
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = io.Output, Error = io.Error, EnableDefaultExceptionHandler = false }) == 0 ? 0 : 1;
        }
        catch (CommandFailedException failed)
        {
            await io.Error.WriteLineAsync(failed.Message);
            return 1;
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or IOException)
        {
            await io.Error.WriteLineAsync($"The database or a file cannot be reached: {broken.GetType().Name}.");
            return 1;
        }
    }
}

/// <summary>Where a command reads and writes: the console, or a test.</summary>
public sealed record CommandIo(TextReader Input, TextWriter Output, TextWriter Error)
{
    public static CommandIo OfConsole => new(Console.In, Console.Out, Console.Error);
}

/// <summary>Ends a command with 1 and this one sentence.</summary>
public sealed class CommandFailedException(string sentence) : Exception(sentence);
