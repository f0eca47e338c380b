using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// Takes due rows for a sender, and takes them from a sender that is gone. Each step is one conditional statement, so that of two
/// senders one gets a row. Works in the scope of all kommuner.
/// </summary>
public sealed class OutboxClaims(RekrutteringDb db, SenderState sender, IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly MessageState[] NotDue = [.. Enum.GetValues<MessageState>().Except([MessageState.Ready, MessageState.Deferred])];

    /// <summary>How long a sender may hold a row. Longer than a mail server is ever waited for.</summary>
    public TimeSpan Lease => TimeSpan.FromMinutes(5) + options.Value.AnswerWithin;

    /// <summary>
    /// Rows of a sender whose lease has ended: what was only claimed is ready again; what was handed over may have been delivered, so
    /// it is uncertain and waits for a person.
    /// </summary>
    /// <remarks>
    /// An embedded database has one process at a time, so in the first run of a process all that an earlier one held is nobody's, and
    /// waiting would only hide it. PostgreSQL may have another sender alive beside us; there the lease is the only thing that is known.
    /// Should the guess ever be wrong, nothing is doubled: the other's hand-over fails on the row's version, and its late answer
    /// settles the uncertain row.
    /// </remarks>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var nobodys = sender.IsFirstRun() && db.IsEmbedded;
        var gone = db.Messages.Where(m => m.ClaimedUntil < now || (nobodys && !m.ClaimedBy!.StartsWith(sender.Name)));
        await gone.Where(m => m.State == MessageState.Claimed).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Ready)
            .SetProperty(m => m.ClaimedBy, (string?)null)
            .SetProperty(m => m.ClaimedUntil, (DateTime?)null)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        await gone.Where(m => m.State == MessageState.HandedOver).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Uncertain)
            .SetProperty(m => m.SettledAt, now)
            .SetProperty(m => m.ClaimedBy, (string?)null)
            .SetProperty(m => m.ClaimedUntil, (DateTime?)null)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
    }

    /// <summary>Whether a run would find anything; reads only.</summary>
    public async Task<bool> AnythingDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return await Due(MessageState.Ready, now).Where(m => m.CampaignId == null).AnyAsync(cancellationToken)
            || await Due(MessageState.Deferred, now).Where(m => m.CampaignId == null).AnyAsync(cancellationToken)
            || await RunningWithDue(now).AnyAsync(cancellationToken);
    }

    /// <summary>When messages left in the last minute: what the pace is made from.</summary>
    public async Task<IReadOnlyList<DateTime>> HandedOverLatelyAsync(int atMost, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow() - MailPace.Memory;
        return await db.Messages.Where(m => m.HandedOverAt > since).OrderByDescending(m => m.HandedOverAt)
            .Select(m => m.HandedOverAt!.Value).Take(atMost).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Takes up to so many rows. Personal mail goes first: a receipt must not wait for a campaign of hours. Campaigns take turns.
    /// </summary>
    /// <param name="turn">Counts the claims of a run.</param>
    public async Task<IReadOnlyList<Message>> ClaimAsync(int atMost, int turn, CancellationToken cancellationToken)
    {
        var (now, claim) = (clock.UtcNow(), sender.NextClaim());
        var taken = await TakeAsync(m => m.Where(row => row.CampaignId == null), atMost);
        if (taken < atMost)
        {
            var campaigns = await RunningWithDue(now).OrderBy(c => c.StartedAt).Select(c => c.Id).ToListAsync(cancellationToken);
            for (var i = 0; i < campaigns.Count && taken < atMost; i++)
            {
                var id = campaigns[(turn + i) % campaigns.Count];
                taken += await TakeAsync(m => m.Where(row => row.CampaignId == id && Open(now).Any(c => c.Id == id)), atMost - taken);
            }
        }
        return taken == 0 ? [] : await db.Messages.Where(m => m.ClaimedBy == claim && m.State == MessageState.Claimed).OrderBy(m => m.Id).ToListAsync(cancellationToken);

        async Task<int> TakeAsync(Func<IQueryable<Message>, IQueryable<Message>> of, int most)
        {
            // One state at a time: then the index gives the rows in order of DueAt and a claim costs the same in a long queue as in a short one.
            var deferred = await TakeOfStateAsync(MessageState.Deferred, most);
            return deferred < most ? deferred + await TakeOfStateAsync(MessageState.Ready, most - deferred) : deferred;

            // The state stands outside as well: on PostgreSQL the second of two senders waits for the first and then looks at that again.
            // As "none of these", because SQLite would answer "equals" by walking the index over every row that is ready.
            Task<int> TakeOfStateAsync(MessageState state, int count) => db.Messages
                .Where(m => !NotDue.Contains(m.State) && of(Due(state, now)).OrderBy(row => row.DueAt).Select(row => row.Id).Take(count).Contains(m.Id))
                .ExecuteUpdateAsync(row => row
                    .SetProperty(m => m.State, MessageState.Claimed)
                    .SetProperty(m => m.ClaimedBy, claim)
                    .SetProperty(m => m.ClaimedUntil, now + Lease)
                    .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        }
    }

    /// <summary>Of these campaigns, those that may not send any more; read after the claim, so that a pause between the two is seen.</summary>
    public async Task<IReadOnlyDictionary<Guid, CampaignStatus>> StoppedAsync(IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.CampaignId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, CampaignStatus>() : await db.Campaigns
            .Where(c => ids.Contains(c.Id) && c.Status != CampaignStatus.Running).ToDictionaryAsync(c => c.Id, c => c.Status, cancellationToken);
    }

    /// <summary>Ends every running campaign of which nothing is left to send. An uncertain mail does not hold it: it waits for a person.</summary>
    public async Task FinishCampaignsAsync(CancellationToken cancellationToken)
    {
        MessageState[] open = [MessageState.Ready, MessageState.Claimed, MessageState.HandedOver, MessageState.Deferred];
        var done = await db.Campaigns.Where(c => c.Status == CampaignStatus.Running
            && !db.Messages.Any(m => m.CampaignId == c.Id && open.Contains(m.State))).ToListAsync(cancellationToken);
        foreach (var campaign in done)
            campaign.Finish(clock.UtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has paused, reopened or finished it at this moment; the next run looks again.
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<Message> Due(MessageState state, DateTime now) => db.Messages.Where(m => m.State == state && m.DueAt <= now);

    // Running, and in its hours: outside them nothing of it is taken.
    private IQueryable<Campaign> Open(DateTime now) => db.Campaigns.Where(c => c.Status == CampaignStatus.Running
        && (c.OpensAt == null || c.OpensAt <= now) && (c.ClosesAt == null || c.ClosesAt > now));

    private IQueryable<Campaign> RunningWithDue(DateTime now) => Open(now).Where(c =>
        (db.Messages.Any(m => m.CampaignId == c.Id && m.State == MessageState.Ready && m.DueAt <= now)
            || db.Messages.Any(m => m.CampaignId == c.Id && m.State == MessageState.Deferred && m.DueAt <= now)));
}
