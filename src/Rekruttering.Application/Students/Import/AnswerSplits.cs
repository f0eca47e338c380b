using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Says which part of a split kommune a file means, once for all its rows, and makes the dry run again. A kommune that is left out is asked about row by row.</summary>
public sealed class AnswerSplits(RekrutteringDb db, CheckImport check)
{
    /// <summary>Refused as <see cref="CheckImport"/> is.</summary>
    public async Task<Result> ExecuteAsync(Guid batchId, IReadOnlyList<SplitAnswer> answers, CancellationToken ct = default) =>
        await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, ct) is { } batch
            ? await check.ExecuteAsync(batchId, ImportAnswers.Of(batch) with { Splits = answers }, ct)
            : new NotFound();
}
