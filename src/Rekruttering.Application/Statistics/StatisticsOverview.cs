using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Application.Statistics;

/// <summary>One year of a table, and what is in use for it now.</summary>
/// <param name="Year">The year.</param>
/// <param name="Counted">What the table says; null when it does not speak of those who study.</param>
/// <param name="Other">What counts for that year without this table; null when nothing does.</param>
/// <param name="OtherExtract">The table that says it.</param>
public sealed record YearOfTable(int Year, CountedYear? Counted, CountedYear? Other, StatisticsExtract? OtherExtract);

/// <summary>A table as its page shows it.</summary>
/// <param name="Extract">The table.</param>
/// <param name="ByName">Who brought it in; null for a command.</param>
/// <param name="OwnCells">How many of its cells are this kommune's, by what they are.</param>
/// <param name="Years">Newest first.</param>
public sealed record TableView(StatisticsExtract Extract, string? ByName, IReadOnlyDictionary<CellKind, int> OwnCells, IReadOnlyList<YearOfTable> Years);

/// <summary>Reads one table of the kommune in scope beside the others of the same definition.</summary>
public sealed class StatisticsOverview(RekrutteringDb db)
{
    /// <summary>Null when there is no such table here.</summary>
    public async Task<TableView?> ReadAsync(Guid extractId, CancellationToken ct = default)
    {
        if (await db.StatisticsExtracts.AsNoTracking().SingleOrDefaultAsync(e => e.Id == extractId, ct) is not { } extract)
            return null;
        var cells = await db.StatisticsCells.AsNoTracking().Where(c => c.ExtractId == extractId).ToListAsync(ct);
        var others = await db.StatisticsExtracts.AsNoTracking().Where(e => e.Id != extractId && e.Status == ExtractStatus.InUse && e.Definition == extract.Definition)
            .OrderByDescending(e => e.InUseAt).ThenByDescending(e => e.Id).ToListAsync(ct);
        var ids = others.Select(e => e.Id).ToList();
        var their = (await db.StatisticsCells.AsNoTracking().Where(c => ids.Contains(c.ExtractId)).ToListAsync(ct)).ToLookup(c => c.ExtractId);
        var name = await db.Users.Where(u => u.Id == extract.CreatedById).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var years = cells.Select(c => c.Year).Distinct().OrderDescending().Select(year =>
        {
            var other = others.Find(e => CountedYear.Of(year, their[e.Id]) is not null);
            return new YearOfTable(year, CountedYear.Of(year, cells), other is null ? null : CountedYear.Of(year, their[other.Id]), other);
        });
        return new TableView(extract, name, cells.CountBy(c => c.Kind).ToDictionary(kind => kind.Key, kind => kind.Value), [.. years]);
    }
}
