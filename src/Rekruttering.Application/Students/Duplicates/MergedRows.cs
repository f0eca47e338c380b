using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>
/// Moves what hangs on a student to another, and back. Each row that has a version gets a new one, so that whoever read it before the move and
/// saves after it is told to look again. To be called within a transaction.
/// </summary>
internal sealed class MergedRows(RekrutteringDb db)
{
    private const int Chunk = 500;

    /// <summary>What hangs on a student now.</summary>
    public async Task<MovedRows> OfAsync(Guid id, CancellationToken ct) => new()
    {
        Timeline = await db.Timeline.Where(e => e.StudentId == id).Select(e => e.Id).ToListAsync(ct),
        Inquiries = await db.Inquiries.Where(i => i.StudentId == id).Select(i => i.Id).ToListAsync(ct),
        Messages = await db.Messages.Where(m => m.StudentId == id).Select(m => m.Id).ToListAsync(ct),
        Offers = await db.JobOffers.Where(o => o.StudentId == id).Select(o => o.Id).ToListAsync(ct),
        Wishes = await db.Lis1Wishes.Where(w => w.StudentId == id).Select(w => w.Id).ToListAsync(ct),
        ImportRows = await db.ImportRows.Where(r => r.StudentId == id).Select(r => r.Id).ToListAsync(ct),
        BulkRows = await db.BulkChangeRows.Where(r => r.StudentId == id).Select(r => r.Id).ToListAsync(ct),
        Aliases = await db.StudentAliases.Where(a => a.StudentId == id).Select(a => a.Id).ToListAsync(ct),
        Merges = await db.StudentMerges.Where(m => m.KeptId == id).Select(m => m.Id).ToListAsync(ct),
        Links = await db.PersonalLinks.Where(l => l.StudentId == id).Select(l => l.Hash).ToListAsync(ct),
    };

    /// <summary>A mail that a sender has in its hands knows its student; nothing moves under it.</summary>
    public Task<bool> IsMailOnItsWayAsync(Expression<Func<Message, bool>> whose, CancellationToken ct) =>
        db.Messages.Where(whose).AnyAsync(m => m.State == MessageState.Claimed || m.State == MessageState.HandedOver, ct);

    /// <summary>Moves those of the rows that are with the one to the other.</summary>
    public async Task MoveAsync(MovedRows rows, Guid from, Guid to, CancellationToken ct)
    {
        await Each(rows.Timeline, ids => db.Timeline.Where(e => e.StudentId == from && ids.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.StudentId, to), ct));
        await Each(rows.Inquiries, ids => db.Inquiries.Where(i => i.StudentId == from && ids.Contains(i.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.StudentId, to).SetProperty(i => i.Version, i => i.Version + 1), ct));
        await Each(rows.Messages, ids => db.Messages.Where(m => m.StudentId == from && ids.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.StudentId, to).SetProperty(m => m.Version, m => m.Version + 1), ct));
        await Each(rows.Offers, ids => db.JobOffers.Where(o => o.StudentId == from && ids.Contains(o.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.StudentId, to).SetProperty(o => o.Version, o => o.Version + 1), ct));
        await Each(rows.Wishes, ids => db.Lis1Wishes.Where(w => w.StudentId == from && ids.Contains(w.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.StudentId, to).SetProperty(w => w.Version, w => w.Version + 1), ct));
        await Each(rows.ImportRows, ids => db.ImportRows.Where(r => r.StudentId == from && ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.StudentId, to), ct));
        await Each(rows.BulkRows, ids => db.BulkChangeRows.Where(r => r.StudentId == from && ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.StudentId, to), ct));
        await Each(rows.Aliases, ids => db.StudentAliases.Where(a => a.StudentId == from && ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.StudentId, to), ct));
        await Each(rows.Merges, ids => db.StudentMerges.Where(m => m.KeptId == from && ids.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.KeptId, to).SetProperty(m => m.Version, m => m.Version + 1), ct));
        await Each(rows.Links, hashes => db.PersonalLinks.Where(l => l.StudentId == from && hashes.Contains(l.Hash)).ExecuteUpdateAsync(set => set.SetProperty(l => l.StudentId, to), ct));
    }

    private static async Task Each<T>(IReadOnlyList<T> ids, Func<List<T>, Task<int>> move)
    {
        foreach (var some in ids.Chunk(Chunk))
            await move([.. some]);
    }
}
