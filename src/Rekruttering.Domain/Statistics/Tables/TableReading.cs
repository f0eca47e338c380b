using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Statistics.Tables;

/// <summary>A table that was understood: what it says of itself, and its cells.</summary>
public sealed record UnderstoodTable(TableFacts Facts, IReadOnlyList<ReadCell> Cells);

/// <summary>The file cannot be used as statistics; the sentence says why and what to do.</summary>
public sealed record UnusableStatistics(string Why) : Refusal(Why);

/// <summary>
/// Says what the dimensions of one or more tables (the sheets of a file) mean, carries old kommune numbers to today's, and keeps totals apart from their
/// parts. What cannot be carried is told and left, never guessed; a table with a dimension that we do not know is refused whole.
/// </summary>
public static class TableReading
{
    private const int NamesToTell = 5;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Understands the tables together.</summary>
    public static Result<UnderstoodTable> Understand(IReadOnlyList<RawTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var cells = new List<ReadCell>();
        var left = new LeftOut();
        var counter = new CellCounter();
        foreach (var table in tables)
        {
            var meaning = TableMeaning.Of(table);
            if (!meaning.IsOk)
                return meaning.Refusal;
            foreach (var raw in table.Cells)
            {
                counter.Add(raw.Value);
                if (meaning.Value.Read(raw, left) is { } cell)
                    cells.Add(cell);
            }
        }
        if (counter.Cells == 0)
            return new UnusableStatistics("Tabellen har ingen tall. Sjekk at du valgte riktig fil.");
        if (cells.Count == 0)
            return new UnusableStatistics($"Vi finner ingen kommuner vi kjenner i tabellen. {left.Sentences(NamesToTell).FirstOrDefault()}".Trim());
        if (Twice(cells) is { } twice)
            return new UnusableStatistics($"Tabellen har to tall for det samme: kommune {twice.FromNumber}, {CountedCountry.Name(twice.Country)}, {twice.Year}. Ta bort det ene og last opp på nytt.");
        return new UnderstoodTable(Facts(tables, cells, counter, left), cells);
    }

    private static TableFacts Facts(IReadOnlyList<RawTable> tables, List<ReadCell> cells, CellCounter counter, LeftOut left)
    {
        var first = tables[0];
        var texts = tables.SelectMany(table => table.Texts.Prepend(table.Title)).ToList();
        var years = cells.Select(cell => cell.Year).Distinct().ToList();
        var newest = years.Max();
        var names = tables.SelectMany(table => table.Dimensions).Where(d => DimensionKinds.Of(d) == DimensionKind.Kommune).SelectMany(d => new[] { d.Label, d.Id });
        var counted = texts.Select(text => TableTexts.Day(text, newest)).FirstOrDefault(day => day is not null);
        return new TableFacts(
            Short(first.Title), first.Source is { Length: > 0 } source ? Short(source) : SourceIn(texts), CountDefinitions.Find(texts.Concat(names)), counted, first.UpdatedOn,
            JsonSerializer.Serialize(left.Sentences(NamesToTell), Plain),
            counter.Counts(cells.Select(cell => cell.Kommune).Distinct(StringComparer.Ordinal).Count(), years.Count));
    }

    private static string? SourceIn(List<string> texts) => texts.Select(text => text.Trim())
        .Where(text => text.StartsWith("Kilde:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Kjelde:", StringComparison.OrdinalIgnoreCase))
        .Select(text => Short(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..])).FirstOrDefault(text => text.Length > 0);

    private static string Short(string text)
    {
        var plain = NationalId.Scrub(text.Trim().TrimEnd(','));
        return plain.Length > StatisticsExtract.MostCharacters ? plain.Cut(StatisticsExtract.MostCharacters - 1) + "…" : plain;
    }

    private static ReadCell? Twice(List<ReadCell> cells)
    {
        var seen = new HashSet<(string, int, string, CountedStatus, string)>(cells.Count);
        foreach (var cell in cells)
            if (!seen.Add((cell.FromNumber, cell.Year, cell.Country, cell.Status, cell.Part)))
                return cell;
        return null;
    }
}

/// <summary>Counts the cells of a file by what they are.</summary>
internal sealed class CellCounter
{
    private readonly int[] _kinds = new int[4];

    public int Cells => _kinds.Sum();

    public void Add(CellValue value) => _kinds[(int)value.Kind]++;

    public TableCounts Counts(int kommuner, int years) =>
        new(Cells, _kinds[(int)CellKind.Number], _kinds[(int)CellKind.Suppressed], _kinds[(int)CellKind.Missing], _kinds[(int)CellKind.NotApplicable], kommuner, years);
}

/// <summary>What could not be used, and how many cells of it.</summary>
internal sealed class LeftOut
{
    private readonly Dictionary<(string Why, string What), int> _cells = [];

    public void Add(string why, string what) => _cells[(why, what)] = _cells.GetValueOrDefault((why, what)) + 1;

    /// <summary>One sentence a reason.</summary>
    public List<string> Sentences(int names) => [.. _cells.GroupBy(entry => entry.Key.Why).Select(group =>
    {
        var what = group.Select(entry => NationalId.Scrub(entry.Key.What.Length > 60 ? entry.Key.What[..60] + "…" : entry.Key.What)).Order(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", what.Take(names)) + (what.Count > names ? $" og {what.Count - names} til" : "");
        var cells = group.Sum(entry => entry.Value);
        return $"{group.Key}: {named} ({cells} {(cells == 1 ? "celle" : "celler")}).";
    })];
}
