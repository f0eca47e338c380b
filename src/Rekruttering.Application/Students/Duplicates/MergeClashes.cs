using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>
/// Settles what a student can have one of only, before the rows of two are put together: an offer of a job, the wishes for an intake, its line in
/// a change of many, a mail of a campaign, a mark. What goes is taken down in the ledger.
/// </summary>
internal sealed class MergeClashes(RekrutteringDb db, MergeLedger ledger, Guid keptId, Guid awayId)
{
    /// <summary>Of two offers of one job the one that holds stays. Two that hold, of a job that has not begun, are a question for people.</summary>
    public async Task<Refusal?> OffersAsync(DateOnly today, CancellationToken ct)
    {
        var offers = await db.JobOffers.AsNoTracking().Where(o => o.StudentId == keptId || o.StudentId == awayId).ToListAsync(ct);
        foreach (var both in offers.GroupBy(o => o.JobId).Where(of => of.Count() == 2))
        {
            var job = await db.SummerJobs.AsNoTracking().SingleAsync(j => j.Id == both.Key, ct);
            if (both.All(Holds) && job.Status is JobStatus.Open or JobStatus.Closed && today < job.From)
                return new BothHaveTheJob(job.Id, job.Title);
            var order = both.OrderByDescending(Holds).ThenByDescending(o => o.Status == OfferStatus.Accepted).ThenByDescending(o => o.AnsweredAt ?? o.OfferedAt).ThenBy(o => o.StudentId == awayId).ToList();
            await FoldAsync(stays: order[0].Id, goes: order[1], ct);
        }
        return null;
    }

    /// <summary>For one intake the wishes that were stated last.</summary>
    public async Task WishesAsync(CancellationToken ct)
    {
        var lists = await db.Lis1Wishes.AsNoTracking().Include(w => w.Hospitals).Where(w => w.StudentId == keptId || w.StudentId == awayId).ToListAsync(ct);
        foreach (var both in lists.GroupBy(w => w.Intake).Where(of => of.Count() == 2))
        {
            var goes = both.OrderBy(w => w.StatedAt).ThenBy(w => w.StudentId == keptId).First();
            ledger.Removed.AddRange(goes.Hospitals.Prepend<object>(goes).Select(row => RowSnapshot.Of(db, row)));
            await db.Lis1Wishes.Where(w => w.Id == goes.Id).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>A change of many that changed both: what it did to the row that stays counts.</summary>
    public async Task BulkChangesAsync(CancellationToken ct)
    {
        var goes = await db.BulkChangeRows.AsNoTracking().Where(r => r.StudentId == awayId && db.BulkChangeRows.Any(k => k.StudentId == keptId && k.BulkChangeId == r.BulkChangeId)).ToListAsync(ct);
        ledger.Removed.AddRange(goes.Select(row => RowSnapshot.Of(db, row)));
        var ids = goes.ConvertAll(row => row.Id);
        await db.BulkChangeRows.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>A campaign that has reached, or will reach, the person under one row, does not write under the other.</summary>
    public async Task MessagesAsync(DateTime now, CancellationToken ct)
    {
        var messages = await db.Messages.Where(m => m.CampaignId != null && (m.StudentId == keptId || m.StudentId == awayId)).ToListAsync(ct);
        foreach (var campaign in messages.GroupBy(m => m.CampaignId))
        {
            var waiting = campaign.Where(m => m.State is MessageState.Ready or MessageState.Deferred).OrderBy(m => m.StudentId == awayId).ToList();
            var reached = campaign.Any(m => m.State is MessageState.Sent or MessageState.Uncertain);
            foreach (var second in waiting.Skip(reached ? 0 : 1))
            {
                if (second is { State: MessageState.Ready, Attempts: 0 })
                    second.LeaveOut(LeftOutReason.SameAddress);
                else
                    second.Cancel(now);
                ledger.LeftOut++;
            }
        }
    }

    /// <summary>Who is somebody else than the row that goes is somebody else than the one that stays.</summary>
    public async Task MarksAsync(Guid byUserId, DateTime now, CancellationToken ct)
    {
        foreach (var mark in await db.TwoPersons.AsNoTracking().Where(p => p.FirstId == awayId || p.SecondId == awayId).ToListAsync(ct))
        {
            ledger.Removed.Add(RowSnapshot.Of(db, mark));
            var other = mark.Beside(awayId);
            if (other == keptId || await db.AreTwoPersonsAsync(keptId, other, ct))
                continue;
            var anew = new TwoPersons(mark.KommuneNumber, keptId, other, byUserId, now);
            db.TwoPersons.Add(anew);
            ledger.Marks.Add(anew.Id);
        }
    }

    private static bool Holds(JobOffer offer) => offer.Status is OfferStatus.Offered or OfferStatus.AskLater or OfferStatus.Accepted or OfferStatus.WaitingList;

    // Links and questions about the one are about the other from now on.
    private async Task FoldAsync(Guid stays, JobOffer goes, CancellationToken ct)
    {
        var links = await db.PersonalLinks.Where(l => l.OfferId == goes.Id).Select(l => l.Hash).ToListAsync(ct);
        var inquiries = await db.Inquiries.Where(i => i.OfferId == goes.Id).Select(i => i.Id).ToListAsync(ct);
        ledger.Repointed.AddRange([.. links.Select(hash => new RepointedOffer(hash, null, goes.Id)), .. inquiries.Select(id => new RepointedOffer(null, id, goes.Id))]);
        await db.PersonalLinks.Where(l => l.OfferId == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.OfferId, stays), ct);
        await db.Inquiries.Where(i => i.OfferId == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.OfferId, stays).SetProperty(i => i.Version, i => i.Version + 1), ct);
        ledger.Removed.Add(RowSnapshot.Of(db, goes));
        await db.JobOffers.Where(o => o.Id == goes.Id).ExecuteDeleteAsync(ct);
    }
}
