namespace Rekruttering.Web.Hosting;

/// <summary>The addresses whose second part is a secret. They are never logged with it, never sent on as a referrer, and guessed at slowly.</summary>
internal static class PersonalLinks
{
    private static readonly string[] Prefixes =
        ["svar", "lis1", "avmelding", "mine-opplysninger", "bekreft", "invitasjon", "forste-administrator", "nytt-passord"];

    /// <summary>A secret is 43 characters (<see cref="Domain.Common.SecretToken"/>); a wrong one may be any length.</summary>
    public static bool IsOne(PathString path) => Parts(path) is [var first, _, ..] && Prefixes.Contains(first, StringComparer.OrdinalIgnoreCase);

    /// <summary>The path as it may be written in a log: secrets, and whatever is long enough to be one, left out.</summary>
    public static string Loggable(PathString path)
    {
        var parts = Parts(path);
        var isOne = IsOne(path);
        for (var i = 0; i < parts.Length; i++)
        {
            if (isOne && i > 0)
                parts[i] = "{token}";
            else if (parts[i].Length > 40)
                parts[i] = "{long}";
        }
        // A line break in an address would forge a line in the log.
        return "/" + string.Join('/', parts).ReplaceLineEndings("");
    }

    private static string[] Parts(PathString path) => (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
}
