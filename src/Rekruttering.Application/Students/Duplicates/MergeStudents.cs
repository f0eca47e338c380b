using System.Data;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>Which two, as they stood on the screen, and whose value of each group of fields is to stand.</summary>
/// <param name="Take">By <see cref="MergeGroup.Key"/>.</param>
public sealed record MergeChoice(Guid KeptId, int KeptVersion, Guid AwayId, int AwayVersion, IReadOnlyDictionary<string, MergeSide> Take);

/// <summary>
/// Makes one student of two rows. Timeline, questions, mails, offers, wishes and links of both are the one's that stays; every no to mail holds; lists
/// that have the old values still meet it. One transaction that reads and writes in the same breath, so nothing that comes in between is lost,
/// and all of it is written down so that <see cref="UndoMerge"/> can make two again.
/// </summary>
public sealed class MergeStudents(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>The merge's id. <see cref="NotFound"/> when either is not there, <see cref="ChangedMeanwhile"/> when either was saved since, and the rules of <see cref="StudentMerge"/>.</summary>
    public async Task<Result<Guid>> ExecuteAsync(MergeChoice choice, Guid byUserId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(() => MergeAsync(choice, byUserId, ct));
        }
        catch (Exception lost) when (lost.IsLostRace())
        {
            return new ChangedMeanwhile();
        }
    }

    private async Task<Result<Guid>> MergeAsync(MergeChoice choice, Guid byUserId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var students = await db.Students.Include(s => s.Reservations).Where(s => s.Id == choice.KeptId || s.Id == choice.AwayId).ToDictionaryAsync(s => s.Id, ct);
        if (students.GetValueOrDefault(choice.KeptId) is not { } kept || students.GetValueOrDefault(choice.AwayId) is not { } away)
            return new NotFound();
        var rows = new MergedRows(db);
        if (await RefusalAsync(choice, kept, away, rows, ct) is { } refusal)
            return refusal;
        var chosen = MergeGroup.Choose(kept.Details, away.Details, choice.Take);
        if (!chosen.IsOk)
            return chosen.Refusal;
        var merged = await WriteAsync(kept, away, chosen.Value, rows, byUserId, ct);
        if (merged.IsOk)
            await transaction.CommitAsync(ct);
        return merged;
    }

    private static async Task<Refusal?> RefusalAsync(MergeChoice choice, Student kept, Student away, MergedRows rows, CancellationToken ct)
    {
        if (kept.Id == away.Id)
            return new SameStudentTwice();
        if (kept.Version != choice.KeptVersion || away.Version != choice.AwayVersion)
            return new ChangedMeanwhile();
        return await rows.IsMailOnItsWayAsync(m => m.StudentId == kept.Id || m.StudentId == away.Id, ct) ? new MailOnItsWay() : null;
    }

    private async Task<Result<Guid>> WriteAsync(Student kept, Student away, StudentDetails chosen, MergedRows rows, Guid byUserId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var before = kept.Details;
        var ledger = new MergeLedger
        {
            Before = before,
            After = chosen,
            InformedBefore = kept.InformedAt,
            DeadBefore = kept.AddressDeadAt,
            Had = [.. kept.Reservations.Select(r => r.Id)],
            Away = RowSnapshot.Of(db, away),
            Reservations = [.. away.Reservations.Select(r => RowSnapshot.Of(db, r))],
        };
        var clashes = new MergeClashes(db, ledger, kept.Id, away.Id);
        if (await clashes.OffersAsync(OsloTime.DateOf(now), ct) is { } refusal)
            return refusal;
        await clashes.WishesAsync(ct);
        await clashes.BulkChangesAsync(ct);
        await clashes.MessagesAsync(now, ct);
        await clashes.MarksAsync(byUserId, now, ct);
        kept.TakeOver(away, chosen, now);
        // An offer of the one is contact with the person who said no as the other.
        IReadOnlyList<EndedOffer> ended = kept.HasReserved(ReservationScope.NoContact)
            ? [.. await db.EndOffersAsync(kept, now, byUserId, ct), .. await db.EndOffersAsync(kept, now, byUserId, ct, of: away.Id)] : [];
        var moved = await rows.OfAsync(away.Id, ct);
        ledger = ledger with
        {
            InformedAfter = kept.InformedAt,
            Brought = [.. kept.Reservations.Select(r => r.Id).Except(ledger.Had)],
            Ended = ended,
            // What was told of an offer goes with it, should the two be two again.
            Moved = moved with { Timeline = [.. moved.Timeline, .. ended.Where(one => moved.Offers.Contains(one.OfferId)).Select(one => one.ToldId)] },
        };
        var merge = new StudentMerge(kept, away, ledger.Write(), byUserId, now);
        db.StudentMerges.Add(merge);
        db.StudentAliases.AddRange(new[] { away.Details, before }.Where(was => was != chosen).Select(was => new StudentAlias(merge, was, System.Text.Json.JsonSerializer.Serialize(was, RowSnapshot.Json))));
        await TellAsync(merge, away.Details, ledger, ct);
        // Also a merge that takes nothing over is a change of the row: who has it open is to look again.
        db.Entry(kept).Property(s => s.UpdatedAt).IsModified = true;
        await db.SaveChangesAsync(ct);
        await rows.MoveAsync(ledger.Moved, away.Id, kept.Id, ct);
        return await db.Students.Where(s => s.Id == away.Id && s.Version == away.Version).ExecuteDeleteAsync(ct) == 1 ? merge.Id : new ChangedMeanwhile();
    }

    private async Task TellAsync(StudentMerge merge, StudentDetails away, MergeLedger ledger, CancellationToken ct)
    {
        var (before, after) = (ledger.Before!, ledger.After!);
        var names = await RegisterChecks.NamesOfAsync(db, [before.ContactPersonId, away.ContactPersonId], ct);
        string? NameOf(Guid id) => names.GetValueOrDefault(id);
        var dropped = StudentChanges.Between(away, after, NameOf).Where(change => change.Old is not null).Select(change => $"{change.Field}: {change.Old}");
        string[] lines = [StudentChanges.Text(StudentChanges.Between(before, after, NameOf)), .. dropped.Select(line => "Ikke beholdt: " + line)];
        db.Timeline.Add(new TimelineEntry(merge.KommuneNumber, merge.KeptId, TimelineKind.Merged, merge.At, $"Slått sammen med {merge.AwayName}",
            string.Join('\n', lines.Where(line => line.Length > 0)) is { Length: > 0 } text ? text : null, merge.ById, merge.Id));
    }
}
