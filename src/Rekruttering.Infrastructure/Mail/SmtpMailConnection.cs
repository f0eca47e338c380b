using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>What is the same whichever library speaks SMTP: when a connection is given up, tried again, and how long it may take.</summary>
abstract class SmtpMailConnection(TimeProvider time) : IMailConnection
{
    /// <summary>Servers close idle connections, firewalls forget them without a word. Half a minute is below what either waits.</summary>
    static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(30);

    long lastUsed;

    protected abstract bool IsOpen { get; }

    public async Task<DeliveryResult> SendAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (EnvelopeCheck.Refusal(envelope) is { } refusal)
            return refusal;
        if (IsOpen && time.GetElapsedTime(lastUsed) > IdleLimit)
            await CloseAsync(inPeace: true);
        var reused = IsOpen;
        var result = await TryAsync(envelope, cancellationToken);
        // A server may close between two messages, or have a limit on each connection. Nothing had left: a new one may do.
        return reused && result.Outcome == DeliveryOutcome.ServerDown ? await TryAsync(envelope, cancellationToken) : result;
    }

    public ValueTask DisposeAsync() => CloseAsync(inPeace: true);

    /// <summary>Opens what is not open, delivers, and gives the server's words. Throws for whatever goes wrong.</summary>
    protected abstract Task<string> DeliverAsync(MailEnvelope envelope, Handover handover, CancellationToken cancellationToken);

    /// <summary>What a fault means, or null for a bug. A lost connection is the base's to judge.</summary>
    protected abstract DeliveryResult? Judge(Exception fault, MailEnvelope envelope, bool begun);

    /// <summary>Whether the fault left the connection as good as it was.</summary>
    protected abstract bool StaysOpenAfter(Exception fault);

    /// <summary>Gives the connection up; with a goodbye to the server where there is peace.</summary>
    protected abstract ValueTask CloseAsync(bool inPeace);

    protected static DeliveryResult Lost(bool begun) => begun
        ? new(DeliveryOutcome.Uncertain, "Forbindelsen falt ut etter at e-posten hadde begynt å gå ut.")
        : new(DeliveryOutcome.ServerDown, "E-posttjeneren svarte ikke, eller brøt forbindelsen før e-posten gikk ut.");

    async Task<DeliveryResult> TryAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        var handover = new Handover();
        using var stop = new CancellationTokenSource();
        await using var asked = cancellationToken.Register(() =>
        {
            // Once the message is leaving, only the server's answer tells what became of it.
            if (!handover.Begun)
                stop.Cancel();
        });
        try
        {
            var answer = await DeliverAsync(envelope, handover, stop.Token);
            lastUsed = time.GetTimestamp();
            return new DeliveryResult(DeliveryOutcome.Accepted, answer);
        }
        catch (Exception fault) when (Judge(fault, envelope, handover.Begun) is not null)
        {
            lastUsed = time.GetTimestamp();
            if (!StaysOpenAfter(fault))
                await CloseAsync(inPeace: false);
            if (!handover.Begun)
                cancellationToken.ThrowIfCancellationRequested();
            return Judge(fault, envelope, handover.Begun)!;
        }
    }
}
