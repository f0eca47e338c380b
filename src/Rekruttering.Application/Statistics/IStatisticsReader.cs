using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics.Tables;

namespace Rekruttering.Application.Statistics;

/// <summary>A file of counts that was understood.</summary>
/// <param name="FileName">As it was sent.</param>
/// <param name="Sha256">Of its bytes, hexadecimal.</param>
/// <param name="Table">All of its cells, of every kommune in it.</param>
public sealed record StatisticsFile(string FileName, string Sha256, UnderstoodTable Table);

/// <summary>
/// Reads counts of students by home kommune: JSON-stat2, PxWeb CSV of both generations, an ordered table as XLSX. What the file is, is seen from its
/// contents, never from its name.
/// </summary>
public interface IStatisticsReader
{
    /// <summary>The table, or one sentence that says why not and what to do. The stream is read to its end, or to the limit.</summary>
    Task<Result<StatisticsFile>> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken = default);
}
