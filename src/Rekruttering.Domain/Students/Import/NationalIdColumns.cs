using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>
/// Finds the columns of fødselsnummer, by header and by what stands in them, so that they are dropped before anything is written.
/// Feed it every row; then ask.
/// </summary>
public sealed class NationalIdColumns(IReadOnlyList<string> headers)
{
    readonly int[] filled = new int[headers.Count];
    readonly int[] suspect = new int[headers.Count];

    /// <summary>Counts one row.</summary>
    public void Add(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count && i < filled.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i])) continue;
            filled[i]++;
            if (NationalId.Resembles(cells[i])) suspect[i]++;
        }
    }

    /// <summary>True when the header says so, or when at least half of the filled cells look like such numbers.</summary>
    public bool IsDropped(int column) => NationalId.IsHeader(headers[column]) || (suspect[column] > 0 && suspect[column] * 2 >= filled[column]);
}
