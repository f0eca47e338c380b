using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>What hangs on one of the two.</summary>
public sealed record MergeWeight(int Events, int Mails, int Offers, int Wishes, int Questions);

/// <summary>One group of fields of the two, in words.</summary>
/// <param name="Default">What is chosen when nobody chooses.</param>
public sealed record MergeLine(MergeGroup Group, string? Kept, string? Away, MergeSide Default)
{
    /// <summary>Nothing to choose.</summary>
    public bool IsSame => Kept == Away;
}

/// <summary>Two students side by side, before they become one.</summary>
public sealed record MergeView(Student Kept, Student Away, Likeness Likeness, bool AreTwoPersons, IReadOnlyList<MergeLine> Lines, MergeWeight KeptWeight, MergeWeight AwayWeight)
{
    /// <summary>Jobs of which an open offer ends, because one of the two wants no contact.</summary>
    public IReadOnlyList<string> Ending { get; init; } = [];
}

/// <summary>Reads two students of the kommune in scope, to be compared.</summary>
public sealed class ReadMerge(RekrutteringDb db)
{
    /// <summary>Null when either is not there, or they are one.</summary>
    public async Task<MergeView?> ReadAsync(Guid keptId, Guid awayId, CancellationToken ct = default)
    {
        var students = await db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => s.Id == keptId || s.Id == awayId).ToListAsync(ct);
        if (students.Count != 2)
            return null;
        var (kept, away) = (students.Single(s => s.Id == keptId), students.Single(s => s.Id == awayId));
        var names = await RegisterChecks.NamesOfAsync(db, [kept.ContactPersonId, away.ContactPersonId], ct);
        string? NameOf(Guid id) => names.GetValueOrDefault(id);
        return new(kept, away, DuplicateRules.Compare(PersonTraits.Of(kept), PersonTraits.Of(away)), await db.AreTwoPersonsAsync(keptId, awayId, ct),
            [.. MergeGroup.All.Select(group => new MergeLine(group, group.TextOf(kept.Details, NameOf), group.TextOf(away.Details, NameOf), group.DefaultFor(kept, away)))],
            await WeightAsync(keptId, ct), await WeightAsync(awayId, ct))
        { Ending = kept.HasReserved(ReservationScope.NoContact) || away.HasReserved(ReservationScope.NoContact) ? await EndingAsync(keptId, awayId, ct) : [] };
    }

    private Task<List<string>> EndingAsync(Guid keptId, Guid awayId, CancellationToken ct)
    {
        var jobs = db.OpenOffers(keptId).Select(o => o.JobId).Concat(db.OpenOffers(awayId).Select(o => o.JobId));
        return db.SummerJobs.Where(j => jobs.Contains(j.Id)).OrderBy(j => j.Title).ThenBy(j => j.Id).Select(j => j.Title).ToListAsync(ct);
    }

    private async Task<MergeWeight> WeightAsync(Guid id, CancellationToken ct) => new(
        await db.Timeline.CountAsync(e => e.StudentId == id, ct),
        await db.Messages.CountAsync(m => m.StudentId == id, ct),
        await db.JobOffers.CountAsync(o => o.StudentId == id, ct),
        await db.Lis1Wishes.CountAsync(w => w.StudentId == id, ct),
        await db.Inquiries.CountAsync(i => i.StudentId == id, ct));
}
