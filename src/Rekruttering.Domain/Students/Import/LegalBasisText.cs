using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>The legal basis (GDPR art. 6) as lists write it. Never guessed: what is not recognised is refused.</summary>
public static class LegalBasisText
{
    /// <summary>"samtykke", "offentlig oppgave", "søknad", in both forms of Norwegian and in English. Empty is no value.</summary>
    public static Reading<LegalBasis?> Read(string? text)
    {
        var words = SearchText.Words(text);
        if (words.Length == 0) return Reading<LegalBasis?>.Empty;
        if (words.StartsWith("ikke", StringComparison.Ordinal) || words.StartsWith("uten", StringComparison.Ordinal) || words.StartsWith("no ", StringComparison.Ordinal)) return Unknown(text!);
        LegalBasis[] found = [.. Known.Where(known => known.Words.Any(word => Holds(words, word))).Select(known => known.Basis)];
        return found.Length == 1 ? new(found[0]) : Unknown(text!);
    }

    static readonly (LegalBasis Basis, string[] Words)[] Known =
    [
        (LegalBasis.Consent, ["samtykke", "samtykkje", "samtykt", "consent", "6 1 a"]),
        (LegalBasis.PublicTask, ["offentlig oppgave", "offentleg oppgave", "offentlig myndighet", "allmenn interesse", "public task", "publictask", "6 1 e"]),
        (LegalBasis.Application, ["soknad", "avtale", "application", "contract", "6 1 b"]),
    ];

    static bool Holds(string words, string word) => $" {words} ".Contains($" {word} ", StringComparison.Ordinal);

    static Reading<LegalBasis?> Unknown(string text) =>
        Reading<LegalBasis?>.Refuse($"{Reading<LegalBasis?>.Quote(text.Trim())} er ikke et grunnlag vi kjenner. Skriv samtykke, offentlig oppgave eller søknad.");
}
