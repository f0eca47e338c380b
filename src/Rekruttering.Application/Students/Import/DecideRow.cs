using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>What somebody says of a held-back row, with what was seen when it was said.</summary>
public sealed record RowDecision
{
    private RowDecision() { }

    /// <summary>The one it is.</summary>
    public PersonInReach? Same { get; private init; }

    /// <summary>The student's version as it was shown.</summary>
    public int? Version { get; private init; }

    /// <summary>Everybody who was shown and is somebody else.</summary>
    public IReadOnlyCollection<PersonInReach>? Apart { get; private init; }

    /// <summary>It is this person, who is changed by what the row says.</summary>
    public static RowDecision SamePerson(PersonInReach who, int? version) => new() { Same = who, Version = version };

    /// <summary>It is none of those who were shown: a student of its own, and the pairs are no duplicates.</summary>
    public static RowDecision AnotherPerson(IReadOnlyCollection<PersonInReach> shown) => new() { Apart = shown };

    /// <summary>What was said in a dry run is taken back: the row is a question again.</summary>
    public static RowDecision Open { get; } = new();
}

/// <summary>
/// Says who a row is that an import holds back as a possible duplicate: one of those it looks like, or somebody else. In a dry run the row is decided by
/// that, with those whose outcome hangs on it. After the import was carried out the row is carried out by itself: it counts in the same import and is taken
/// back with it. Only what the one who answers has seen is answered: whoever came since makes it a question again.
/// </summary>
public sealed class DecideRow(RekrutteringDb db, ErasedPersons erased, TimeProvider clock)
{
    /// <summary>What became of the row; refused when it is not held back (any more), or looks like others than was seen.</summary>
    public async Task<Result<ImportRow>> ExecuteAsync(Guid rowId, RowDecision decision, Guid? byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await db.ImportRows.SingleOrDefaultAsync(r => r.Id == rowId, ct) is not { } row)
            return new NotFound();
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == row.BatchId, ct);
        if (!batch.MayDecide(row))
            return batch.ForgottenAt is not null ? new ImportForgotten() : row.Outcome is ImportOutcome.PossibleDuplicate or ImportOutcome.Refused ? new ImportNotThere() : new RowDecidedAlready();
        if (decision == RowDecision.Open && batch.Status != ImportStatus.Checked)
            return new ImportNotThere();
        try
        {
            return await DecideAsync(batch, row, decision, byUserId, ct) is { IsOk: false } refused ? refused.Refusal : row;
        }
        catch (Exception lost) when (lost.IsLostRace())
        {
            return new ChangedMeanwhile();
        }
    }

    private async Task<Result> DecideAsync(ImportBatch batch, ImportRow row, RowDecision decision, Guid? byUserId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (decision != RowDecision.Open && !await HoldsAsync(batch, row, decision, OsloTime.DateOf(now), ct))
            return new RowLooksOtherwise();
        row.Decide(decision == RowDecision.Open ? null : ImportJson.Write(new RowAnswer(decision.Same, [.. decision.Apart ?? []], byUserId)));
        return await new RedecideRow(db, erased).ExecuteAsync(batch, row, row.Who, now, transaction, ct);
    }

    // Whoever is meant still looks like the row and is as was seen, or nobody has come since who was not seen.
    private async Task<bool> HoldsAsync(ImportBatch batch, ImportRow row, RowDecision decision, DateOnly today, CancellationToken ct)
    {
        var alike = (await RowLikeness.ReadAsync(db, erased, batch, row, today, ct)).Alike.Select(met => met.Person.Reach).ToList();
        if (decision.Same is not { } same)
            return alike.TrueForAll(decision.Apart!.Contains);
        // Tracked from here on, so that the save too fails on any other version.
        return alike.Contains(same) && (same.StudentId is not { } id || (await db.Students.SingleAsync(s => s.Id == id, ct)).Version == decision.Version);
    }
}
