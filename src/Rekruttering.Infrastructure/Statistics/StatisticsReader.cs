using System.Security.Cryptography;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics.Tables;
using Rekruttering.Infrastructure.Extracts;

namespace Rekruttering.Infrastructure.Statistics;

/// <summary>Tells the formats apart by how they begin. Holds one file, at most 20 MB, and its understood cells in memory.</summary>
public sealed class StatisticsReader : IStatisticsReader
{
    private const int FileNameLength = 200;

    /// <inheritdoc/>
    public async Task<Result<StatisticsFile>> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken = default)
    {
        try
        {
            var bytes = await ExtractReader.Take(file, cancellationToken);
            var table = TableReading.Understand(Open(bytes, cancellationToken));
            return table.IsOk ? new StatisticsFile(Plain(fileName), Convert.ToHexStringLower(SHA256.HashData(bytes)), table.Value) : table.Refusal;
        }
        catch (UnreadableExtractException unreadable)
        {
            return new UnusableStatistics(unreadable.Message);
        }
    }

    private static List<RawTable> Open(byte[] bytes, CancellationToken ct) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => GridTables.Of(WorkbookTable.Open(bytes), ct),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new UnreadableExtractException(Sentences.OldExcel),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new UnreadableExtractException(Sentences.NotText),
        _ => Text(bytes, ct),
    };

    private static List<RawTable> Text(byte[] bytes, CancellationToken ct)
    {
        var text = TextEncoding.Decode(bytes);
        return text.AsSpan().TrimStart() is ['{' or '[', ..] ? [JsonStatTable.Of(text)] : GridTables.Of(CsvTable.Open(bytes), ct);
    }

    private static string Plain(string fileName)
    {
        var name = NationalId.Scrub(Path.GetFileName(fileName.Replace('\\', '/')).Trim());
        return name.Length == 0 ? "uten navn" : name.Length > FileNameLength ? name[^FileNameLength..] : name;
    }
}
