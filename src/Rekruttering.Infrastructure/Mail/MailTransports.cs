using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>The transports of this build, and the only place that knows which stack it is.</summary>
static class MailTransports
{
    public static IMailTransport Of(MailOptions options, TimeProvider time) => options.TransportInUse switch
    {
        MailTransportKind.File => new FileMailTransport(options.Folder),
#if MAILKIT
        _ => new MailKitTransport(options, time),
#else
        _ => new SystemNetMailTransport(options, time),
#endif
    };

    public static IEnumerable<string> Faults(MailOptions options)
    {
#if !MAILKIT
        if (options is { TransportInUse: MailTransportKind.Smtp, Security: MailSecurity.Tls })
            yield return "Mail:Security Tls needs a build with MailStack=MailKit; use StartTls, most often on port 587.";
        if (options is { TransportInUse: MailTransportKind.Smtp, OAuth2.IsUsed: true })
            yield return "Mail:OAuth2 needs a build with MailStack=MailKit; use Mail:User and Mail:Password, or a relay that knows this machine.";
        if (options is { TransportInUse: MailTransportKind.Smtp, Dkim.IsUsed: true })
            yield return "Mail:Dkim needs a build with MailStack=MailKit; or let the mail server sign.";
#else
        _ = options;
        yield break;
#endif
    }
}
