using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Web.Commands;

/// <summary>`import statistics FILE`: the same as the pages, in one go, for the kommuner that are named or else for each that this database knows.</summary>
internal static class ImportStatisticsCommand
{
    private static readonly Dictionary<string, CountDefinition> Definitions = new(StringComparer.Ordinal)
    {
        ["home-at-16"] = CountDefinition.HomeAt16,
        ["registered-address"] = CountDefinition.RegisteredAddress,
    };

    public static Command Create(IServiceProvider services, CommandIo io)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "JSON-stat2, PxWeb CSV, or an ordered table as XLSX." };
        var kommuner = CommandOptions.Kommuner();
        var definition = new Option<string?>("--definition") { Description = "What makes a student one of the kommune's, where the table does not say: home-at-16 or registered-address." };
        definition.AcceptOnlyFromAmong([.. Definitions.Keys]);
        var date = new Option<string?>("--date") { Description = "The day the newest year was counted on; 1 October where neither this nor the table says.", HelpName = "YYYY-MM-DD" };
        date.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && Day(day) is null)
                result.AddError($"'{day}' is not a day. Write it as 2026-10-01.");
        });
        var source = new Option<string?>("--source") { Description = "Who made the table, where it does not say.", HelpName = "TEXT" };
        var json = CommandOptions.Json();
        var command = new Command("statistics", "Take counts of students into the coverage of kommuner.") { file, kommuner, definition, date, source, json };
        command.SetAction(async (parsed, stop) =>
        {
            var read = await ReadAsync(services, parsed.GetValue(file)!, stop);
            var counts = read.Table.Facts.Counts;
            var answers = new StatisticsAnswers(parsed.GetValue(definition) is { } word ? Definitions[word] : null,
                Day(parsed.GetValue(date)) ?? read.Table.Facts.CountedOn ?? CensusDay(services, read), parsed.GetValue(source) ?? read.Table.Facts.Source ?? read.FileName);
            var stored = await StoreAsync(services, read, parsed.GetValue(kommuner)!, answers, stop);
            await io.ReportAsync(parsed.GetValue(json),
                new { cells = counts.Cells, numbers = counts.Numbers, suppressed = counts.Suppressed, missing = counts.Missing, notApplicable = counts.NotApplicable, kommuner = counts.Kommuner, years = counts.Years },
                Sentence(read, stored));
            return 0;
        });
        return command;
    }

    private static async Task<StatisticsFile> ReadAsync(IServiceProvider services, FileInfo file, CancellationToken stop)
    {
        if (!file.Exists)
            throw new CommandFailedException($"There is no file '{file.Name}'.");
        await using var stream = file.OpenRead();
        var read = await services.GetRequiredService<IStatisticsReader>().ReadAsync(stream, file.Name, stop);
        return read.IsOk ? read.Value : throw new CommandFailedException(read.Refusal.Sentence);
    }

    private static async Task<(List<string> Used, List<string> Again)> StoreAsync(IServiceProvider services, StatisticsFile read, string[] named, StatisticsAnswers answers, CancellationToken stop)
    {
        var inFile = read.Table.Cells.Select(cell => cell.Kommune).ToHashSet(StringComparer.Ordinal);
        if (Array.Find(named, number => !inFile.Contains(number)) is { } absent)
            throw new CommandFailedException($"The table has no figures for {absent} ({Kommuner.Find(absent)!.Name}). Nothing was stored.");
        if ((answers.Definition ?? read.Table.Facts.Definition) is null)
            throw new CommandFailedException("The table does not say what makes a student one of the kommune's: name --definition home-at-16 or registered-address. Nothing was stored.");
        List<string> used = [], again = [];
        foreach (var number in named.Length > 0 ? named.Distinct() : (await KnownAsync(services, stop)).Where(inFile.Contains))
            (await UseAsync(services, number, read, answers, stop) ? used : again).Add(number);
        return (used, again);
    }

    private static async Task<bool> UseAsync(IServiceProvider services, string kommune, StatisticsFile read, StatisticsAnswers answers, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(kommune);
        var staged = await scope.ServiceProvider.GetRequiredService<StageStatistics>().ExecuteAsync(read, byUserId: null, stop);
        if (staged.Refusal is SameFileAgain)
            return false;
        if (!staged.IsOk)
            throw new CommandFailedException(staged.Refusal.Sentence);
        var used = await scope.ServiceProvider.GetRequiredService<UseStatistics>().ExecuteAsync(staged.Value, answers, stop);
        if (used.IsOk)
            return true;
        await scope.ServiceProvider.GetRequiredService<DiscardStatistics>().ExecuteAsync(staged.Value, stop);
        throw new CommandFailedException(used.Refusal.Sentence);
    }

    /// <summary>The kommuner that somebody works for, or that have students.</summary>
    private static async Task<List<string>> KnownAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        var db = scope.ServiceProvider.GetRequiredService<RekrutteringDb>();
        var known = await db.Memberships.Select(m => m.KommuneNumber).Union(db.KommuneSettings.Select(s => s.KommuneNumber)).Union(db.Students.Select(s => s.KommuneNumber)).ToListAsync(stop);
        return [.. known.Order(StringComparer.Ordinal)];
    }

    private static DateOnly CensusDay(IServiceProvider services, StatisticsFile read) =>
        TableFacts.LatestCensusDay(read.Table.Cells.Max(cell => cell.Year), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private static string Sentence(StatisticsFile read, (List<string> Used, List<string> Again) stored)
    {
        var counts = read.Table.Facts.Counts;
        var lines = new List<string>
        {
            $"{counts.Cells} cells: {counts.Numbers} numbers, {counts.Suppressed} suppressed, {counts.Missing} missing, {counts.NotApplicable} not applicable; {counts.Kommuner} kommuner, {counts.Years} years.",
            stored.Used.Count > 0 ? $"Taken into use for {string.Join(", ", stored.Used)}."
                : stored.Again.Count > 0 ? "" : "No kommune of this database stands in the table: nothing was stored. Name one with --kommune.",
            stored.Again.Count > 0 ? $"The same file is in use already for {string.Join(", ", stored.Again)}: nothing was changed there." : "",
        };
        return string.Join(Environment.NewLine, lines.Concat(System.Text.Json.JsonSerializer.Deserialize<List<string>>(read.Table.Facts.LeftOut)!.Select(left => "  " + left)).Where(line => line.Length > 0));
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
