using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>How much of an import is taken back, counted from its rows.</summary>
/// <param name="Removed">Students that are gone.</param>
/// <param name="Restored">Rows whose old values are all back.</param>
/// <param name="Kept">Rows that left something standing.</param>
/// <param name="Settled">Rows that have been looked at.</param>
/// <param name="Rows">Rows that there was something to do about.</param>
public sealed record UndoCounts(int Removed, int Restored, int Kept, int Settled, int Rows)
{
    /// <summary>Counts the rows of one import.</summary>
    public static async Task<UndoCounts> OfAsync(RekrutteringDb db, Guid batchId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var groups = await db.ImportRows.Where(r => r.BatchId == batchId && r.AppliedAt != null && (r.Outcome == ImportOutcome.New || r.Outcome == ImportOutcome.Changed))
            .GroupBy(r => new { r.Outcome, Done = r.UndoneAt != null, Kept = r.Kept != null, Stands = r.StudentId != null }).Select(g => new { g.Key, Rows = g.Count() }).ToListAsync(ct);
        int Sum(Func<ImportOutcome, bool, bool, bool, bool> counts) => groups.Where(g => counts(g.Key.Outcome, g.Key.Done, g.Key.Kept, g.Key.Stands)).Sum(g => g.Rows);
        return new(
            Sum((outcome, done, kept, _) => outcome == ImportOutcome.New && done && !kept),
            Sum((outcome, done, kept, stands) => outcome == ImportOutcome.Changed && done && !kept && stands),
            Sum((_, _, kept, _) => kept),
            Sum((_, done, _, _) => done),
            groups.Sum(g => g.Rows));
    }

    /// <summary>"48 studenter er tatt ut av registeret, 5 endringer er satt tilbake"; what there is none of is left out.</summary>
    public string Sentence => UndoWords.Of(Removed, Restored, Kept, "er tatt ut av registeret", "er satt tilbake", "er beholdt helt eller delvis", "Ingenting i registeret ble endret");
}

internal static class UndoWords
{
    public static string Of(int removed, int restored, int kept, string goes, string comesBack, string stays, string none)
    {
        (int Count, string Words)[] parts =
        [
            (removed, $"{(removed == 1 ? "student" : "studenter")} {goes}"),
            (restored, $"{(restored == 1 ? "endring" : "endringer")} {comesBack}"),
            (kept, $"{(kept == 1 ? "rad" : "rader")} {stays}"),
        ];
        var said = parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Words}").ToList();
        return said.Count == 0 ? none : string.Join(", ", said);
    }
}
