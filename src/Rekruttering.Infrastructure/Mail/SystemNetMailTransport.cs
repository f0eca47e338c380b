using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>SMTP through the framework's own client, where MailKit cannot be had.</summary>
sealed class SystemNetMailTransport(MailOptions options, TimeProvider time) : IMailTransport
{
    public ValueTask<IMailConnection> ConnectAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IMailConnection>(new SystemNetMailConnection(options, time));
}

/// <summary>One client, which holds one connection and opens it at its first message.</summary>
sealed class SystemNetMailConnection(MailOptions options, TimeProvider time) : IMailConnection
{
    /// <summary>Servers close idle connections, firewalls forget them without a word. Half a minute is below what either waits.</summary>
    static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(30);

    const string ServerSaid = "The server response was: ";

    SmtpClient? client;
    long lastUsed;

    public async Task<DeliveryResult> SendAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (EnvelopeCheck.Refusal(envelope) is { } refusal)
            return refusal;
        if (client is not null && time.GetElapsedTime(lastUsed) > IdleLimit)
            Close();
        var reused = client is not null;
        var result = await TryAsync(envelope, cancellationToken);
        // A server may close between two messages, or have a limit on each connection. Nothing had left: a new one may do.
        return reused && result.Outcome == DeliveryOutcome.ServerDown ? await TryAsync(envelope, cancellationToken) : result;
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    async Task<DeliveryResult> TryAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        var handover = new Handover();
        using var message = MailMessages.Of(envelope, handover);
        using var stop = new CancellationTokenSource();
        await using var asked = cancellationToken.Register(() =>
        {
            if (!handover.Begun)
                stop.Cancel();
        });
        try
        {
            client ??= Open();
            // Only where it is needed: a message marked SMTPUTF8 is returned by every server further on that does not know it.
            client.DeliveryFormat = EnvelopeCheck.NeedsUtf8(envelope.To) ? SmtpDeliveryFormat.International : SmtpDeliveryFormat.SevenBit;
            await client.SendMailAsync(message, stop.Token);
            lastUsed = time.GetTimestamp();
            return new DeliveryResult(DeliveryOutcome.Accepted, "250");
        }
        catch (Exception fault) when (fault is SmtpException or IOException or SocketException or AuthenticationException or OperationCanceledException or InvalidOperationException)
        {
            Close();
            if (!handover.Begun)
                cancellationToken.ThrowIfCancellationRequested();
            return Judge(fault, envelope, handover.Begun);
        }
    }

    static DeliveryResult Judge(Exception fault, MailEnvelope envelope, bool begun) => (fault, begun) switch
    {
        (SmtpFailedRecipientException refused, false) => SmtpAnswer.Judge(SmtpStage.Recipient, (int)refused.StatusCode, Said(refused)),
        (SmtpException { StatusCode: > 0 } refused, _) => SmtpAnswer.Judge(begun ? SmtpStage.Content : SmtpStage.Sender, (int)refused.StatusCode, Said(refused)),
        (_, true) => new(DeliveryOutcome.Uncertain, "The connection was lost after the message had begun to leave."),
        (AuthenticationException, _) or ({ InnerException: AuthenticationException }, _) =>
            new(DeliveryOutcome.SenderRefused, "The encrypted connection could not be set up: the server's certificate is not trusted, or is for another name."),
        (SmtpException { InnerException: null }, _) when EnvelopeCheck.NeedsUtf8(envelope.To) =>
            new(DeliveryOutcome.RecipientRefused, "The address has letters that the mail server does not know (SMTPUTF8)."),
        (SmtpException { InnerException: null } refused, _) when refused.Message.Contains("secure", StringComparison.OrdinalIgnoreCase) =>
            new(DeliveryOutcome.SenderRefused, "The mail server does not offer the encryption (STARTTLS) that Mail:Security asks for."),
        _ => new(DeliveryOutcome.ServerDown, "The mail server cannot be reached, or closed the connection before the message."),
    };

    /// <summary>The library wraps the server's words in its own.</summary>
    static string Said(SmtpException refused)
    {
        var at = refused.Message.IndexOf(ServerSaid, StringComparison.Ordinal);
        return at < 0 ? "" : refused.Message[(at + ServerSaid.Length)..];
    }

    SmtpClient Open() => new(options.Host!, options.PortInUse)
    {
        EnableSsl = options.Security == MailSecurity.StartTls,
        Timeout = (int)options.AnswerWithin.TotalMilliseconds,
        Credentials = string.IsNullOrEmpty(options.User) ? null : new NetworkCredential(options.User, options.Password),
    };

    void Close()
    {
        client?.Dispose();
        client = null;
    }
}
