using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Campaigns;

/// <summary>
/// Nobody gets more than n campaign mails in m days, as the kommune has said (<see cref="KommuneSettings.CapMails"/>). Asked when the
/// audience is frozen, and again when a mail is about to leave: two campaigns that start together meet there.
/// </summary>
public sealed class ContactCap(RekrutteringDb db, TimeProvider clock)
{
    private readonly Dictionary<string, Rule?> _rules = [];
    private static readonly MessageState[] Left = [MessageState.HandedOver, MessageState.Sent, MessageState.Uncertain];

    /// <summary>Those of these students of one kommune who may get no more for now.</summary>
    /// <param name="except">A campaign whose own mails do not count: one of them may be sent again.</param>
    public async Task<IReadOnlySet<Guid>> ReadAsync(string kommune, IReadOnlyCollection<Guid> students, Guid? except, CancellationToken cancellationToken = default)
    {
        var rule = await RuleOfAsync(kommune, cancellationToken);
        if (rule is null)
            return new HashSet<Guid>();
        var since = clock.UtcNow().AddDays(-rule.Days);
        return await db.Messages
            .Where(m => m.StudentId != null && students.Contains(m.StudentId.Value) && m.Kind == MessageKind.Campaign
                && m.CampaignId != except && m.HandedOverAt > since && Left.Contains(m.State))
            .GroupBy(m => m.StudentId!.Value).Where(of => of.Count() >= rule.Mails).Select(of => of.Key).ToHashSetAsync(cancellationToken);
    }

    /// <summary>Whether this mail, about to leave, would be one too many. Costs a question to the database only where there is a cap.</summary>
    public async Task<bool> IsReachedAsync(Message message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message is { Kind: MessageKind.Campaign, StudentId: { } student }
            && (await ReadAsync(message.KommuneNumber, [student], message.CampaignId, cancellationToken)).Count > 0;
    }

    private async Task<Rule?> RuleOfAsync(string kommune, CancellationToken cancellationToken)
    {
        if (!_rules.TryGetValue(kommune, out var rule))
            _rules[kommune] = rule = await db.KommuneSettings.Where(s => s.KommuneNumber == kommune && s.CapMails > 0).Select(s => new Rule(s.CapMails, s.CapDays)).SingleOrDefaultAsync(cancellationToken);
        return rule;
    }

    private sealed record Rule(int Mails, int Days);
}
