using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Web.Pages.Import;

/// <summary>A row as the lists show it.</summary>
public sealed record RowView(ImportRow Row, string Who, string? Email);

/// <summary>All that the pages of one import show: where it stands, how many ended how, and one page of its rows.</summary>
public sealed class BatchView
{
    public const int RowsOnAPage = 50;
    private const int SampleRows = 5;

    public required ImportBatch Batch { get; init; }
    public required ImportCounts Counts { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The first rows, to see what the columns hold.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sample { get; private init; } = [];

    public IReadOnlyList<RowView> Rows { get; private init; } = [];
    public int WithWarnings { get; private init; }

    /// <summary>The list that is shown: a key of <see cref="ImportWords.Lists"/>, "merknader", or null for all.</summary>
    public string? List { get; private init; }

    public int Page { get; private init; } = 1;
    public int Pages { get; private init; } = 1;

    /// <summary>Some of what the column holds, for the one who must say what it is.</summary>
    public string Examples(int column) =>
        string.Join(" · ", Sample.Select(row => column < row.Count ? row[column].Trim() : "").Where(cell => cell.Length > 0).Distinct().Select(cell => cell.Length > 40 ? cell[..40] + "…" : cell));

    public static async Task<BatchView?> ReadAsync(RekrutteringDb db, Guid id, string? list, int page, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch)
            return null;
        var all = db.ImportRows.AsNoTracking().Where(r => r.BatchId == id);
        var shown = list == "merknader" ? all.Where(r => r.Warnings != "[]") : all;
        if (ImportWords.Lists.FirstOrDefault(l => l.Key == list) is { Key: not null } chosen)
            shown = shown.Where(r => r.Outcome == chosen.Outcome);
        var pages = Math.Max(1, (await shown.CountAsync(ct) + RowsOnAPage - 1) / RowsOnAPage);
        page = Math.Clamp(page, 1, pages);
        var fields = batch.Fields();
        return new BatchView
        {
            Batch = batch,
            Counts = await ImportCounts.OfAsync(db, id, ct),
            Columns = batch.ColumnNames(),
            Sample = [.. (await all.OrderBy(r => r.Number).Take(SampleRows).ToListAsync(ct)).Select(r => r.CellTexts())],
            Rows = [.. (await shown.OrderBy(r => r.Number).Skip((page - 1) * RowsOnAPage).Take(RowsOnAPage).ToListAsync(ct)).Select(r => View(r, fields))],
            WithWarnings = await all.CountAsync(r => r.Warnings != "[]", ct),
            List = list,
            Page = page,
            Pages = pages,
        };
    }

    private static RowView View(ImportRow row, IReadOnlyList<ImportField> fields)
    {
        var cells = row.CellTexts();
        string Cell(ImportField field)
        {
            for (var i = 0; i < fields.Count && i < cells.Count; i++)
                if (fields[i] == field)
                    return cells[i].Trim();
            return "";
        }
        var who = $"{Cell(ImportField.FirstName)} {Cell(ImportField.LastName)}".Trim();
        if (who.Length == 0)
            who = Cell(ImportField.FullName);
        return new RowView(row, who.Length == 0 ? "(uten navn)" : who, Cell(ImportField.Email) is { Length: > 0 } email ? email : null);
    }
}
