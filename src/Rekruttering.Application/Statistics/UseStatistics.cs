using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Application.Statistics;

/// <summary>What must be said of a table before it counts; a field left null keeps what the table itself says.</summary>
public sealed record StatisticsAnswers(CountDefinition? Definition = null, DateOnly? CountedOn = null, string? Source = null);

/// <summary>Takes a staged table into use. For each year of the same definition the table taken into use last counts; the older stays beneath it.</summary>
public sealed class UseStatistics(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when it is in use already, or what it counts is not said.</summary>
    public async Task<Result> ExecuteAsync(Guid extractId, StatisticsAnswers answers, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (await db.StatisticsExtracts.SingleOrDefaultAsync(e => e.Id == extractId, ct) is not { } extract)
            return new NotFound();
        if (await db.StatisticsExtracts.FirstOrDefaultAsync(e => e.Sha256 == extract.Sha256 && e.Status == ExtractStatus.InUse && e.Id != extractId, ct) is { } same)
            return new SameFileAgain(same.Id, same.InUseAt!.Value);
        var newest = await db.StatisticsCells.Where(c => c.ExtractId == extractId).MaxAsync(c => c.Year, ct);
        var used = extract.Use(answers.Definition ?? extract.Definition, answers.CountedOn ?? extract.CountedOn, newest, answers.Source ?? extract.Source, clock.UtcNow());
        return used.IsOk ? await db.SaveOrRefuseAsync(ct) : used;
    }
}

/// <summary>Takes a table out of use; it is kept and can be put back.</summary>
public sealed class RemoveStatistics(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Refused when it is not in use.</summary>
    public async Task<Result> ExecuteAsync(Guid extractId, Guid? byUserId, CancellationToken ct = default)
    {
        if (await db.StatisticsExtracts.SingleOrDefaultAsync(e => e.Id == extractId, ct) is not { } extract)
            return new NotFound();
        var removed = extract.Remove(byUserId, clock.UtcNow());
        return removed.IsOk ? await db.SaveOrRefuseAsync(ct) : removed;
    }
}

/// <summary>Puts a removed table back.</summary>
public sealed class PutBackStatistics(RekrutteringDb db)
{
    /// <summary>Refused when it is not removed, or the same file has been brought in anew since.</summary>
    public async Task<Result> ExecuteAsync(Guid extractId, CancellationToken ct = default)
    {
        if (await db.StatisticsExtracts.SingleOrDefaultAsync(e => e.Id == extractId, ct) is not { } extract)
            return new NotFound();
        if (await db.StatisticsExtracts.FirstOrDefaultAsync(e => e.Sha256 == extract.Sha256 && e.Status == ExtractStatus.InUse, ct) is { } again)
            return new SameFileAgain(again.Id, again.InUseAt!.Value);
        var back = extract.PutBack();
        return back.IsOk ? await db.SaveOrRefuseAsync(ct) : back;
    }
}

/// <summary>Throws away a table that was never used, with its cells.</summary>
public sealed class DiscardStatistics(RekrutteringDb db)
{
    /// <summary>Refused when it is or has been in use.</summary>
    public async Task<Result> ExecuteAsync(Guid extractId, CancellationToken ct = default)
    {
        if (await db.StatisticsExtracts.SingleOrDefaultAsync(e => e.Id == extractId, ct) is not { } extract)
            return new NotFound();
        if (extract.MayBeDiscarded is { IsOk: false } refused)
            return refused;
        db.StatisticsExtracts.Remove(extract);
        return await db.SaveOrRefuseAsync(ct);
    }
}
