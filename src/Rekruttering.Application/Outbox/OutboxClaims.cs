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
public sealed class OutboxClaims(RekrutteringDb db, OutboxLines lines, SenderState sender, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>So many in one claim, so that the claim costs little per mail. How long they are held is the sender's to limit.</summary>
    public const int MostAtOnce = 100;

    private static readonly MessageState[] Open = [MessageState.Ready, MessageState.Claimed, MessageState.HandedOver, MessageState.Deferred];

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
        var gone = Held.Where(m => m.ClaimedUntil < now || (nobodys && !m.ClaimedBy!.StartsWith(sender.Name)));
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
        return await DueWhatever(MessageState.Ready, now).AnyAsync(m => m.CampaignId == null, cancellationToken)
            || await DueWhatever(MessageState.Deferred, now).AnyAsync(m => m.CampaignId == null, cancellationToken)
            || await RunningWithDue(now).AnyAsync(cancellationToken);
    }

    /// <summary>When messages left in the last minute: what the pace is made from.</summary>
    public async Task<IReadOnlyList<DateTime>> HandedOverLatelyAsync(int atMost, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow() - MailPace.Memory;
        return await db.Messages.Where(m => m.HandedOverAt > since).OrderByDescending(m => m.HandedOverAt)
            .Select(m => m.HandedOverAt!.Value).Take(atMost).ToListAsync(cancellationToken);
    }

    /// <summary>What each domain got in the last minute, and which domains have a line. Asks nothing where no domain has a limit.</summary>
    public async Task<DomainPaces> DomainsAsync(CancellationToken cancellationToken)
    {
        var domains = new DomainPaces(options.Value);
        if (!domains.IsUsed)
            return domains;
        var now = clock.UtcNow();
        var since = now - MailPace.Memory;
        await foreach (var left in db.Messages.Where(m => m.HandedOverAt > since).OrderBy(m => m.HandedOverAt).Select(m => new { m.HandedOverAt, m.ToAddress }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            domains.HasLeft(left.ToAddress, left.HandedOverAt!.Value);
        await lines.FindAsync(domains, await db.Open(now).Select(c => c.Id).ToListAsync(cancellationToken), cancellationToken);
        return domains;
    }

    /// <summary>
    /// Takes up to so many rows. Personal mail goes first: a receipt must not wait for a campaign of hours. Campaigns take turns. A row
    /// whose domain is over its rate is put in line and another taken instead, so that the rest is not held up.
    /// </summary>
    /// <param name="turn">Counts the claims.</param>
    public async Task<IReadOnlyList<Message>> ClaimAsync(int atMost, int turn, DomainPaces domains, CancellationToken cancellationToken)
    {
        if (!domains.IsUsed)
            return await ClaimDueAsync(atMost, turn, domains, cancellationToken);
        var leaving = new List<Message>();
        for (var most = atMost; leaving.Count < atMost; most = MostAtOnce)
        {
            var claimed = await ClaimDueAsync(most, turn, domains, cancellationToken);
            if (claimed.Count == 0)
                break;
            leaving.AddRange(await lines.SortOutAsync(claimed, atMost - leaving.Count, domains, clock.UtcNow(), cancellationToken));
        }
        return leaving;
    }

    private async Task<IReadOnlyList<Message>> ClaimDueAsync(int atMost, int turn, DomainPaces domains, CancellationToken cancellationToken)
    {
        var (now, claim) = (clock.UtcNow(), sender.NextClaim());
        var taken = await TakeAsync(null, atMost);
        if (taken < atMost && domains.Lines.Count > 0)
            taken += await lines.TakeAsync(domains, atMost - taken, turn, claim, (now, now + Lease), cancellationToken);
        if (taken < atMost)
        {
            var campaigns = await RunningWithDue(now).OrderBy(c => c.StartedAt).Select(c => c.Id).ToListAsync(cancellationToken);
            for (var i = 0; i < campaigns.Count && taken < atMost; i++)
                taken += await TakeAsync(campaigns[(turn + i) % campaigns.Count], atMost - taken);
        }
        return taken == 0 ? [] : await Held.AsNoTracking().Where(m => m.ClaimedBy == claim && m.State == MessageState.Claimed).OrderBy(m => m.DueAt).ThenBy(m => m.Id).ToListAsync(cancellationToken);

        async Task<int> TakeAsync(Guid? campaign, int most)
        {
            var deferred = await TakeOfStateAsync(MessageState.Deferred, most);
            return deferred < most ? deferred + await TakeOfStateAsync(MessageState.Ready, most - deferred) : deferred;

            Task<int> TakeOfStateAsync(MessageState state, int count) => db.TakeAsync(db.Due(state, now).Of(db, campaign, now), count, claim, now + Lease, cancellationToken);
        }
    }

    /// <summary>Of these campaigns, those that may not send any more; read after the claim, so that a pause between the two is seen.</summary>
    public async Task<IReadOnlyDictionary<Guid, CampaignStatus>> StoppedAsync(IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.CampaignId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, CampaignStatus>() : await db.Campaigns
            .Where(c => ids.Contains(c.Id) && c.Status != CampaignStatus.Running).ToDictionaryAsync(c => c.Id, c => c.Status, cancellationToken);
    }

    /// <summary>
    /// Whether so many mails of a campaign have failed since the last one that was sent, or since a person let it run: refused by the server,
    /// uncertain, or never handed over because they could not be written.
    /// </summary>
    public async Task<bool> FailsInARowAsync(Guid campaignId, int count, CancellationToken cancellationToken = default)
    {
        var since = await db.Campaigns.Where(c => c.Id == campaignId).Select(c => c.RunsSince).SingleOrDefaultAsync(cancellationToken);
        var sent = await db.Messages.Where(m => m.CampaignId == campaignId && m.State == MessageState.Sent && m.HandedOverAt >= since).MaxAsync(m => m.HandedOverAt, cancellationToken);
        var failed = db.Messages.Where(m => m.CampaignId == campaignId && (m.State == MessageState.Failed || m.State == MessageState.Uncertain));
        return await failed.Where(m => sent == null ? m.SettledAt >= since : m.SettledAt > sent).Take(count).CountAsync(cancellationToken) == count;
    }

    /// <summary>Whether others of the same campaign, or of the personal mail, are on turn.</summary>
    public Task<bool> OthersWaitAsync(Message message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return db.Messages.AnyAsync(m => m.Id != message.Id && m.CampaignId == message.CampaignId && (m.State == MessageState.Ready || m.State == MessageState.Claimed), cancellationToken);
    }

    /// <summary>
    /// Whether nobody else, of any kommune, is to get a mail. Another to the same address is no other: where the server fails at one it fails at both.
    /// A running campaign outside its hours counts, for its mails will come.
    /// </summary>
    public async Task<bool> IsAloneAsync(Message message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var others = db.Messages.Where(m => Open.Contains(m.State) && m.Id != message.Id && m.ToAddress != message.ToAddress);
        return !await others.AnyAsync(m => m.CampaignId == null, cancellationToken)
            && !await db.Campaigns.AnyAsync(c => c.Status == CampaignStatus.Running && others.Any(m => m.CampaignId == c.Id), cancellationToken);
    }

    /// <summary>Ends every running campaign of which nothing is left to send. An uncertain mail does not hold it: it waits for a person.</summary>
    public async Task FinishCampaignsAsync(CancellationToken cancellationToken)
    {
        var done = await db.Campaigns.Where(c => c.Status == CampaignStatus.Running
            && !db.Messages.Any(m => m.CampaignId == c.Id && Open.Contains(m.State))).ToListAsync(cancellationToken);
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

    // Said as the index has it, which holds these alone.
    private IQueryable<Message> Held => db.Messages.Where(m => m.ClaimedUntil != null);

    private IQueryable<Message> DueWhatever(MessageState state, DateTime now) => db.Messages.Where(m => m.State == state && m.DueAt <= now);

    private IQueryable<Campaign> RunningWithDue(DateTime now) => db.Open(now).Where(c =>
        (db.Messages.Any(m => m.CampaignId == c.Id && m.State == MessageState.Ready && m.DueAt <= now)
            || db.Messages.Any(m => m.CampaignId == c.Id && m.State == MessageState.Deferred && m.Line == "" && m.DueAt <= now)));
}
