using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>
/// A mail, or one part of it, as its recipient reads it: headers unfolded and decoded (RFC 5322, 2045, 2047, 2231). Enough for what our
/// own transports write, which the page of the outbox and the tests read back; not for mail from strangers.
/// </summary>
public sealed partial record MimePart
{
    readonly Dictionary<string, string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>As it stood, one character a byte.</summary>
    public required string Body { get; init; }

    /// <summary>Decoded, by name without regard to case; a header that stands twice has its values joined by a line feed.</summary>
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

    /// <summary>Reads a message or a part; the text holds one character a byte (Latin-1).</summary>
    public static MimePart Parse(string text)
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

    /// <summary>The parts that are no multipart themselves, in order.</summary>
    public IEnumerable<MimePart> Leaves()
    {
        if (!MediaType.StartsWith("multipart/", StringComparison.Ordinal))
            return [this];
        var boundary = "--" + Parameter(ContentType, "boundary");
        return $"\r\n{Body}".Split("\r\n" + boundary).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(part => Parse(part[(part.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]).Leaves());
    }

    /// <summary>A header as it stands in the mail, unfolded but not decoded.</summary>
    public string Written(string header) => written[header];

    /// <summary>A phrase without its quotation marks.</summary>
    public static string Unquoted(string phrase) => QuotedString().Replace(phrase, quoted => Regex.Replace(quoted.Groups[1].Value, @"\\(.)", "$1"));

    /// <summary>Plain, quoted, or with a character set (RFC 2231).</summary>
    static string? Parameter(string header, string name) =>
        Regex.Match(header, $"""{name}\*=([^']+)'[^']*'([^;\s]+)""", RegexOptions.IgnoreCase) is { Success: true } extended
            ? Encoding.GetEncoding(extended.Groups[1].Value).GetString(WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(extended.Groups[2].Value), 0, extended.Groups[2].Length))
            : Regex.Match(header, $"""{name}=(?:"([^"]*)"|([^;\s]+))""", RegexOptions.IgnoreCase) is { Success: true } found
                ? found.Groups[1].Value + found.Groups[2].Value
                : null;

    /// <summary>RFC 2047; white space between two encoded words is not there.</summary>
    public static string Decoded(string value) => EncodedWord().Replace(BetweenWords().Replace(Utf8(value), "?==?"), word => Encoding.GetEncoding(word.Groups[1].Value).GetString(
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
