using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>
/// Whose value an undo would put back. A row of an import or of a change of many that came along from a student who was merged away tells of that one: it is
/// put back on the one who stayed only where the merge took the value from there. The rest was the other's own before, also where the two agreed.
/// </summary>
internal sealed class MergedIn
{
    private readonly List<(HashSet<Guid> Rows, MergeLedger Ledger)> _merges;

    private MergedIn(List<(HashSet<Guid>, MergeLedger)> merges) => _merges = merges;

    /// <summary>The merges that stand, of these students.</summary>
    public static async Task<MergedIn> OfAsync(RekrutteringDb db, IReadOnlyCollection<Guid> students, CancellationToken ct)
    {
        var merges = await db.StudentMerges.AsNoTracking().Where(m => students.Contains(m.KeptId) && m.UndoneAt == null).ToListAsync(ct);
        return new(merges.ConvertAll(m => MergeLedger.Of(m)).ConvertAll(ledger => (ledger.Moved.ImportRows.Concat(ledger.Moved.BulkRows).ToHashSet(), ledger)));
    }

    /// <summary>Whether the value that the row set is on its student because of the row: it came along, where the row did.</summary>
    public bool IsOf(Guid row, Func<StudentDetails, object?> value) =>
        _merges.TrueForAll(merge => !merge.Rows.Contains(row) || !Equals(value(merge.Ledger.Before!), value(merge.Ledger.After!)));

    /// <summary>As <see cref="StudentFields.PutBack"/>, without the fields that are the other's own.</summary>
    /// <returns>Also the labels of those of them that the row changed.</returns>
    public (StudentDetails Details, IReadOnlyList<string> Kept, IReadOnlyList<string> Merged) PutBack(Guid row, StudentDetails now, StudentDetails before, StudentDetails after)
    {
        var others = StudentFields.All.Where(field => !IsOf(row, field.Value)).ToList();
        var (details, kept) = StudentFields.PutBack(now, others.Aggregate(before, (was, field) => field.Copy(was, after)), after);
        return (details, kept, [.. others.Where(field => !Equals(field.Value(before), field.Value(after)) && !Equals(field.Value(now), field.Value(before))).Select(field => field.Label)]);
    }
}
