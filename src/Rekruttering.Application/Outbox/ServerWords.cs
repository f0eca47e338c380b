using System.Text.RegularExpressions;

namespace Rekruttering.Application.Outbox;

/// <summary>What a mail server said, where it is kept longer than the mail: on a campaign, and in a mail to administrators. It likes to quote the recipient.</summary>
public static partial class ServerWords
{
    /// <summary>What stands instead of an address.</summary>
    public const string Hidden = "[adressen]";

    private const int ShortestName = 3;

    /// <summary>As a sentence to put after others. What the program itself saw is not laid in the server's mouth: a server's words begin with a code.</summary>
    public static string Told(string? answer) =>
        answer is [>= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ..] ? $"E-posttjeneren sa: {answer}" : answer ?? "";

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
