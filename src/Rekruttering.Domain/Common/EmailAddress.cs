using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rekruttering.Domain.Common;

/// <summary>One e-mail address that a mail can be sent to. Made only by <see cref="TryParse"/>.</summary>
public sealed record EmailAddress
{
    /// <summary>The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3, less the angle brackets).</summary>
    public const int MaxLength = 254;

    const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    EmailAddress(string local, string domain) => Value = $"{local}@{domain}";

    /// <summary>The address as it is sent to: the part before @ as written, the domain in lower case and ASCII.</summary>
    public string Value { get; }

    /// <summary>What uniqueness is decided by: Ola@Example.com and ola@example.com are one mailbox everywhere that matters.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>
    /// Reads one plain address: no display name, no list, no blanks inside, a dot in the domain. Blanks around it are taken off, and so is "mailto:".
    /// Addresses with æøå before @ are turned down: hardly any server takes them, and nearly all of them are typing errors.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var trimmed = text?.Trim().Trim('\u00A0', '\u200B');
        if (string.IsNullOrEmpty(trimmed)) return false;
        if (trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) trimmed = trimmed[7..];
        if (trimmed.Length > MaxLength || trimmed.Count(c => c == '@') != 1) return false;
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        var local = trimmed[..at];
        if (!IsLocal(local) || !TryDomain(trimmed[(at + 1)..], out var domain)) return false;
        address = new EmailAddress(local, domain);
        return address.Value.Length <= MaxLength;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    static bool IsLocal(string local) =>
        local.Length is > 0 and <= 64 && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c, StringComparison.Ordinal));

    static bool TryDomain(string text, out string domain)
    {
        domain = "";
        try
        {
            domain = Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && domain[(dot + 1)..].Any(char.IsAsciiLetter);
    }
}
