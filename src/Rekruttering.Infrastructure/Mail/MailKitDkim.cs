using MimeKit;
using MimeKit.Cryptography;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>Signs what leaves, so that the receiver can tell it from what somebody else sends in the kommune's name.</summary>
sealed class MailKitDkim
{
    /// <summary>RFC 8058 4: one-click unsubscribing counts only where the signature covers both of its headers.</summary>
    static readonly HeaderId[] Covered =
    [
        HeaderId.From, HeaderId.To, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.ContentType,
        HeaderId.ContentLanguage, HeaderId.AutoSubmitted, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    readonly DkimSigner signer;

    MailKitDkim(DkimSigner signer) => this.signer = signer;

    /// <summary>Null where nothing is to be signed. Throws for a key that cannot be read: better no start than mail without its signature.</summary>
    public static MailKitDkim? Of(MailOptions options)
    {
        if (!options.Dkim.IsUsed)
            return null;
        var domain = string.IsNullOrWhiteSpace(options.Dkim.Domain) ? options.From![(options.From!.LastIndexOf('@') + 1)..] : options.Dkim.Domain;
        return new(new DkimSigner(options.Dkim.KeyFile!, domain, options.Dkim.Selector!, DkimSignatureAlgorithm.RsaSha256)
        {
            // Relays fold headers anew and trim spaces; relaxed survives that.
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        });
    }

    public void Sign(MimeMessage message)
    {
        message.Prepare(EncodingConstraint.SevenBit);
        signer.Sign(message, [.. Covered.Where(header => message.Headers.Contains(header) || message.Body!.Headers.Contains(header))]);
    }
}
