using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Statistics.Tables;
using Rekruttering.Domain.Students.Import;
using Rekruttering.Infrastructure.Extracts;

namespace Rekruttering.Infrastructure.Statistics;

/// <summary>Which columns of a grid say what a row is, and which hold figures. Goes through the rows once to learn it, and once more for the cells.</summary>
sealed class GridColumns
{
    private readonly GridHead _head;
    private readonly int[] _stub;
    private readonly int[] _values;
    private readonly List<Values> _stubValues = [];
    private readonly List<string[]> _levels = [];
    private readonly List<Values> _levelValues = [];

    internal GridColumns(GridHead head, IEnumerable<TableRow> rows)
    {
        _head = head;
        var isText = new bool[head.Width];
        foreach (var row in Body(rows))
            for (var i = 0; i < Math.Min(head.Width, row.Cells.Length); i++)
                isText[i] |= !IsNote(row) && CellValue.Read(row.Cells[i]) is null && !SheetError.Is(row.Cells[i]);
        var named = Enumerable.Range(0, head.Width).Where(i => head.NameOf(i).Length > 0).ToList();
        _stub = [.. named.Where(i => SaysWhatARowIs(head.NameOf(i), isText[i]))];
        _values = [.. named.Except(_stub)];
        if (_values.Length == 0) throw new UnreadableExtractException(TableSentences.NoNumbers);
        Learn(rows);
    }

    internal List<string> Notes { get; } = [];

    internal List<RawDimension> Dimensions { get; } = [];

    internal IEnumerable<RawCell> Cells(IEnumerable<TableRow> rows)
    {
        var above = new string[_stub.Length];
        var count = 0;
        foreach (var row in Body(rows))
        {
            Carry(row, above);
            if (IsNote(row)) continue;
            for (var v = 0; v < _values.Length; v++)
            {
                if (++count > StatisticsLimits.Cells) throw new UnreadableExtractException(TableSentences.TooManyCells);
                var value = CellValue.Read(Text(row, _values[v]))
                    ?? throw new UnreadableExtractException($"Rad {row.Number} har noe annet enn et helt antall, «:», «..» eller «.» der antallet skal stå. Rett cellen og last opp på nytt.");
                var at = new int[_stubValues.Count + _levels.Count];
                for (var i = 0; i < _stubValues.Count; i++) at[i] = _stubValues[i].At(above[i]);
                for (var i = 0; i < _levels.Count; i++) at[_stubValues.Count + i] = _levelValues[i].At(_levels[i][v]);
                yield return new RawCell(at, value);
            }
        }
    }

    private void Learn(IEnumerable<TableRow> rows)
    {
        _stubValues.AddRange(_stub.Select(_ => new Values()));
        var above = new string[_stub.Length];
        foreach (var row in Body(rows))
        {
            Carry(row, above);
            if (IsNote(row))
            {
                if (Notes.Count < 20) Notes.AddRange(row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(1).Select(GridHead.Brief));
                continue;
            }
            for (var i = 0; i < _stub.Length; i++) _stubValues[i].At(above[i]);
        }
        Dimensions.AddRange(_stub.Select((column, i) => new RawDimension("", _head.NameOf(column), DimensionRole.None, _stubValues[i].Categories)));
        foreach (var level in _head.Rows) AddLevel([.. _values.Select(column => column < level.Length ? level[column] : "")]);
        if (_values.Length > 1 && _levels.Count == 0) throw new UnreadableExtractException(TableSentences.SeveralValues);
    }

    // One heading over all figures is a title; "Igangværende 2025" and "Igangværende 2024" are two dimensions in one row.
    private void AddLevel(string[] texts)
    {
        if (texts.Distinct(StringComparer.Ordinal).Count() == 1 && DimensionKinds.Of(new RawDimension("", "", DimensionRole.None, [new Category(texts[0], texts[0])])) is DimensionKind.Unknown or DimensionKind.Measure or DimensionKind.Parts or DimensionKind.Status)
            return;
        if (texts.Distinct(StringComparer.Ordinal).Count() == 1 && texts[0].Length > 40)
            return;
        var split = texts.Select(TableTexts.EndsInYear).ToList();
        if (split.TrueForAll(part => part is not null))
        {
            AddLevel([.. split.Select(part => part!.Value.What)]);
            AddLevel([.. split.Select(part => part!.Value.Year)]);
            return;
        }
        _levels.Add(texts);
        var values = new Values();
        foreach (var text in texts) values.At(text);
        _levelValues.Add(values);
        Dimensions.Add(new RawDimension("", "", DimensionRole.None, values.Categories));
    }

    // Below the headings, without the headings that a printed table repeats on every page.
    private IEnumerable<TableRow> Body(IEnumerable<TableRow> rows) => rows.Where(row => row.Number > _head.LastRow && !_head.Rows.Any(head => Same(head, row.Cells)));

    private bool IsNote(TableRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) == 1 && _head.Width > 1;

    // A kommune that is written once over its rows is meant in all of them.
    private void Carry(TableRow row, string[] above)
    {
        for (var i = 0; i < _stub.Length; i++)
            if (Text(row, _stub[i]) is { Length: > 0 } text) above[i] = text;
            else above[i] ??= "";
    }

    private static bool Same(string[] head, string[] cells) => cells.Select((cell, i) => (Cell: cell.Trim(), Head: i < head.Length ? head[i] : "")).All(pair => pair.Cell == pair.Head || pair.Cell.Length == 0)
        && cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= 2;

    private static bool SaysWhatARowIs(string name, bool isText) => DimensionKinds.OfName(name) switch
    {
        DimensionKind.Unknown => isText && !IsFigure(name),
        DimensionKind.Measure => isText,
        _ => true,
    };

    // A column called "2025", "Norge" or "Antall" holds figures, and a word in it is a fault of the file.
    private static bool IsFigure(string name) =>
        TableTexts.Year(name) is not null || CountedCountry.Find(name) is not null || TableTexts.Status(name) is not null || TableTexts.IsPersons(name) || TableTexts.EndsInYear(name) is not null;

    private static string Text(TableRow row, int column) => column < row.Cells.Length ? row.Cells[column].Trim() : "";

    /// <summary>The values of a dimension, in the order they are met.</summary>
    private sealed class Values
    {
        private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

        public List<Category> Categories { get; } = [];

        public int At(string text)
        {
            if (_at.TryGetValue(text, out var at)) return at;
            if (Categories.Count >= StatisticsLimits.Categories) throw new UnreadableExtractException(TableSentences.TooManyCells);
            Categories.Add(new Category(text, text));
            return _at[text] = Categories.Count - 1;
        }
    }
}
