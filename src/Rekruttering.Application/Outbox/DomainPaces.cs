using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>
/// How many messages may leave to each recipient domain now, and which domains have a line of mails that wait for it. A
/// <see cref="MailPace"/> for each domain that is written to, filled from the rows' own history. Not safe for two threads at once.
/// </summary>
public sealed class DomainPaces
{
    private readonly Dictionary<string, MailPace> _paces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _named;
    private readonly int _others;

    public DomainPaces(MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _others = options.PerDomainPerMinute;
        _named = options.LimitedDomains();
        IsUsed = _others > 0 || _named.Values.Any(limit => limit > 0);
    }

    /// <summary>False when no domain has a limit: then nothing of this costs anything.</summary>
    public bool IsUsed { get; }

    /// <summary>The lines that there may be: the campaign, null for personal mail, and the domain. One that is empty is taken away.</summary>
    public HashSet<(Guid? CampaignId, string Domain)> Lines { get; } = [];

    /// <summary>A message that has left; to be told in order of time.</summary>
    public void HasLeft(string? address, DateTime at) => Of(RecipientDomain.Of(address))?.Use(at);

    /// <summary>Whole messages that may leave to this domain at this instant.</summary>
    public int Free(string domain, DateTime now) => Of(domain)?.Free(now) ?? int.MaxValue;

    /// <summary>Whether one more may leave; then it counts.</summary>
    public bool TryUse(string domain, DateTime now)
    {
        if (Free(domain, now) <= 0)
            return false;
        Of(domain)?.Use(now);
        return true;
    }

    private MailPace? Of(string domain)
    {
        if (_paces.TryGetValue(domain, out var pace))
            return pace;
        var limit = _named.GetValueOrDefault(domain, _others);
        return limit > 0 && domain.Length > 0 ? _paces[domain] = new MailPace(limit, []) : null;
    }
}
