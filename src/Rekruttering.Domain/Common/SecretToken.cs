using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Rekruttering.Domain.Common;

/// <summary>
/// The secret of a personal link: 32 random bytes, written as 43 characters of base64url. Only its SHA-256 is ever stored,
/// so a copy of the database opens no link.
/// </summary>
public static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>A new secret and the hash to store.</summary>
    public static (string Token, string Hash) Create()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (token, HashOf(token)!);
    }

    /// <summary>The stored form of a secret (64 hexadecimal characters), or null when the text cannot be one.</summary>
    public static string? HashOf(string? token)
    {
        Span<byte> secret = stackalloc byte[Bytes];
        // Not "Try…", which throws at what is no base64url: a letter of a link that was copied wrongly was a fault of ours.
        return token is { Length: 43 } && Base64Url.DecodeFromChars(token, secret, out _, out var written) == OperationStatus.Done && written == Bytes
            ? Convert.ToHexStringLower(SHA256.HashData(secret))
            : null;
    }
}
