using System.Collections.Concurrent;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>What the connections of one run share.</summary>
public sealed class SendRun(MailPace pace, DomainPaces domains, SenderState sender, PagesFirst pages, MailLedger ledger) : IDisposable
{
    private readonly SemaphoreSlim _claiming = new(1);
    private readonly ConcurrentDictionary<Guid, bool> _halted = new();
    private int _handedOver;

    /// <summary>True when the server takes nothing: what is claimed is given back.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Where all connections write.</summary>
    public MailLedger Ledger => ledger;

    /// <summary>Mails handed to the server.</summary>
    public int HandedOver => _handedOver;

    /// <summary>No more in this run.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>No more of this campaign in this run: the other connections need not wait until the pause is saved.</summary>
    public void Halt(Guid campaignId) => _halted.TryAdd(campaignId, true);

    /// <summary>Whether the message is to be given back.</summary>
    public bool IsHalted(Message message) => IsStopped || (message.CampaignId is { } id && _halted.ContainsKey(id));

    /// <summary>One more was handed over.</summary>
    public void Count() => Interlocked.Increment(ref _handedOver);

    /// <summary>Before anything that takes of the machine: claiming, writing a mail.</summary>
    public Task LetPagesGoAsync() => pages.WaitAsync();

    /// <inheritdoc/>
    public void Dispose() => _claiming.Dispose();

    /// <summary>The next rows of one connection, within the pace, and that of each domain.</summary>
    public async Task<IReadOnlyList<Message>> ClaimAsync(OutboxClaims claims, DateTime now, CancellationToken cancellationToken)
    {
        await _claiming.WaitAsync(cancellationToken);
        try
        {
            var atMost = Math.Min(OutboxClaims.MostAtOnce, pace.Free(now));
            if (atMost <= 0 || IsStopped)
                return [];
            var messages = await ledger.AloneAsync(() => claims.ClaimAsync(atMost, sender.NextTurn(), domains, cancellationToken));
            foreach (var _ in messages)
                pace.Use(now);
            return messages;
        }
        finally
        {
            _claiming.Release();
        }
    }
}
