namespace Rekruttering.Application.Outbox;

/// <summary>The way out of the house for mail: to a mail server, or to files when none is configured.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Gives a connection to send over. The server may not have been spoken to yet: one that cannot be reached answers the first
    /// <see cref="IMailConnection.SendAsync"/> with <see cref="DeliveryOutcome.ServerDown"/>, so that a caller has one place to look.
    /// </summary>
    ValueTask<IMailConnection> ConnectAsync(CancellationToken cancellationToken);
}

/// <summary>One connection, for many messages, one at a time. It comes back by itself after the server has closed it.</summary>
public interface IMailConnection : IAsyncDisposable
{
    /// <summary>
    /// Hands over one message. Whoever keeps account writes "handed over" before the call: what happens after that may end as
    /// <see cref="DeliveryOutcome.Uncertain"/>, and so may a process that dies while it waits.
    /// </summary>
    /// <remarks>
    /// Never throws for what a server does. Cancelling throws <see cref="OperationCanceledException"/> only while it is certain that
    /// nothing of the message has left; from then on the call waits for the server's answer, within the transport's own time limit.
    /// </remarks>
    Task<DeliveryResult> SendAsync(MailEnvelope envelope, CancellationToken cancellationToken);
}
