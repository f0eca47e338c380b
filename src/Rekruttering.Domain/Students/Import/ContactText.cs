using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>Somebody who works in the kommune with the program, and whom a list may name as a student's contact person.</summary>
/// <param name="Id">Of the user.</param>
/// <param name="Name">As the screens say it; the address where no name is known.</param>
/// <param name="Email">The address the user signs in with.</param>
public sealed record PossibleContact(Guid Id, string Name, string? Email);

/// <summary>Who answers for a student, as lists write it: a colleague by e-mail or by the whole name, or else somebody who is only a text.</summary>
public static class ContactText
{
    /// <summary>Longest name of somebody who is no colleague.</summary>
    public const int LongestName = 100;

    /// <summary>
    /// The colleague, or the words. A part of a name is nobody's, and a name that two share is left empty: both are said.
    /// </summary>
    public static (Guid? Id, string? Name, string? Warning) Read(string? text, IReadOnlyList<PossibleContact> colleagues)
    {
        ArgumentNullException.ThrowIfNull(colleagues);
        var words = NameText.Clean(text);
        if (words.Length == 0) return default;
        var found = AddressIn(words) is { } address
            ? [.. colleagues.Where(colleague => string.Equals(colleague.Email, address, StringComparison.OrdinalIgnoreCase))]
            : Named(words, colleagues);
        return found.Count switch
        {
            1 => (found[0].Id, null, null),
            0 => (null, words, $"{Reading<string>.Quote(words)} er ingen kollega som bruker programmet her. Navnet er tatt vare på som tekst; velg en kollega på studentens kort hvis det er en av dere."),
            _ => (null, null, $"Flere kolleger heter {Reading<string>.Quote(words)}. Feltet er tomt; skriv e-postadressen til den som er ment."),
        };
    }

    // "Åse Øverås" and "Øverås, Åse"; a spelling that only the broad key holds for the same is taken while nobody else has it.
    static List<PossibleContact> Named(string words, IReadOnlyList<PossibleContact> colleagues)
    {
        var key = SearchText.NameKey(words);
        var alike = colleagues.Where(colleague => SearchText.NameKey(colleague.Name) == key).ToList();
        var exact = alike.Where(colleague => SearchText.Fold(colleague.Name) == SearchText.Fold(words)).ToList();
        return exact.Count > 0 ? exact : alike;
    }

    // "kari@example.com", "Kari Nordmann <kari@example.com>".
    static string? AddressIn(string words)
    {
        var word = words.Split(' ').FirstOrDefault(part => part.Contains('@', StringComparison.Ordinal))?.Trim('<', '>', '(', ')', '[', ']', ',', ';');
        return EmailAddress.TryParse(word, out var address) ? address.Value : null;
    }
}
