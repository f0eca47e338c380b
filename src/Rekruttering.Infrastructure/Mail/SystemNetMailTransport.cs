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

/// <summary>One client, which holds one connection and opens it at its first message. After any fault it is done for.</summary>
sealed class SystemNetMailConnection(MailOptions options, TimeProvider time) : SmtpMailConnection(time)
{
    const string ServerSaid = "The server response was: ";

    /// <summary>A client keeps some 300 bytes of each of its mails for as long as it lives; it is not to live for a whole campaign.</summary>
    const int MostMails = 100;

    SmtpClient? client;
    int mails;

    protected override bool IsOpen => client is not null;

    protected override async Task<string> DeliverAsync(MailEnvelope envelope, Handover handover, CancellationToken cancellationToken)
    {
        if (mails == MostMails)
            await CloseAsync(inPeace: true);
        client ??= Open();
        mails++;
        // Only where it is needed: a message marked SMTPUTF8 is returned by every server further on that does not know it.
        client.DeliveryFormat = EnvelopeCheck.NeedsUtf8(envelope.To) ? SmtpDeliveryFormat.International : SmtpDeliveryFormat.SevenBit;
        using var message = MailMessages.Of(envelope, handover);
        await client.SendMailAsync(message, cancellationToken);
        return "250";
    }

    protected override DeliveryResult? Judge(Exception fault, MailEnvelope envelope, bool begun) => (fault, begun) switch
    {
        (SmtpFailedRecipientException refused, false) => SmtpAnswer.Judge(SmtpStage.Recipient, (int)refused.StatusCode, Said(refused)),
        (SmtpException { StatusCode: > 0 } refused, _) => SmtpAnswer.Judge(begun ? SmtpStage.Content : Stage(refused), (int)refused.StatusCode, Said(refused)),
        (AuthenticationException, false) or ({ InnerException: AuthenticationException }, false) => SmtpAnswer.NotTrusted,
        (SmtpException { InnerException: null }, false) when EnvelopeCheck.NeedsUtf8(envelope.To) => SmtpAnswer.NoUtf8,
        (SmtpException { InnerException: null }, false) when fault.Message.Contains("secure", StringComparison.OrdinalIgnoreCase) => SmtpAnswer.NoStartTls,
        // InvalidOperationException: a connection that fell while the client wrote to it.
        (SmtpException or IOException or SocketException or OperationCanceledException or InvalidOperationException, _) => Lost(begun),
        _ => null,
    };

    protected override bool StaysOpenAfter(Exception fault) => false;

    protected override ValueTask CloseAsync(bool inPeace)
    {
        client?.Dispose();
        (client, mails) = (null, 0);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The library has an exception of its own for 550 to 553, 450 and 452 in answer to RCPT alone; all else is told apart only by which command threw it.
    /// Taken for the sender's, a 554 to one address stopped all mail of everybody.
    /// </summary>
    static SmtpStage Stage(SmtpException refused) => refused.TargetSite?.DeclaringType?.FullName switch
    {
        { } thrower when thrower.Contains("RecipientCommand", StringComparison.Ordinal) => SmtpStage.Recipient,
        { } thrower when thrower.Contains("DataCommand", StringComparison.Ordinal) => SmtpStage.Content,
        _ => SmtpStage.Sender,
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
}
