namespace Rekruttering.Domain.Places;

/// <summary>Reads the tables that are compiled into this assembly: ours, without quotes, so that a split is all it takes.</summary>
static class PlaceData
{
    internal static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var stream = typeof(PlaceData).Assembly.GetManifestResourceStream($"Rekruttering.Domain.Places.Data.{file}")
            ?? throw new InvalidOperationException($"{file} is not compiled in.");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split(';');
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(';');
            if (cells.Length != header.Length) throw new InvalidOperationException($"{file}: {cells.Length} cells in \"{line}\", {header.Length} columns.");
            yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }

    internal static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
