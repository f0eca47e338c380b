using System.Globalization;

namespace Rekruttering.Domain.Contact;

/// <summary>The part of an address that names the server it goes to, written in one way.</summary>
public static class RecipientDomain
{
    private static readonly IdnMapping Idn = new();

    /// <summary>Longest domain there is (RFC 1035).</summary>
    public const int Longest = 253;

    /// <summary>Of a whole address; empty where there is none. Case does not count, and "bjørn.example.com" is "xn--bjrn-hra.example.com".</summary>
    public static string Of(string? address) => Named(address is null ? "" : address[(address.LastIndexOf('@') + 1)..]);

    /// <summary>Of a domain as somebody wrote it. What is no domain comes back in small letters, and is a domain of its own.</summary>
    public static string Named(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var plain = domain.Trim().TrimEnd('.').ToLowerInvariant();
        plain = plain.Length > Longest ? plain[^Longest..] : plain;
        try
        {
            return plain.Length == 0 || plain.All(char.IsAscii) ? plain : Idn.GetAscii(plain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return plain;
        }
    }
}
