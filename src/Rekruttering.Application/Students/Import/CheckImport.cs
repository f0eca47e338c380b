using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>What the recruiter says about a file: what each column means, and one answer for rows that say nothing themselves.</summary>
public sealed record ImportAnswers(IReadOnlyList<ImportField> Fields, string? Source = null, LegalBasis? LegalBasis = null, DateOnly? CollectedOn = null)
{
    /// <summary>Which part of each split kommune is meant; null leaves what was answered before.</summary>
    public IReadOnlyList<SplitAnswer>? Splits { get; init; }

    /// <summary>What was answered last.</summary>
    public static ImportAnswers Of(ImportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(batch.Fields(), batch.Source, batch.LegalBasis, batch.CollectedOn);
    }
}

/// <summary>
/// The dry run: decides for every row what would become of it, and writes nothing in the register. May be made again with other columns.
/// Killed in the middle, the import is where it was before: the columns are being agreed on.
/// </summary>
public sealed class CheckImport(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    private const int ChunkRows = 1_000;

    /// <summary>Refused when the columns do not make a person, or the import has gone further.</summary>
    public async Task<Result> ExecuteAsync(Guid batchId, ImportAnswers answers, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch)
            return new NotFound();
        var today = OsloTime.DateOf(clock.UtcNow());
        if (Faults(answers, batch.ColumnNames().Count, today) is { } fault)
            return fault;
        if (batch.Reopen() is { IsOk: false } further)
            return further;
        var mapping = ImportJson.Write(answers.Fields);
        var readsOtherwise = batch.Mapping != mapping;
        batch.Mapping = mapping;
        (batch.Source, batch.LegalBasis, batch.CollectedOn) = (Clean(answers.Source), answers.LegalBasis, answers.CollectedOn);
        if (answers.Splits is { } splits)
            batch.Splits = ImportJson.Write([.. splits.Distinct()]);
        if (await db.SaveOrRefuseAsync(ct) is { IsOk: false } changed)
            return changed;
        // What was said of a row was said of what its columns meant then.
        if (readsOtherwise)
            await db.ImportRows.Where(r => r.BatchId == batchId && r.Answer != null).ExecuteUpdateAsync(row => row.SetProperty(r => r.Answer, (string?)null), ct);

        var reader = await db.ReaderAsync(batch, today, ct);
        var index = new PersonIndex { NameOf = reader.NameOf };
        for (var last = 0; await CheckChunkAsync(batch, last, reader, index, ct) is { } next; last = next) ;
        _ = batch.Check();
        return await db.SaveOrRefuseAsync(ct);
    }

    private async Task<int?> CheckChunkAsync(ImportBatch batch, int after, RowReader reader, PersonIndex index, CancellationToken ct)
    {
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id && r.Number > after).OrderBy(r => r.Number).Take(ChunkRows).ToListAsync(ct);
        if (rows.Count == 0)
            return null;
        var cells = rows.ConvertAll(row => row.CellTexts());
        var readings = cells.ConvertAll(reader.Read);
        var said = await RowAnswers.ReadAsync(db, batch.Id, rows, reader, ct);
        var students = await db.StudentsForAsync(batch.KommuneNumber, [.. readings.Select(r => r.Person).OfType<ParsedPerson>()], said, QueryTrackingBehavior.NoTracking, ct);
        index.NextChunk(await db.KnownAsync([.. students.Values], ct), said);
        index.Erased = await erased.ReadAsync(batch.KommuneNumber, readings.Select(r => r.Person), ct);
        var fields = batch.Fields();
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Who = cells[i].WhoIn(fields);
            RowOutcome.Of(rows[i].Number, readings[i], index, takePossibleDuplicates: false).WriteOn(rows[i]);
        }
        await db.Database.CreateExecutionStrategy().ExecuteAsync(() => WriteAsync(rows, ct));
        return rows[^1].Number;
    }

    private async Task WriteAsync(List<ImportRow> rows, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var decided = new BulkUpdate<ImportRow>(db, [nameof(ImportRow.Who), .. RowOutcome.Columns]))
            rows.ForEach(decided.Update);
        await transaction.CommitAsync(ct);
    }

    private static InvalidInput? Faults(ImportAnswers answers, int columns, DateOnly today)
    {
        var used = answers.Fields.Where(field => field != ImportField.Ignore).ToList();
        if (answers.Fields.Count != columns)
            return InvalidInput.In("Fields", "Listen over kolonner passer ikke med filen. Last siden på nytt.");
        if (used.GroupBy(field => field).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return InvalidInput.In("Fields", $"To kolonner er satt til «{twice.Key.Label()}». Velg «Ikke ta med» for den ene.");
        if (used.Exists(ImportFields.IsWholeName) && used.Count(field => field.IsWholeName() || field is ImportField.FirstName or ImportField.LastName) > 1)
            return InvalidInput.In("Fields", "Kolonnen med hele navnet kan ikke brukes sammen med en annen navnekolonne. Velg «Ikke ta med» for den ene, eller «Fornavn» og «Etternavn» for de to.");
        if (!used.Exists(ImportFields.IsWholeName) && !(used.Contains(ImportField.FirstName) && used.Contains(ImportField.LastName)))
            return InvalidInput.In("Fields", "Velg hvilke kolonner som er fornavn og etternavn, eller hvilken som er hele navnet.");
        if (answers.Splits?.Distinct().GroupBy(split => split.Was).FirstOrDefault(group => group.Count() > 1) is { } torn)
            return InvalidInput.In("Splits", $"{torn.Key} har fått to svar: {string.Join(" og ", torn.Select(split => split.Number))}. Velg ett av dem for hele filen.");
        if (answers.CollectedOn > today)
            return InvalidInput.In("CollectedOn", "Datoen er fram i tid. Skriv dagen opplysningene ble hentet inn.");
        return Clean(answers.Source)?.Length > 200 ? InvalidInput.In("Source", "Kilden kan ha høyst 200 tegn.") : null;
    }

    private static string? Clean(string? source) => string.IsNullOrWhiteSpace(source) ? null : NationalId.Scrub(source.Trim());
}
