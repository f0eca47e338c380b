using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// The lines in front of recipient domains that are over their rate. A mail that finds its domain full stands in that domain's line from
/// then on, ready and with the time it had, and only the line gives it out: it is met once, however long the queue, and what goes to
/// other domains passes by. Works in the scope of all kommuner.
/// </summary>
public sealed class OutboxLines(RekrutteringDb db)
{
    /// <summary>Finds the lines that there are: one look for each, whatever their length.</summary>
    public async Task FindAsync(DomainPaces domains, IReadOnlyList<Guid> campaigns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domains);
        foreach (var campaign in campaigns.Select(id => (Guid?)id).Prepend(null))
        {
            for (var last = ""; await NextAsync(campaign, last, cancellationToken) is { } line; last = line)
                domains.Lines.Add((campaign, line));
        }
    }

    /// <summary>Takes from the lines whose domain has room: personal mail first, then the campaigns' in turn.</summary>
    /// <returns>How many were taken. The room is not used up: that is for <see cref="SortOutAsync"/>.</returns>
    public async Task<int> TakeAsync(DomainPaces domains, int atMost, int turn, string claim, (DateTime Now, DateTime Until) lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(domains);
        var lines = domains.Lines.Where(line => domains.Free(line.Domain, lease.Now) > 0).ToList();
        var (personal, others) = (lines.Where(line => line.CampaignId is null), lines.Where(line => line.CampaignId is not null).ToList());
        var taken = 0;
        foreach (var line in personal.Concat(others.Skip(turn % Math.Max(others.Count, 1))).Concat(others.Take(turn % Math.Max(others.Count, 1))))
        {
            if (taken >= atMost)
                break;
            var count = Math.Min(atMost - taken, domains.Free(line.Domain, lease.Now));
            var got = await db.TakeAsync(db.Due(MessageState.Ready, lease.Now, line.Domain).Of(db, line.CampaignId, lease.Now), count, claim, lease.Until, cancellationToken);
            if (got < count)
                domains.Lines.Remove(line);
            taken += got;
        }
        return taken;
    }

    /// <summary>
    /// Of claimed rows those that may leave; the others are given back, those whose domain is full into its line. Nothing of them has
    /// left, so it is no attempt.
    /// </summary>
    public async Task<IReadOnlyList<Message>> SortOutAsync(IReadOnlyList<Message> claimed, int atMost, DomainPaces domains, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(domains);
        var addresses = await AddressesAsync(claimed, cancellationToken);
        var leaving = new List<Message>();
        var back = new List<(Message Message, string Line)>();
        foreach (var message in claimed.OrderBy(m => m.CampaignId is not null))
        {
            var domain = RecipientDomain.Of(message.StudentId is { } id ? addresses.GetValueOrDefault(id) : message.ToAddress);
            if (leaving.Count < atMost && domains.TryUse(domain, now))
                leaving.Add(message);
            else
                back.Add((message, domains.Free(domain, now) > 0 ? message.Line : domain));
        }
        foreach (var line in back.GroupBy(one => one.Line, one => one.Message))
            await GiveBackAsync([.. line], line.Key, domains, cancellationToken);
        return leaving;
    }

    private async Task GiveBackAsync(IReadOnlyList<Message> messages, string line, DomainPaces domains, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.Id).ToList();
        var claim = messages[0].ClaimedBy;
        await db.Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.Claimed && m.ClaimedBy == claim).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Ready)
            .SetProperty(m => m.Line, line)
            .SetProperty(m => m.ClaimedBy, (string?)null)
            .SetProperty(m => m.ClaimedUntil, (DateTime?)null)
            .SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        if (line.Length > 0)
            domains.Lines.UnionWith(messages.Select(message => (message.CampaignId, line)));
    }

    // As it is now: an address that was mended since the planning is the one that is written to.
    private async Task<Dictionary<Guid, string?>> AddressesAsync(IReadOnlyList<Message> claimed, CancellationToken cancellationToken)
    {
        var ids = claimed.Select(m => m.StudentId).OfType<Guid>().Distinct().ToList();
        return await db.Students.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Email }).ToDictionaryAsync(s => s.Id, s => s.Email, cancellationToken);
    }

    [SuppressMessage("Globalization", "CA1309", Justification = "Becomes the engine's own order, the one that the index has.")]
    private Task<string?> NextAsync(Guid? campaign, string after, CancellationToken cancellationToken) => db.Messages
        .Where(m => m.CampaignId == campaign && m.State == MessageState.Ready && string.Compare(m.Line, after) > 0)
        .OrderBy(m => m.Line).Select(m => m.Line).FirstOrDefaultAsync(cancellationToken)!;
}
