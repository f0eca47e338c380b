using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Web.Commands;

/// <summary>`import persons FILE`: the same as the pages, in one go, with the columns as they are guessed. Possible duplicates are held back.</summary>
internal static class ImportCommand
{
    private static readonly Dictionary<string, LegalBasis> Bases = new(StringComparer.Ordinal)
    {
        ["consent"] = LegalBasis.Consent,
        ["public-task"] = LegalBasis.PublicTask,
        ["application"] = LegalBasis.Application,
    };

    public static Command Create(IServiceProvider services, CommandIo io) => new("import", "Take lists into the register, or back out of it.") { Persons(services, io), ImportStatisticsCommand.Create(services, io), ImportUndoCommand.Create(services, io) };

    private static Command Persons(IServiceProvider services, CommandIo io)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV or XLSX." };
        var kommune = CommandOptions.Kommune();
        var source = new Option<string?>("--source") { Description = "Where the list comes from, for rows that do not say.", HelpName = "TEXT" };
        var basis = new Option<string?>("--basis") { Description = "The legal basis, for rows that do not say: consent, public-task or application." };
        basis.AcceptOnlyFromAmong([.. Bases.Keys]);
        var collected = new Option<string?>("--collected") { Description = "The day the list was collected, for rows that do not say.", HelpName = "YYYY-MM-DD" };
        collected.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && Day(day) is null)
                result.AddError($"'{day}' is not a day. Write it as 2026-11-22.");
        });
        var split = Splits();
        var sheet = new Option<string?>("--sheet") { Description = "The sheet of a workbook that is read. Without it: the one that looks most like a list, with those that have the same headings.", HelpName = "NAME" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what would happen, and write nothing." };
        var json = CommandOptions.Json();
        var command = new Command("persons", "Take a list of persons into a kommune's register.") { file, kommune, source, basis, collected, split, sheet, dryRun, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<KommuneScope>().Enter(parsed.GetValue(kommune)!);
            var answers = new FileAnswers(parsed.GetValue(source), parsed.GetValue(basis) is { } word ? Bases[word] : null, Day(parsed.GetValue(collected))) { Splits = [.. (parsed.GetValue(split) ?? []).Select(answer => Split(answer)!)] };
            var batch = await StageAndCheckAsync(scope.ServiceProvider, parsed.GetValue(file)!, parsed.GetValue(sheet), answers, stop);
            var only = parsed.GetValue(dryRun);
            if (!only)
                await ApplyAsync(scope.ServiceProvider, batch, stop);
            await ReportAsync(scope.ServiceProvider, io, batch.Id, parsed.GetValue(json), only, stop);
            if (only)
                await scope.ServiceProvider.GetRequiredService<CancelImport>().ExecuteAsync(batch.Id, stop);
            return 0;
        });
        return command;
    }

    private static async Task<ImportBatch> StageAndCheckAsync(IServiceProvider services, FileInfo file, string? sheet, FileAnswers answers, CancellationToken stop)
    {
        if (!file.Exists)
            throw new CommandFailedException($"There is no file '{file.Name}'.");
        await using var stream = file.OpenRead();
        var staged = await services.GetRequiredService<StageImport>().ExecuteAsync(stream, file.Name, byUserId: null, sheet, stop);
        if (!staged.IsOk)
            throw new CommandFailedException(staged.Refusal.Sentence);
        var batch = await services.GetRequiredService<RekrutteringDb>().ImportBatches.SingleAsync(b => b.Id == staged.Value, stop);
        var check = await services.GetRequiredService<CheckImport>().ExecuteAsync(staged.Value, new ImportAnswers(batch.Fields(), answers.Source, answers.LegalBasis, answers.CollectedOn) { Splits = answers.Splits }, stop);
        if (check.IsOk)
            return batch;
        await services.GetRequiredService<CancelImport>().ExecuteAsync(staged.Value, stop);
        throw new CommandFailedException(check.Refusal.Sentence);
    }

    private static async Task ApplyAsync(IServiceProvider services, ImportBatch batch, CancellationToken stop)
    {
        var applied = await services.GetRequiredService<ApplyImport>().ExecuteAsync(batch.Id, batch.ReadBy, takePossibleDuplicates: false, stop);
        if (!applied.IsOk)
            throw new CommandFailedException(applied.Refusal.Sentence);
        await services.GetRequiredService<ContinueImport>().ExecuteAsync(batch.Id, ct: stop);
    }

    private static async Task ReportAsync(IServiceProvider services, CommandIo io, Guid id, bool json, bool dryRun, CancellationToken stop)
    {
        var db = services.GetRequiredService<RekrutteringDb>();
        var batch = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == id, stop);
        var counts = await ImportCounts.OfAsync(db, id, stop);
        var sheets = batch.SheetsOfFile();
        var refusals = (await db.ImportRows.Where(r => r.BatchId == id && r.Outcome == ImportOutcome.Refused).OrderBy(r => r.Number).Select(r => new { r.Number, r.Reason }).ToListAsync(stop))
            .ConvertAll(r => new { row = RowNumber.Row(r.Number), sheet = sheets.SheetOf(r.Number), reason = r.Reason });
        var sameFile = await db.ImportBatches.Where(b => b.Id != id && b.Fingerprint == batch.Fingerprint && b.AppliedAt != null).OrderByDescending(b => b.CreatedAt).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(stop);
        var report = new { id = dryRun ? (Guid?)null : id, rows = counts.Rows, @new = counts.New, changed = counts.Changed, same = counts.Same, possibleDuplicates = counts.PossibleDuplicates, refused = counts.Refused, droppedColumns = batch.DroppedColumnNames(), sameFileAs = sameFile, sheets = sheets.Select(s => new { name = s.Name, read = s.IsRead, hidden = s.IsHidden }), refusals };
        var lines = refusals.Select(r => $"  row {r.row}{(r.sheet is null ? "" : $" of sheet '{r.sheet}'")}: {r.reason}")
            .Prepend($"{counts.Rows} rows: {counts.New} new, {counts.Changed} changed, {counts.Same} same, {counts.PossibleDuplicates} possible duplicates held back, {counts.Refused} refused.")
            .Concat(batch.DroppedColumnNames().Select(column => $"Column '{column}' holds fødselsnummer and was dropped."))
            .Concat(Said(sheets))
            .Concat(sameFile is { } earlier ? [$"The very same file was imported before, as {earlier}."] : [])
            .Concat([dryRun ? "Dry run: nothing was written." : $"Import {id}."]);
        await io.ReportAsync(json, report, string.Join(Environment.NewLine, lines));
    }

    private static IEnumerable<string> Said(IReadOnlyList<ImportSheet> sheets)
    {
        if (sheets.Where(sheet => sheet.IsRead).Select(sheet => $"'{sheet.Name}'").ToList() is { Count: > 0 } read)
            yield return read.Count == 1 ? $"Read: sheet {read[0]}." : $"Read as one list: sheets {string.Join(", ", read)}.";
        foreach (var left in sheets.Where(sheet => !sheet.IsRead))
            yield return $"Sheet '{left.Name}' was not read: {(left.IsHidden ? "it is hidden" : sheets.Any(sheet => sheet.IsChosen) ? "another was chosen" : "its headings are not the same")}. Read it with --sheet.";
    }

    private static Option<string[]> Splits()
    {
        var split = new Option<string[]>("--split") { Description = "Which part of a split kommune the file means, e.g. 1613=5056. May be given several times.", HelpName = "OLD=NEW" };
        split.Validators.Add(result =>
        {
            foreach (var answer in (result.GetValueOrDefault<string[]>() ?? []).Where(answer => Split(answer) is null))
                result.AddError($"'{answer}' does not name a kommune that was split and one of its parts. Write it as 1613=5056.");
        });
        return split;
    }

    private static SplitAnswer? Split(string text) => text.Split('=') is [var was, var number] ? SplitAnswer.Of(was.Trim(), number.Trim()) : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
