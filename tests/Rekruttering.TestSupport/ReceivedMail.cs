using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

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

/// <summary>One part of a mail.</summary>
public sealed partial record MimePart
{
    readonly Dictionary<string, string> written = new(StringComparer.OrdinalIgnoreCase);

    public required string Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers => field ??= written.ToDictionary(one => one.Key, one => Decoded(one.Value), StringComparer.OrdinalIgnoreCase);

    public string ContentType => Headers.GetValueOrDefault("Content-Type", "text/plain");

    public string MediaType => ContentType.Split(';')[0].Trim().ToLowerInvariant();

    public string? FileName => Parameter(Headers.GetValueOrDefault("Content-Disposition", ""), "filename");

    public byte[] Bytes => Headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit").ToLowerInvariant() switch
    {
        "base64" => Convert.FromBase64String(Body),
        "quoted-printable" => QuotedPrintable(Body),
        _ => Encoding.Latin1.GetBytes(Body),
    };

    /// <summary>With lines ended by a line feed.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes).ReplaceLineEndings("\n");

    internal static MimePart Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        var part = new MimePart { Body = end < 0 ? "" : text[(end + 4)..] };
        foreach (var line in Folding().Replace(head, " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':');
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            part.written[name] = part.written.TryGetValue(name, out var first) ? $"{first}\n{value}" : value;
        }

        return part;
    }

    internal IEnumerable<MimePart> Leaves()
    {
        if (!MediaType.StartsWith("multipart/", StringComparison.Ordinal))
            return [this];
        var boundary = "--" + Parameter(ContentType, "boundary");
        return $"\r\n{Body}".Split("\r\n" + boundary).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(part => Parse(part[(part.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]).Leaves());
    }

    /// <summary>A header as it stands in the mail, unfolded but not decoded.</summary>
    internal string Written(string header) => written[header];

    internal static string Unquoted(string phrase) => QuotedString().Replace(phrase, quoted => Regex.Replace(quoted.Groups[1].Value, @"\\(.)", "$1"));

    /// <summary>Plain, quoted, or with a character set (RFC 2231).</summary>
    static string? Parameter(string header, string name) =>
        Regex.Match(header, $"""{name}\*=([^']+)'[^']*'([^;\s]+)""", RegexOptions.IgnoreCase) is { Success: true } extended
            ? Encoding.GetEncoding(extended.Groups[1].Value).GetString(WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(extended.Groups[2].Value), 0, extended.Groups[2].Length))
            : Regex.Match(header, $"""{name}=(?:"([^"]*)"|([^;\s]+))""", RegexOptions.IgnoreCase) is { Success: true } found
                ? found.Groups[1].Value + found.Groups[2].Value
                : null;

    /// <summary>RFC 2047; white space between two encoded words is not there.</summary>
    internal static string Decoded(string value) => EncodedWord().Replace(BetweenWords().Replace(Utf8(value), "?==?"), word => Encoding.GetEncoding(word.Groups[1].Value).GetString(
        word.Groups[2].Value is "B" or "b" ? Convert.FromBase64String(word.Groups[3].Value) : QuotedPrintable(word.Groups[3].Value.Replace('_', ' '))));

    static string Utf8(string latin) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin));

    static byte[] QuotedPrintable(string text)
    {
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>(joined.Length);
        for (var at = 0; at < joined.Length; at++)
        {
            if (joined[at] == '=' && at + 2 < joined.Length)
            {
                bytes.Add(Convert.ToByte(joined[(at + 1)..(at + 3)], 16));
                at += 2;
            }
            else
            {
                bytes.Add((byte)joined[at]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?([\w-]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex QuotedString();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
