using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using AngleSharp.Html.Parser;
using Rekruttering.Infrastructure.Mail;

namespace Rekruttering.TestSupport;

/// <summary>A mail as its recipient reads it: headers unfolded and decoded, both parts decoded.</summary>
public sealed record ReceivedMail
{
    /// <summary>The address in MAIL FROM; empty for one read from a file.</summary>
    public string EnvelopeFrom { get; private init; } = "";

    /// <summary>The address in RCPT TO; empty for one read from a file.</summary>
    public string EnvelopeTo { get; private init; } = "";

    /// <summary>Decoded, by name without regard to case; a header that stands twice has its values joined by a line feed.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyList<MimePart> Parts { get; init; }

    public required string Raw { get; init; }

    public string MessageId => Headers["Message-ID"].Trim('<', '>');

    public string Subject => Headers["Subject"];

    public required MailAddress From { get; init; }

    public required MailAddress To { get; init; }

    public MailAddress? ReplyTo { get; init; }

    public DateTimeOffset Date => DateTimeOffset.Parse(Headers["Date"], CultureInfo.InvariantCulture);

    public string Text => Part("text/plain").Text;

    public string Html => Part("text/html").Text;

    public IEnumerable<MimePart> Attachments => Parts.Where(part => part.FileName is not null);

    /// <summary>Every address that the HTML part links to, in order.</summary>
    public IReadOnlyList<string> Links =>
        [.. new HtmlParser().ParseDocument(Html).QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)];

    public static ReceivedMail Parse(byte[] raw, string envelopeFrom = "", string envelopeTo = "")
    {
        var text = Encoding.Latin1.GetString(raw);
        var whole = MimePart.Parse(text);
        return new ReceivedMail
        {
            EnvelopeFrom = envelopeFrom,
            EnvelopeTo = envelopeTo,
            Headers = whole.Headers,
            From = Mailbox(whole.Written("From")),
            To = Mailbox(whole.Written("To")),
            ReplyTo = whole.Headers.ContainsKey("Reply-To") ? Mailbox(whole.Written("Reply-To")) : null,
            Parts = [.. whole.Leaves()],
            Raw = text,
        };
    }

    /// <summary>Quotes come off before the name is decoded, so that what looks like an address in the name is none.</summary>
    static MailAddress Mailbox(string header)
    {
        var at = header.LastIndexOf('<');
        return at < 0
            ? new MailAddress(MimePart.Decoded(header))
            : new MailAddress(MimePart.Decoded(header[(at + 1)..].TrimEnd('>')), MimePart.Decoded(MimePart.Unquoted(header[..at].Trim())));
    }

    MimePart Part(string type) => Parts.First(part => part.MediaType == type && part.FileName is null);
}
