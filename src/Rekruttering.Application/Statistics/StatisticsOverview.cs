using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Application.Statistics;

/// <summary>One year of a table, and what is in use for it now.</summary>
/// <param name="Year">The year.</param>
/// <param name="Counted">What the table says; null when it does not speak of those who study.</param>
/// <param name="Others">What counts for that year without this table, by its definition; by each while nobody has said which this table's is.</param>
public sealed record YearOfTable(int Year, CountedYear? Counted, IReadOnlyList<OtherFigure> Others);

/// <summary>What another table says of a year.</summary>
public sealed record OtherFigure(CountedYear Counted, StatisticsExtract Extract);

/// <summary>A table as its page shows it.</summary>
/// <param name="Extract">The table.</param>
/// <param name="ByName">Who brought it in; null for a command.</param>
/// <param name="OwnCells">How many of its cells are this kommune's, by what they are.</param>
/// <param name="Years">Newest first.</param>
public sealed record TableView(StatisticsExtract Extract, string? ByName, IReadOnlyDictionary<CellKind, int> OwnCells, IReadOnlyList<YearOfTable> Years);

/// <summary>Reads one table of the kommune in scope beside the others that it counts for or against.</summary>
public sealed class StatisticsOverview(RekrutteringDb db)
{
    /// <summary>Null when there is no such table here.</summary>
    public async Task<TableView?> ReadAsync(Guid extractId, CancellationToken ct = default)
    {
        if (await db.StatisticsExtracts.AsNoTracking().SingleOrDefaultAsync(e => e.Id == extractId, ct) is not { } extract)
            return null;
        var cells = await db.StatisticsCells.AsNoTracking().Where(c => c.ExtractId == extractId).ToListAsync(ct);
        var others = await db.StatisticsExtracts.AsNoTracking().Where(e => e.Id != extractId && e.Status == ExtractStatus.InUse)
            .OrderByDescending(e => e.InUseAt).ThenByDescending(e => e.Id).ToListAsync(ct);
        var ids = others.Select(e => e.Id).ToList();
        var their = (await db.StatisticsCells.AsNoTracking().Where(c => ids.Contains(c.ExtractId)).ToListAsync(ct)).ToLookup(c => c.ExtractId);
        var name = await db.Users.Where(u => u.Id == extract.CreatedById).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        // What a staged table says of its definition is a guess until somebody has chosen.
        var definitions = extract.Status == ExtractStatus.Staged ? Enum.GetValues<CountDefinition>() : [extract.Definition!.Value];
        OtherFigure? Other(CountDefinition definition, int year) => others.Where(e => e.Definition == definition)
            .Select(e => CountedYear.Of(year, their[e.Id]) is { } counted ? new OtherFigure(counted, e) : null).FirstOrDefault(other => other is not null);
        var years = cells.Select(c => c.Year).Distinct().OrderDescending()
            .Select(year => new YearOfTable(year, CountedYear.Of(year, cells), [.. definitions.Select(definition => Other(definition, year)).OfType<OtherFigure>()]));
        return new TableView(extract, name, cells.CountBy(c => c.Kind).ToDictionary(kind => kind.Key, kind => kind.Value), [.. years]);
    }
}
