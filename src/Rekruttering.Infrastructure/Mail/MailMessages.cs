using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>An envelope as System.Net.Mail's message: what the files hold, and what that stack sends.</summary>
static class MailMessages
{
    public static MailMessage Of(MailEnvelope envelope, Handover handover)
    {
        var message = new MailMessage(Address(envelope.From), Address(envelope.To))
        {
            Subject = envelope.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        if (envelope.ReplyTo is not null)
            message.ReplyToList.Add(Address(envelope.ReplyTo));
        message.Headers.Add("Message-ID", $"<{envelope.MessageId}>");
        message.Headers.Add("Content-Language", envelope.Language);
        foreach (var (name, value) in envelope.Headers)
            message.Headers.Add(name, value);

        // The last alternative is the one to prefer (RFC 2046 5.1.4).
        message.AlternateViews.Add(View(envelope.TextBody, MediaTypeNames.Text.Plain, handover));
        message.AlternateViews.Add(View(envelope.HtmlBody, MediaTypeNames.Text.Html, handover));
        foreach (var attachment in envelope.Attachments)
            message.Attachments.Add(File(attachment));
        return message;
    }

    static MailAddress Address(Mailbox mailbox) => new(mailbox.Address, EnvelopeCheck.Name(mailbox), Encoding.UTF8);

    static AlternateView View(string text, string mediaType, Handover handover) =>
        new(handover.Watch(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))), new ContentType(mediaType) { CharSet = "utf-8" })
        {
            TransferEncoding = TransferEncoding.Base64,
        };

    static Attachment File(MailAttachment attachment)
    {
        var type = new ContentType(attachment.MediaType);
        if (attachment.MediaType.StartsWith("text/", StringComparison.Ordinal))
            type.CharSet = "utf-8";
        if (attachment.Method is not null)
            type.Parameters.Add("method", attachment.Method);
        var file = new Attachment(new MemoryStream(attachment.Content.ToArray(), writable: false), type) { TransferEncoding = TransferEncoding.Base64 };
        file.ContentDisposition!.FileName = attachment.FileName;
        return file;
    }
}

/// <summary>
/// Whether any of the message has left. System.Net.Mail names a lost connection alike before, in and after DATA, but it reads a part's
/// content only once the server has said that it may come: whoever watches the reading knows which it was.
/// </summary>
sealed class Handover
{
    volatile bool begun;

    public bool Begun => begun;

    public void Begin() => begun = true;

    public MemoryStream Watch(byte[] content) => new Watched(this, content);

    sealed class Watched(Handover handover, byte[] content) : MemoryStream(content, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            handover.Begin();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            handover.Begin();
            return base.Read(buffer);
        }
    }
}
