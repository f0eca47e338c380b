using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Rekruttering.Application.Outbox;
using IMailTransport = Rekruttering.Application.Outbox.IMailTransport;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>SMTP through MailKit.</summary>
sealed class MailKitTransport(MailOptions options, TimeProvider time) : IMailTransport
{
    readonly MailKitDkim? dkim = MailKitDkim.Of(options);
    readonly MailKitToken? token = options.OAuth2.IsUsed ? new(options.OAuth2, time) : null;

    public ValueTask<IMailConnection> ConnectAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IMailConnection>(new MailKitConnection(options, dkim, token, time));
}

/// <summary>One client, connected at its first message; a refusal leaves it open, a lost connection does not.</summary>
sealed class MailKitConnection(MailOptions options, MailKitDkim? dkim, MailKitToken? token, TimeProvider time) : SmtpMailConnection(time)
{
    readonly TimeProvider time = time;
    WatchedSmtpClient? client;
    bool speaksUtf8;

    protected override bool IsOpen => client is not null;

    protected override async Task<string> DeliverAsync(MailEnvelope envelope, Handover handover, CancellationToken cancellationToken)
    {
        // MailKit's own Timeout does not hold over a stream that it has not made.
        using var late = new CancellationTokenSource(options.AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var utf8 = EnvelopeCheck.NeedsUtf8(envelope.To);
        if (utf8 != speaksUtf8)
            await CloseAsync(inPeace: true);
        var open = client ??= await OpenAsync(speaksUtf8 = utf8, either.Token);
        if (utf8 && !open.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            throw new AddressNeedsUtf8Exception();
        using var message = MimeMessages.Of(envelope);
        dkim?.Sign(message);
        open.Reached = SmtpStage.Sender;
        return "250 " + await open.SendAsync(message, either.Token, new Watch(handover));
    }

    protected override DeliveryResult? Judge(Exception fault, MailEnvelope envelope, bool begun) => fault switch
    {
        SmtpCommandException refused => SmtpAnswer.Judge(Stage(refused, begun), (int)refused.StatusCode, refused.Message),
        ServiceNotAuthenticatedException refused => SmtpAnswer.Judge(SmtpStage.Sender, 530, refused.Message),
        NoTokenException none => none.Result,
        AuthenticationException refused when !begun => SignIn(refused.Message),
        SslHandshakeException => SmtpAnswer.NotTrusted,
        AddressNeedsUtf8Exception => SmtpAnswer.NoUtf8,
        NotSupportedException when !begun && options.Security == MailSecurity.StartTls && client is null => SmtpAnswer.NoStartTls,
        NotSupportedException when !begun => new(DeliveryOutcome.SenderRefused, "E-posttjeneren tilbyr ikke påloggingen som Mail:User trenger (AUTH)."),
        ProtocolException or IOException or SocketException or OperationCanceledException or ServiceNotConnectedException or TimeoutException => Lost(begun),
        _ => null,
    };

    protected override bool StaysOpenAfter(Exception fault) =>
        fault is AddressNeedsUtf8Exception || (fault is SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable } && client is { IsConnected: true });

    protected override async ValueTask CloseAsync(bool inPeace)
    {
        if (client is not { } closing)
            return;
        client = null;
        using (closing)
        {
            if (!inPeace || !closing.IsConnected)
                return;
            try
            {
                using var late = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
                await closing.DisconnectAsync(quit: true, late.Token);
            }
            catch (Exception fault) when (fault is ProtocolException or CommandException or IOException or SocketException or OperationCanceledException)
            {
                // It was to be closed; a server that has gone already makes no difference.
            }
        }
    }

    /// <summary>The library does not name the stage for every code, and less so in older versions: a 554 to RCPT that is taken for the sender's stops all mail of everybody.</summary>
    SmtpStage Stage(SmtpCommandException refused, bool begun) => refused.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => SmtpStage.Recipient,
        SmtpErrorCode.MessageNotAccepted => SmtpStage.Content,
        _ => begun ? SmtpStage.Content : client?.Reached ?? SmtpStage.Sender,
    };

    /// <summary>The message is "535: words"; a code that begins with 4 means that the server cannot say now.</summary>
    static DeliveryResult SignIn(string message) =>
        new(message.StartsWith('4') ? DeliveryOutcome.ServerDown : DeliveryOutcome.SenderRefused, message.ReplaceLineEndings(" "));

    async Task<WatchedSmtpClient> OpenAsync(bool utf8, CancellationToken cancellationToken)
    {
        // Without NoDelay the receiver's delayed acknowledgement costs 40 ms a message: 23 a second instead of 1,960.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var opening = new WatchedSmtpClient { CheckCertificateRevocation = false };
        try
        {
            await socket.ConnectAsync(options.Host!, options.PortInUse, cancellationToken);
            await opening.ConnectAsync(new MailKitStream(socket), options.Host!, options.PortInUse, Encryption(), cancellationToken);
            await SignInAsync(opening, cancellationToken);
            opening.Capabilities &= ~SmtpCapabilities.Size;
            // Where a server knows SMTPUTF8, MailKit writes xn-- out as æøå, also to one who could be reached in ASCII. What was put away cannot be taken out again.
            if (!utf8)
                opening.Capabilities &= ~SmtpCapabilities.UTF8;
            return opening;
        }
        catch
        {
            opening.Dispose();
            socket.Dispose();
            throw;
        }
    }

    async Task SignInAsync(SmtpClient opening, CancellationToken cancellationToken)
    {
        if (token is null)
        {
            if (!string.IsNullOrEmpty(options.User))
                await opening.AuthenticateAsync(options.User, options.Password!, cancellationToken);
            return;
        }
        try
        {
            await opening.AuthenticateAsync(new SaslMechanismOAuth2(options.User!, await token.GetAsync(cancellationToken)), cancellationToken);
        }
        catch (AuthenticationException)
        {
            token.Forget();
            throw;
        }
    }

    SecureSocketOptions Encryption() => options.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>
    /// Says no mail's size beforehand: MailKit would write each twice, to know it, and also for who watches it leave. Ours are small, and a limit that is met
    /// after DATA is told as that mail's fault. BDAT, which could not do without a size, is for binary parts alone, and ours are base64.
    /// </summary>
    sealed class WatchedSmtpClient : SmtpClient
    {
        /// <summary>What the server answers next.</summary>
        public SmtpStage Reached { get; set; }

        protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => Reached = SmtpStage.Recipient;

        // With PIPELINING the answer to RCPT is read also where the one to MAIL was no.
        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            if (Reached == SmtpStage.Recipient)
                Reached = SmtpStage.Content;
        }

        protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) => Task.FromResult(0L);
    }

    /// <summary>Hears of the message's first bytes as they leave.</summary>
    sealed class Watch(Handover handover) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize) => handover.Begin();

        public void Report(long bytesTransferred) => handover.Begin();
    }

    sealed class AddressNeedsUtf8Exception : Exception;
}
