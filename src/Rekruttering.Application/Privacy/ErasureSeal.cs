using System.Security.Cryptography;
using System.Text;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Privacy;

/// <summary>
/// Turns what a list knows a person by into what is kept of it after an erasure: HMAC-SHA256 over kommune and mailbox, telephone or folded name. The
/// key lies beside the keys that seal cookies and not in the database, so that a copy of the database alone cannot be tried against lists of persons.
/// </summary>
public sealed class ErasureSeal
{
    private readonly Lazy<byte[]> _key;

    /// <param name="keyFile">Made with a new random key the first time it is needed.</param>
    public ErasureSeal(string keyFile) => _key = new Lazy<byte[]>(() => ReadOrMake(keyFile));

    /// <summary>64 hexadecimal characters, or null for what is no address.</summary>
    public string? Of(string kommuneNumber, string? email) => EmailAddress.TryParse(email, out var address) ? Sealed(kommuneNumber, address.Key) : null;

    /// <summary>The same of a telephone number in E.164; null for none.</summary>
    public string? OfPhone(string kommuneNumber, string? phone) => phone is null ? null : Sealed(kommuneNumber, phone);

    /// <summary>The same of a name, by its <see cref="SearchText.NameKey"/>; null for none.</summary>
    public string? OfName(string kommuneNumber, string? nameKey) => string.IsNullOrEmpty(nameKey) ? null : Sealed(kommuneNumber, nameKey);

    // A mailbox holds an @, a number begins with a plus and a folded name has neither: none is taken for another.
    private string Sealed(string kommuneNumber, string what) => Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{kommuneNumber}\n{what}")));

    private static byte[] ReadOrMake(string keyFile)
    {
        if (!File.Exists(keyFile))
            Make(keyFile);
        var key = Convert.FromBase64String(File.ReadAllText(keyFile).Trim());
        return key.Length == 32 ? key : throw new InvalidOperationException("The key of erased persons is damaged. Take it back from the backup: a new one would forget who was erased.");
    }

    // Written whole under another name and moved: of two processes that start together, one key counts for both.
    private static void Make(string keyFile)
    {
        var written = keyFile + "." + Guid.CreateVersion7().ToString("N");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(keyFile))!);
        using (var file = new StreamWriter(written, options))
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        try
        {
            File.Move(written, keyFile, overwrite: false);
        }
        catch (IOException) when (File.Exists(keyFile))
        {
            File.Delete(written);
        }
    }
}
