using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>
/// What came about while two were one, and is not the one's that stayed. A mail that left is with whoever has the address that it went to, and so is its link, and
/// that of a sign-up: it shows what is stored of its student and stops that student's mail, and in a stranger's mailbox that would be a stranger's. What is about an offer or a
/// question of the one that is back goes with it, so that neither is written to about what the other asked. To be called when both are two again, within the transaction.
/// </summary>
internal sealed class SinceMerge(RekrutteringDb db, DateTime since, Student kept, Student away)
{
    public async Task GiveBackAsync(CancellationToken ct)
    {
        await GiveSubjectsAsync(ct);
        if (kept.EmailKey != away.EmailKey)
            await GiveMailAsync(ct);
        // Nobody answers an offer of the other.
        await db.PersonalLinks.Where(l => (l.StudentId == kept.Id && db.JobOffers.Any(o => o.Id == l.OfferId && o.StudentId == away.Id)) || (l.StudentId == away.Id && db.JobOffers.Any(o => o.Id == l.OfferId && o.StudentId == kept.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.OfferId, (Guid?)null), ct);
    }

    private async Task GiveSubjectsAsync(CancellationToken ct)
    {
        await db.Inquiries.Where(i => i.StudentId == kept.Id && db.JobOffers.Any(o => o.Id == i.OfferId && o.StudentId == away.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.StudentId, away.Id).SetProperty(i => i.Version, i => i.Version + 1), ct);
        var subjects = await db.JobOffers.Where(o => o.StudentId == away.Id).Select(o => (Guid?)o.Id)
            .Concat(db.Inquiries.Where(i => i.StudentId == away.Id).Select(i => (Guid?)i.Id)).Concat(db.Lis1Wishes.Where(w => w.StudentId == away.Id).Select(w => (Guid?)w.Id)).ToListAsync(ct);
        await db.Timeline.Where(e => e.StudentId == kept.Id && e.At >= since && subjects.Contains(e.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(e => e.StudentId, away.Id), ct);
        await db.Messages.Where(m => m.StudentId == kept.Id && subjects.Contains(m.SubjectId) && m.State != MessageState.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.StudentId, away.Id).SetProperty(m => m.Version, m => m.Version + 1), ct);
    }

    private async Task GiveMailAsync(CancellationToken ct)
    {
        var left = await db.Messages.Where(m => (m.StudentId == kept.Id || m.StudentId == away.Id) && m.HandedOverAt >= since).Select(m => new { m.Id, m.StudentId, m.State, m.ToAddress }).ToListAsync(ct);
        foreach (var owner in new[] { kept, away })
        {
            var ids = left.Where(m => owner.EmailKey is not null && EmailAddress.TryParse(m.ToAddress, out var address) && address.Key == owner.EmailKey).Select(m => m.Id)
                .Concat(await db.SignUps.Where(s => s.EmailKey == owner.EmailKey && s.CreatedAt >= since).Select(s => s.Id).ToListAsync(ct)).ToList();
            await db.PersonalLinks.Where(l => l.StudentId == kept.Id && l.CreatedAt >= since && ids.Contains(l.MessageId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.StudentId, owner.Id), ct);
            await db.Timeline.Where(e => (e.StudentId == kept.Id || e.StudentId == away.Id) && e.At >= since && ids.Contains(e.SubjectId!.Value)).ExecuteUpdateAsync(set => set.SetProperty(e => e.StudentId, owner.Id), ct);
            var theirs = left.Where(m => m.State == MessageState.Sent && m.StudentId != owner.Id && ids.Contains(m.Id)).Select(m => m.Id).ToList();
            await db.Messages.Where(m => theirs.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.StudentId, owner.Id).SetProperty(m => m.Version, m => m.Version + 1), ct);
            if (owner == away && await db.Timeline.AnyAsync(e => e.StudentId == away.Id && e.Kind == TimelineKind.Informed && ids.Contains(e.SubjectId!.Value), ct))
                kept.LeaveInformed(away);
        }
        await db.SaveChangesAsync(ct);
    }
}
