using System.Text.RegularExpressions;

namespace Rekruttering.Application.Outbox;

/// <summary>What a mail server said, where it is kept longer than the mail: on a campaign, and in a mail to administrators. It likes to quote the recipient.</summary>
public static partial class ServerWords
{
    /// <summary>What stands instead of an address.</summary>
    public const string Hidden = "[adressen]";

    private const int ShortestName = 3;

    /// <summary>The answer without any address, and without the recipient's name before the @ alone; so erasing a student need not look for it.</summary>
    public static string WithoutAddress(string? answer, string? recipient)
    {
        var hidden = Addresses().Replace(answer ?? "", Hidden);
        var name = recipient?[..Math.Max(recipient.LastIndexOf('@'), 0)];
        return name is { Length: >= ShortestName } ? hidden.Replace(name, Hidden, StringComparison.OrdinalIgnoreCase) : hidden;
    }

    [GeneratedRegex(@"[^\s<>()\[\]"",;:]+@[^\s<>()\[\]"",;:]+")]
    private static partial Regex Addresses();
}
