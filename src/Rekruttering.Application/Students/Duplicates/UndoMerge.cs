using System.Data;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>
/// Makes two of one again: the row that went comes back as it was, with all that moved. What was edited on the other since stands, what happened since
/// stays there (but see <see cref="SinceMerge"/>), and a no to mail that was said meanwhile holds for both, for nobody knows which of the two said it.
/// </summary>
public sealed class UndoMerge(RekrutteringDb db, TimeProvider clock)
{
    /// <param name="areTwoPersons">The two are not to be shown as a pair again.</param>
    public async Task<Result> ExecuteAsync(Guid mergeId, bool areTwoPersons, Guid byUserId, CancellationToken ct = default)
    {
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(() => UndoAsync(mergeId, areTwoPersons, byUserId, ct));
        }
        catch (Exception lost) when (lost.IsLostRace())
        {
            return new ChangedMeanwhile();
        }
    }

    private async Task<Result> UndoAsync(Guid mergeId, bool areTwoPersons, Guid byUserId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.StudentMerges.SingleOrDefaultAsync(m => m.Id == mergeId, ct) is not { } merge)
            return new NotFound();
        var (ledger, rows, now) = (MergeLedger.Of(merge), new MergedRows(db), clock.UtcNow());
        if (await rows.IsMailOnItsWayAsync(m => m.StudentId == merge.KeptId, ct))
            return new MailOnItsWay();
        if (merge.Undo(await IsLatestAsync(merge, ct), byUserId, now) is { IsOk: false } refused)
            return refused;

        var kept = await db.Students.Include(s => s.Reservations).SingleAsync(s => s.Id == merge.KeptId, ct);
        var away = Back(kept, ledger, await TodayAsync(merge.KommuneNumber, ct), now);
        if (areTwoPersons)
            db.TwoPersons.Add(new TwoPersons(merge.KommuneNumber, kept.Id, away.Id, byUserId, now));
        foreach (var student in new[] { kept, away })
            db.Timeline.Add(new TimelineEntry(merge.KommuneNumber, student.Id, TimelineKind.MergeUndone, now, "Slått sammen med en annen student, og angret", actorId: byUserId, subjectId: merge.Id));
        await db.SaveChangesAsync(ct);
        // It names the other and what the other's row said: nobody's business on this card, if they are two.
        await db.Timeline.Where(e => e.StudentId == kept.Id && e.Kind == TimelineKind.Merged && e.SubjectId == merge.Id).ExecuteDeleteAsync(ct);
        await db.StudentAliases.Where(a => a.MergeId == merge.Id).ExecuteDeleteAsync(ct);
        await db.TwoPersons.Where(p => ledger.Marks.Contains(p.Id)).ExecuteDeleteAsync(ct);
        await rows.MoveAsync(ledger.Moved, kept.Id, away.Id, ct);
        await RestoreAsync(ledger, ct);
        await new SinceMerge(db, merge.At, kept, away).GiveBackAsync(ct);
        await TakeUpAgainAsync(ledger, kept, away, byUserId, now, ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>The row that went, as it stood or where its place is another today as it can stand, beside the one that stayed, which gives back what it took over.</summary>
    private Student Back(Student kept, MergeLedger ledger, Func<StudentDetails, StudentDetails> today, DateTime now)
    {
        var away = (Student)ledger.Away!.Restore(db);
        away.Update(today(away.Details), now);
        away.LearnOfAddress(kept);
        foreach (var reservation in ledger.Reservations)
            reservation.Restore(db);
        foreach (var no in kept.Reservations.Where(no => !ledger.Had.Contains(no.Id) && !ledger.Brought.Contains(no.Id)))
            away.Reserve(no.Scope, no.ByStudent, no.At);
        var (details, _) = StudentFields.PutBack(today(kept.Details), today(ledger.Before!), today(ledger.After!));
        kept.GiveBack(details, (ledger.InformedBefore, ledger.InformedAfter), ledger.DeadBefore, ledger.Brought, now);
        return away;
    }

    // A colleague who has left is nobody's contact person again.
    private async Task<Func<StudentDetails, StudentDetails>> TodayAsync(string kommune, CancellationToken ct)
    {
        var places = await db.StudyPlacesAsync(ct);
        var colleagues = await db.Memberships.Where(m => m.KommuneNumber == kommune).Select(m => m.UserId).ToListAsync(ct);
        return details => details.Among(places) with { ContactPersonId = details.ContactPersonId is { } person && colleagues.Contains(person) ? person : null };
    }

    /// <summary>
    /// Offers that the merge ended stand again with whoever of the two has said no to nothing, as far as they can: the job takes answers, the deadline has not
    /// passed, nobody has touched the offer since, and the student had been told of it. The rest stays withdrawn, as the timeline says.
    /// </summary>
    private async Task TakeUpAgainAsync(MergeLedger ledger, Student kept, Student away, Guid byUserId, DateTime now, CancellationToken ct)
    {
        foreach (var ended in ledger.Ended.Where(one => one.WasMailed))
        {
            var owner = ledger.Moved.Offers.Contains(ended.OfferId) ? away.Id : kept.Id;
            if (await db.Students.AnyAsync(s => s.Id == owner && s.Reservations.Any(no => no.Scope == ReservationScope.NoContact), ct) || await db.JobOffers.SingleOrDefaultAsync(o => o.Id == ended.OfferId, ct) is not { } offer)
                continue;
            var job = await db.SummerJobs.SingleAsync(j => j.Id == offer.JobId, ct);
            if (!offer.TakeUpAgain(job, await db.CountSeatsAsync(job, ct), ended.Was, ended.WaitingSince, now))
                continue;
            db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, owner, TimelineKind.MergeUndone, now, $"Tilbudet om «{job.Title}» gjelder igjen: sammenslåingen er angret.", actorId: byUserId, subjectId: offer.Id));
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<bool> IsLatestAsync(StudentMerge merge, CancellationToken ct)
    {
        var standing = await db.StudentMerges.Where(m => m.KeptId == merge.KeptId && m.UndoneAt == null).Select(m => new { m.Id, m.At }).ToListAsync(ct);
        return standing.OrderBy(m => m.At).ThenBy(m => m.Id).LastOrDefault() is not { } last || last.Id == merge.Id;
    }

    // What a student can have one of only; a job or student that is gone since takes its row with it, and wishes that were stated anew since take the place of the old ones.
    private async Task RestoreAsync(MergeLedger ledger, CancellationToken ct)
    {
        foreach (var row in ledger.Removed)
        {
            var entity = row.Restore(db);
            if (entity is JobOffer offer && !await db.SummerJobs.AnyAsync(j => j.Id == offer.JobId, ct)
                || entity is Lis1Wishes wishes && await db.Lis1Wishes.AnyAsync(w => w.StudentId == wishes.StudentId && w.Intake == wishes.Intake, ct)
                || entity is Lis1Wish wish && db.Lis1Wishes.Local.All(w => w.Id != wish.ListId)
                || entity is TwoPersons mark && (await db.Students.CountAsync(s => s.Id == mark.FirstId || s.Id == mark.SecondId, ct) < 2 || await db.AreTwoPersonsAsync(mark.FirstId, mark.SecondId, ct)))
                db.Entry(entity).State = EntityState.Detached;
        }
        await db.SaveChangesAsync(ct);
        foreach (var (link, inquiry, offerId) in ledger.Repointed.Where(was => db.JobOffers.Local.Any(o => o.Id == was.Offer)))
        {
            await db.PersonalLinks.Where(l => l.Hash == link).ExecuteUpdateAsync(set => set.SetProperty(l => l.OfferId, offerId), ct);
            await db.Inquiries.Where(i => i.Id == inquiry).ExecuteUpdateAsync(set => set.SetProperty(i => i.OfferId, offerId).SetProperty(i => i.Version, i => i.Version + 1), ct);
        }
    }
}
