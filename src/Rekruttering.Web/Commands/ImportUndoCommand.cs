using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Web.Commands;

/// <summary>`import undo ID`: takes a whole import back. Killed on the way, it is said again, or left to the running program.</summary>
internal static class ImportUndoCommand
{
    public static Command Create(IServiceProvider services, CommandIo io)
    {
        var id = new Argument<Guid>("ID") { Description = "The import's id, as `import persons` said it." };
        var json = CommandOptions.Json();
        var command = new Command("undo", "Take an import back: what it made goes, what it changed gets its old values, what somebody built on since stays.") { id, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var scope = services.CreateAsyncScope();
            await UndoAsync(scope.ServiceProvider, parsed.GetValue(id), stop);
            await ReportAsync(scope.ServiceProvider, io, parsed.GetValue(id), parsed.GetValue(json), stop);
            return 0;
        });
        return command;
    }

    private static async Task UndoAsync(IServiceProvider services, Guid id, CancellationToken stop)
    {
        var scope = services.GetRequiredService<KommuneScope>();
        scope.EnterEverywhere();
        var kommune = await services.GetRequiredService<RekrutteringDb>().ImportBatches.Where(b => b.Id == id).Select(b => b.KommuneNumber).SingleOrDefaultAsync(stop)
            ?? throw new CommandFailedException($"There is no import '{id}'.");
        scope.Enter(kommune);
        var undone = await services.GetRequiredService<UndoImport>().ExecuteAsync(id, byUserId: null, stop);
        if (!undone.IsOk)
            throw new CommandFailedException(undone.Refusal.Sentence);
        await services.GetRequiredService<ContinueUndo>().ExecuteAsync(id, ct: stop);
    }

    private static async Task ReportAsync(IServiceProvider services, CommandIo io, Guid id, bool json, CancellationToken stop)
    {
        var db = services.GetRequiredService<RekrutteringDb>();
        var counts = await UndoCounts.OfAsync(db, id, stop);
        var sheets = (await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == id, stop)).SheetsOfFile();
        var kept = (await db.ImportRows.Where(r => r.BatchId == id && r.Kept != null).OrderBy(r => r.Number).Select(r => new { r.Number, r.StudentId, r.Kept }).ToListAsync(stop))
            .ConvertAll(r => new { row = RowNumber.Row(r.Number), sheet = sheets.SheetOf(r.Number), student = r.StudentId, reason = r.Kept });
        var lines = kept.Select(k => $"  row {k.row}{(k.sheet is null ? "" : $" of sheet '{k.sheet}'")}: {k.reason}").Prepend($"{counts.Removed} students removed, {counts.Restored} changes put back, {counts.Kept} rows kept in whole or in part.");
        await io.ReportAsync(json, new { id, removed = counts.Removed, restored = counts.Restored, kept = counts.Kept, keptRows = kept }, string.Join(Environment.NewLine, lines));
    }
}
