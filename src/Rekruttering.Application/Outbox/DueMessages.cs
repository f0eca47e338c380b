using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>Which rows may be taken, and the one statement that takes them.</summary>
internal static class DueMessages
{
    private static readonly MessageState[] NotDue = [.. Enum.GetValues<MessageState>().Except([MessageState.Ready, MessageState.Deferred])];

    /// <summary>Due rows of a state, of one line; the empty line is all that wait for no domain.</summary>
    public static IQueryable<Message> Due(this RekrutteringDb db, MessageState state, DateTime now, string line = "") =>
        db.Messages.Where(m => m.State == state && m.Line == line && m.DueAt <= now);

    /// <summary>Campaigns that run, and are in their hours: outside them nothing is taken.</summary>
    public static IQueryable<Campaign> Open(this RekrutteringDb db, DateTime now) => db.Campaigns.Where(c => c.Status == CampaignStatus.Running
        && (c.OpensAt == null || c.OpensAt <= now) && (c.ClosesAt == null || c.ClosesAt > now));

    /// <summary>Of these rows those of one campaign, while it is open; of none, for personal mail.</summary>
    public static IQueryable<Message> Of(this IQueryable<Message> rows, RekrutteringDb db, Guid? campaignId, DateTime now) => campaignId is not { } id
        ? rows.Where(row => row.CampaignId == null)
        : rows.Where(row => row.CampaignId == id && db.Open(now).Any(c => c.Id == id));

    /// <summary>
    /// Takes up to so many of these rows, the longest due first. Each state and line apart: then the index gives the rows in order of
    /// DueAt, and a claim costs the same in a long queue as in a short one.
    /// </summary>
    /// <remarks>
    /// The state stands outside as well: on PostgreSQL the second of two senders waits for the first and then looks at that again.
    /// As "none of these", because SQLite would answer "equals" by walking the index over every row that is ready.
    /// </remarks>
    public static Task<int> TakeAsync(this RekrutteringDb db, IQueryable<Message> due, int count, string claim, DateTime until, CancellationToken cancellationToken) => db.Messages
        .Where(m => !NotDue.Contains(m.State) && due.OrderBy(row => row.DueAt).Select(row => row.Id).Take(count).Contains(m.Id))
        .ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Claimed)
            .SetProperty(m => m.ClaimedBy, claim)
            .SetProperty(m => m.ClaimedUntil, until)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
}
