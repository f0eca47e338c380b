using System.Text;
using MimeKit;
using MimeKit.Text;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>An envelope as MimeKit's message.</summary>
static class MimeMessages
{
    public static MimeMessage Of(MailEnvelope envelope)
    {
        var message = new MimeMessage { Subject = envelope.Subject, Date = envelope.Date.ToUniversalTime(), MessageId = envelope.MessageId };
        message.From.Add(Address(envelope.From));
        message.To.Add(Address(envelope.To));
        if (envelope.ReplyTo is not null)
            message.ReplyTo.Add(Address(envelope.ReplyTo));
        foreach (var (name, value) in envelope.Headers)
            message.Headers.Add(name, value);

        // The last alternative is the one to prefer (RFC 2046 5.1.4).
        var body = new WholeMultipart("alternative") { Part(TextFormat.Plain, envelope.TextBody), Part(TextFormat.Html, envelope.HtmlBody) };
        message.Body = envelope.Attachments.Count == 0 ? body : new WholeMultipart("mixed") { body };
        // On the body, where whoever parses the message will look for it, and so the signature.
        message.Body.Headers.Add(HeaderId.ContentLanguage, envelope.Language);
        foreach (var attachment in envelope.Attachments)
            ((Multipart)message.Body).Add(File(attachment));
        return message;
    }

    static MailboxAddress Address(Mailbox mailbox) => new(Encoding.UTF8, EnvelopeCheck.Name(mailbox), mailbox.Address);

    static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    static MimeKit.MimePart File(MailAttachment attachment)
    {
        var part = new MimeKit.MimePart(ContentType.Parse(attachment.MediaType))
        {
            Content = new MimeContent(new MemoryStream(attachment.Content.ToArray(), writable: false)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = attachment.FileName,
        };
        if (part.ContentType.IsMimeType("text", "*"))
            part.ContentType.Charset = "utf-8";
        if (attachment.Method is not null)
            part.ContentType.Parameters.Add("method", attachment.Method);
        return part;
    }

    /// <summary>Writes itself in one go: <see cref="MailKitStream"/> holds the whole mail, so there is nothing to wait for between its pieces.</summary>
    sealed class WholeMultipart(string subtype) : Multipart(subtype)
    {
        public override Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            WriteTo(options, stream, contentOnly, cancellationToken);
            return Task.CompletedTask;
        }
    }
}
