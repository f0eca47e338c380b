using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>How many rows ended how, counted from the rows themselves.</summary>
public sealed record ImportCounts(int Rows, int New, int Changed, int Same, int PossibleDuplicates, int Refused, int Settled)
{
    /// <summary>Counts the rows of one import.</summary>
    public static async Task<ImportCounts> OfAsync(RekrutteringDb db, Guid batchId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var groups = await db.ImportRows.Where(r => r.BatchId == batchId).GroupBy(r => r.Outcome)
            .Select(g => new { Outcome = g.Key, Rows = g.Count(), Settled = g.Count(r => r.AppliedAt != null) }).ToListAsync(ct);
        int Of(ImportOutcome outcome) => groups.Where(g => g.Outcome == outcome).Sum(g => g.Rows);
        return new(groups.Sum(g => g.Rows), Of(ImportOutcome.New), Of(ImportOutcome.Changed), Of(ImportOutcome.Same), Of(ImportOutcome.PossibleDuplicate), Of(ImportOutcome.Refused), groups.Sum(g => g.Settled));
    }

    /// <summary>"48 nye, 5 endret, 2 mulige dubletter, 5 kan ikke leses"; what there is none of is left out.</summary>
    public string Sentence
    {
        get
        {
            (int Count, string Words)[] parts = [(New, New == 1 ? "ny" : "nye"), (Changed, "endret"), (Same, Same == 1 ? "lik" : "like"), (PossibleDuplicates, PossibleDuplicates == 1 ? "mulig dublett" : "mulige dubletter"), (Refused, "kan ikke leses")];
            return string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Words}"));
        }
    }
}
