using System.Globalization;
using System.Text;
using System.Text.Json;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Statistics.Tables;
using Rekruttering.Infrastructure.Extracts;

namespace Rekruttering.Infrastructure.Statistics;

/// <summary>
/// JSON-stat 2, and the dataset of 1.x that the first generation of PxWeb writes. <c>value</c> is an array or an object of the cells that have one,
/// <c>status</c> a text for all, an array or an object, <c>index</c> an array, an object, or left out where there is one category. A symbol in
/// <c>status</c> beats the number beside it: ":" is never 0.
/// </summary>
static class JsonStatTable
{
    internal static RawTable Of(string text)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Weigh(bytes);
            using var document = JsonDocument.Parse(bytes);
            return Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or EncoderFallbackException)
        {
            throw new UnreadableExtractException(broken is JsonException ? TableSentences.BrokenJson : TableSentences.NotJsonStat);
        }
    }

    // A document takes a dozen bytes a token beside the text: counted first, so that 20 MB of "[[0,0,…" cost no more than the file.
    private static void Weigh(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        for (var tokens = 0; reader.Read();)
            if (++tokens > StatisticsLimits.JsonTokens) throw new UnreadableExtractException(TableSentences.TooManyCells);
    }

    private static RawTable Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new UnreadableExtractException(TableSentences.NotJsonStat);
        var data = root.TryGetProperty("dataset", out var older) ? older : root;
        if (!data.TryGetProperty("dimension", out var dimensions) || !data.TryGetProperty("value", out var value)) throw new UnreadableExtractException(TableSentences.NotJsonStat);
        var ids = Texts(data.TryGetProperty("id", out var id) ? id : dimensions.GetProperty("id"));
        var sizes = (data.TryGetProperty("size", out var size) ? size : dimensions.GetProperty("size")).EnumerateArray().Select(s => s.GetInt32()).ToArray();
        if (ids.Count != sizes.Length || ids.Count is 0 or > StatisticsLimits.Dimensions) throw new UnreadableExtractException(TableSentences.WrongSize);
        var count = Product(sizes);
        var roles = data.TryGetProperty("role", out var role) || dimensions.TryGetProperty("role", out role) ? role : default;
        var read = ids.Select((name, i) => Dimension(name, sizes[i], dimensions, roles)).ToList();
        var cells = Cells(value, data.TryGetProperty("status", out var status) ? status : default, count);
        return new RawTable(Text(data, "label") ?? "Tabell uten navn", Notes(data), Text(data, "source"), Day(Text(data, "updated")), read, cells.Select((cell, i) => new RawCell(At(i, sizes), cell)));
    }

    private static int Product(int[] sizes)
    {
        var product = 1L;
        foreach (var size in sizes)
        {
            if (size is < 1 or > StatisticsLimits.Categories) throw new UnreadableExtractException(size < 1 ? TableSentences.WrongSize : TableSentences.TooManyCells);
            if ((product *= size) > StatisticsLimits.Cells) throw new UnreadableExtractException(TableSentences.TooManyCells);
        }
        return (int)product;
    }

    private static RawDimension Dimension(string id, int size, JsonElement dimensions, JsonElement roles)
    {
        if (!dimensions.TryGetProperty(id, out var dimension) || !dimension.TryGetProperty("category", out var category)) throw new UnreadableExtractException(TableSentences.WrongSize);
        var labels = category.TryGetProperty("label", out var named) ? named : default;
        var codes = new string?[size];
        if (!category.TryGetProperty("index", out var index))
        {
            codes = [.. labels.EnumerateObject().Select(label => label.Name)];
        }
        else if (index.ValueKind == JsonValueKind.Array)
        {
            codes = [.. Texts(index)];
        }
        else
        {
            foreach (var entry in index.EnumerateObject())
                if (entry.Value.GetInt32() is var at && at >= 0 && at < size && codes[at] is null) codes[at] = entry.Name;
                else throw new UnreadableExtractException(TableSentences.WrongSize);
        }
        if (codes.Length != size || Array.Exists(codes, code => code is null)) throw new UnreadableExtractException(TableSentences.WrongSize);
        return new RawDimension(id, Text(dimension, "label") ?? "", Role(id, roles),
            [.. codes.Select(code => new Category(code!, labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(code!, out var label) && label.GetString() is { Length: > 0 } said ? PlainText.Of(said) : code!))]);
    }

    private static DimensionRole Role(string id, JsonElement roles)
    {
        bool Is(string name) => roles.ValueKind == JsonValueKind.Object && roles.TryGetProperty(name, out var named) && named.ValueKind == JsonValueKind.Array && Texts(named).Contains(id);
        return Is("time") ? DimensionRole.Time : Is("metric") ? DimensionRole.Metric : Is("geo") ? DimensionRole.Geo : DimensionRole.None;
    }

    private static CellValue[] Cells(JsonElement value, JsonElement status, int count)
    {
        var cells = new CellValue[count];
        Array.Fill(cells, CellValue.Missing);
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (value.GetArrayLength() != count) throw new UnreadableExtractException(TableSentences.WrongSize);
            var i = 0;
            foreach (var cell in value.EnumerateArray()) cells[i++] = Cell(cell);
        }
        else
        {
            foreach (var cell in value.EnumerateObject()) cells[Place(cell.Name, count)] = Cell(cell.Value);
        }
        Mark(cells, status);
        return cells;
    }

    private static void Mark(CellValue[] cells, JsonElement status)
    {
        switch (status.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return;
            case JsonValueKind.String:
                for (var i = 0; i < cells.Length; i++) Mark(ref cells[i], status);
                return;
            case JsonValueKind.Array when status.GetArrayLength() is 1:
                for (var i = 0; i < cells.Length; i++) Mark(ref cells[i], status[0]);
                return;
            case JsonValueKind.Array when status.GetArrayLength() == cells.Length:
                var at = 0;
                foreach (var mark in status.EnumerateArray()) Mark(ref cells[at++], mark);
                return;
            case JsonValueKind.Object:
                foreach (var mark in status.EnumerateObject()) Mark(ref cells[Place(mark.Name, cells.Length)], mark.Value);
                return;
            default:
                throw new UnreadableExtractException(TableSentences.WrongSize);
        }
    }

    // Marks that are no symbol (a preliminary figure, a break in the series) leave the number as it is.
    private static void Mark(ref CellValue cell, JsonElement mark)
    {
        if (mark.ValueKind == JsonValueKind.String && mark.GetString() is { Length: > 0 } text && CellValue.Symbol(text) is { } symbol && (symbol.Kind != CellKind.Number || cell.Kind != CellKind.Number))
            cell = symbol;
    }

    private static CellValue Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => CellValue.Missing,
        JsonValueKind.Number => CellValue.Read(cell.GetRawText()),
        JsonValueKind.String => CellValue.Read(cell.GetString()),
        _ => null,
    } ?? throw new UnreadableExtractException(TableSentences.NotACount);

    private static int Place(string key, int count) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < count ? at : throw new UnreadableExtractException(TableSentences.WrongSize);

    // Row by row, the last dimension fastest.
    private static int[] At(int cell, int[] sizes)
    {
        var at = new int[sizes.Length];
        for (var i = sizes.Length - 1; i >= 0; i--) (cell, at[i]) = Math.DivRem(cell, sizes[i]);
        return at;
    }

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString() ?? throw new FormatException())];

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? PlainText.Of(text.GetString()!) : null;

    private static List<string> Notes(JsonElement data) => data.TryGetProperty("note", out var note) && note.ValueKind == JsonValueKind.Array
        ? [.. Texts(note).Take(20).Select(text => PlainText.Of(text).Cut(StatisticsLimits.TextLength))]
        : [];

    private static DateOnly? Day(string? updated) =>
        DateTimeOffset.TryParse(updated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
