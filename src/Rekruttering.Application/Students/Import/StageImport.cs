using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Takes a list into the waiting room of the kommune in scope: its rows are in the database and nothing is in the register. All rows or none.
/// The file itself is not kept, and a column of fødselsnummer never gets this far.
/// </summary>
public sealed class StageImport(RekrutteringDb db, IExtractReader reader, TimeProvider clock)
{
    private const int FileNameLength = 200;
    private const int SampleRows = 50;

    /// <summary>So many imports back a list that resembles this one is looked for.</summary>
    private const int Remembered = 20;

    /// <summary>The new import's id, or the sentence that says why the file cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="byUserId">Who takes it in; null from the command line.</param>
    /// <param name="sheet">The sheet of a workbook that is meant; null for the one that looks most like a list, with those that have the same headings.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Result<Guid>> ExecuteAsync(Stream file, string fileName, Guid? byUserId, string? sheet = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = await reader.ReadAsync(file, sheet, ct);
        if (!read.IsOk)
            return read.Refusal;
        var extract = read.Value;
        var batch = new ImportBatch(db.ScopeNumber!, Plain(fileName), ImportJson.Write(extract.Columns), ImportJson.Write(extract.DroppedColumns), byUserId, clock.UtcNow())
        {
            Fingerprint = extract.Fingerprint,
            Sheets = ImportJson.Write(extract.Sheets),
        };
        batch.Mapping = ImportJson.Write(await MappingAsync(batch, [.. extract.Rows().Take(SampleRows).Select(row => row.Cells)], ct));
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.ImportBatches.Add(batch);
            await db.SaveChangesAsync(ct);
            await using (var rows = new BulkInsert<ImportRow>(db))
                foreach (var row in extract.Rows())
                    rows.Insert(new ImportRow(batch, row.Number, ImportJson.Write(row.Cells)));
            await transaction.CommitAsync(ct);
        });
        return batch.Id;
    }

    // What a person said of a list with the same columns, else of the last one that had nearly the same: a source adds a column now and then. Also of a list
    // that was taken back: often to be read again with the columns put right.
    private async Task<IReadOnlyList<ImportField>> MappingAsync(ImportBatch batch, IReadOnlyList<IReadOnlyList<string>> sample, CancellationToken ct)
    {
        var columns = batch.ColumnNames();
        var earlier = db.ImportBatches.AsNoTracking().Where(b => b.AppliedAt != null).OrderByDescending(b => b.CreatedAt);
        var last = await earlier.FirstOrDefaultAsync(b => b.Columns == batch.Columns, ct)
            ?? (await earlier.Take(Remembered).ToListAsync(ct)).Find(b => columns.Intersect(b.ColumnNames(), StringComparer.OrdinalIgnoreCase).Count() * 3 >= columns.Count * 2);
        var places = await db.StudyPlacesAsync(ct);
        return last is null ? ColumnGuess.For(columns, sample, places) : ColumnGuess.Remembering(columns, sample, last.ColumnNames(), last.Fields(), places);
    }

    private static string Plain(string fileName)
    {
        var name = NationalId.Scrub(Path.GetFileName(fileName.Replace('\\', '/')).Trim());
        return name.Length == 0 ? "uten navn" : name.Length > FileNameLength ? name[^FileNameLength..] : name;
    }
}
