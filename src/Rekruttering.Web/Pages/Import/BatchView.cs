using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Web.Pages.Import;

/// <summary>A row as the lists show it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Who">The name.</param>
/// <param name="LastName">The part of it that is read as last name, where both stand in one column.</param>
/// <param name="Email">The address as it stands.</param>
public sealed record RowView(ImportRow Row, string Who, string? LastName, string? Email);

/// <summary>Which rows are asked for: a key of <see cref="ImportWords.Lists"/>, "merknader", "beholdt" or null for all; words of the name or address; the page.</summary>
public sealed record RowsAsked(string? List = null, string? Search = null, int Page = 1);

/// <summary>A kommune that was split, asked about once for the file.</summary>
/// <param name="Was">What it was called.</param>
/// <param name="Parts">What it became.</param>
/// <param name="Rows">Rows that wait for an answer.</param>
/// <param name="Answer">The number that was answered.</param>
public sealed record SplitQuestion(string Was, IReadOnlyList<Kommune> Parts, int Rows, string? Answer);

/// <summary>All that the pages of one import show: where it stands, how many ended how, and one page of its rows.</summary>
public sealed class BatchView
{
    public const int RowsOnAPage = 50;
    private const int PlacesShown = 30;
    private const int SampleRows = 5;

    public required ImportBatch Batch { get; init; }
    public required ImportCounts Counts { get; init; }
    public required UndoCounts Undone { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The first rows, to see what the columns hold.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sample { get; private init; } = [];

    public IReadOnlyList<SplitQuestion> Questions { get; private init; } = [];

    /// <summary>Study places that nobody has said the meaning of, as they are written, and in how many rows: the most frequent first.</summary>
    public IReadOnlyList<(string Text, int Rows)> UnknownPlaces { get; private init; } = [];

    /// <summary>Spellings beyond those.</summary>
    public int MoreUnknownPlaces { get; private init; }

    /// <summary>When the very same file was taken in before.</summary>
    public ImportBatch? SameFile { get; private init; }

    public IReadOnlyList<RowView> Rows { get; private init; } = [];
    public int WithWarnings { get; private init; }
    public required RowsAsked Asked { get; init; }

    /// <summary>How many rows the list and the search find together.</summary>
    public int Found { get; private init; }

    public int Pages { get; private init; } = 1;

    /// <summary>Some of what the column holds, for the one who must say what it is.</summary>
    public string Examples(int column) =>
        string.Join(" · ", Sample.Select(row => column < row.Count ? row[column].Trim() : "").Where(cell => cell.Length > 0).Distinct().Select(cell => cell.Length > 40 ? cell[..40] + "…" : cell));

    public static async Task<BatchView?> ReadAsync(RekrutteringDb db, Guid id, RowsAsked asked, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch)
            return null;
        var all = db.ImportRows.AsNoTracking().Where(r => r.BatchId == id);
        var shown = Shown(all, asked);
        var found = await shown.CountAsync(ct);
        var pages = Math.Max(1, (found + RowsOnAPage - 1) / RowsOnAPage);
        asked = asked with { Page = Math.Clamp(asked.Page, 1, pages) };
        var fields = batch.Fields();
        var places = batch.Status != ImportStatus.Checked ? [] : await all.Where(r => r.UnknownPlace != null).GroupBy(r => r.UnknownPlace!).Select(g => new { g.Key, Rows = g.Count() })
            .OrderByDescending(g => g.Rows).ThenBy(g => g.Key).ToListAsync(ct);
        return new BatchView
        {
            Batch = batch,
            Counts = await ImportCounts.OfAsync(db, id, ct),
            Undone = await UndoCounts.OfAsync(db, id, ct),
            Columns = batch.ColumnNames(),
            Sample = [.. (await all.OrderBy(r => r.Number).Take(SampleRows).ToListAsync(ct)).Select(r => r.CellTexts())],
            UnknownPlaces = [.. places.Take(PlacesShown).Select(place => (place.Key, place.Rows))],
            MoreUnknownPlaces = Math.Max(0, places.Count - PlacesShown),
            Questions = await QuestionsAsync(batch, all, ct),
            SameFile = await db.ImportBatches.AsNoTracking().Where(b => b.Id != id && b.Fingerprint == batch.Fingerprint && b.AppliedAt <= batch.CreatedAt)
                .OrderByDescending(b => b.CreatedAt).FirstOrDefaultAsync(ct),
            Rows = [.. (await shown.OrderBy(r => r.Number).Skip((asked.Page - 1) * RowsOnAPage).Take(RowsOnAPage).ToListAsync(ct)).Select(r => View(r, fields))],
            WithWarnings = await all.CountAsync(r => r.Warnings != "[]", ct),
            Asked = asked,
            Found = found,
            Pages = pages,
        };
    }

    private static IQueryable<ImportRow> Shown(IQueryable<ImportRow> rows, RowsAsked asked)
    {
        if (asked.List == "merknader")
            rows = rows.Where(r => r.Warnings != "[]");
        else if (asked.List == "beholdt")
            rows = rows.Where(r => r.Kept != null);
        else if (ImportWords.Lists.FirstOrDefault(l => l.Key == asked.List) is { Key: not null } chosen)
            rows = rows.Where(r => r.Outcome == chosen.Outcome);
        foreach (var word in SearchText.Fold(asked.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            rows = rows.Where(r => r.Who.Contains(word));
        return rows;
    }

    private static async Task<IReadOnlyList<SplitQuestion>> QuestionsAsync(ImportBatch batch, IQueryable<ImportRow> all, CancellationToken ct)
    {
        if (batch.Status != ImportStatus.Checked)
            return [];
        var waiting = await all.Where(r => r.Question != null).GroupBy(r => r.Question!).Select(g => new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows, ct);
        var answers = batch.Answers().Splits.ToDictionary(split => split.Was, split => split.Number);
        return [.. waiting.Keys.Union(answers.Keys).Order(StringComparer.Ordinal).Select(was => new SplitQuestion(was, Kommuner.PartsOf(was), waiting.GetValueOrDefault(was), answers.GetValueOrDefault(was)))];
    }

    private static RowView View(ImportRow row, IReadOnlyList<ImportField> fields)
    {
        var cells = row.CellTexts();
        var apart = cells.NameApart(fields);
        var who = apart is { } name ? $"{name.First} {name.Last}" : cells.NameIn(fields);
        return new RowView(row, who.Length == 0 ? "(uten navn)" : who, apart?.Last, cells.Under(fields, ImportField.Email) is { Length: > 0 } email ? email : null);
    }
}
