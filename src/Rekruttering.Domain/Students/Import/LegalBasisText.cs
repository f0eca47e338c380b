using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>
/// The legal basis (GDPR art. 6) as lists write it. Never guessed: every word of the cell must be known, for one more word ("samtykke trukket")
/// may say the opposite. What is not recognised is refused.
/// </summary>
public static class LegalBasisText
{
    /// <summary>"samtykke", "offentlig oppgave", "søknad", "art. 6 nr. 1 bokstav e", in both forms of Norwegian and in English. Empty is no value.</summary>
    public static Reading<LegalBasis?> Read(string? text)
    {
        var words = SearchText.Words(text);
        if (words.Length == 0) return Reading<LegalBasis?>.Empty;
        if (words is "ja" or "nei" or "x" or "yes" or "no") return YesOrNo(text!);
        var rest = $" {string.Join(' ', words.Split(' ').Where(word => !Numbering.Contains(word)))} ";
        var found = new HashSet<LegalBasis>();
        foreach (var (phrase, basis) in Known)
        {
            if (!rest.Contains($" {phrase} ", StringComparison.Ordinal)) continue;
            found.Add(basis);
            rest = rest.Replace($" {phrase} ", "  ", StringComparison.Ordinal);
        }
        var isKnown = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Beside.Contains(word) || word.All(char.IsAsciiDigit));
        return found.Count == 1 && isKnown ? new(found.Single()) : Unknown(text!);
    }

    // Where one phrase holds another, the longer stands first.
    static readonly (string Phrase, LegalBasis Basis)[] Known =
    [
        ("samtykke", LegalBasis.Consent), ("samtykkje", LegalBasis.Consent), ("samtykt", LegalBasis.Consent), ("consent", LegalBasis.Consent), ("6 1 a", LegalBasis.Consent),
        ("offentlig oppgave", LegalBasis.PublicTask), ("offentleg oppgave", LegalBasis.PublicTask), ("offentlig myndighet", LegalBasis.PublicTask), ("offentleg myndigheit", LegalBasis.PublicTask),
        ("offentlig myndighetsutovelse", LegalBasis.PublicTask), ("oppgave i allmennhetens interesse", LegalBasis.PublicTask), ("allmennhetens interesse", LegalBasis.PublicTask),
        ("allmenn interesse", LegalBasis.PublicTask), ("public task", LegalBasis.PublicTask), ("publictask", LegalBasis.PublicTask), ("6 1 e", LegalBasis.PublicTask),
        ("soknad", LegalBasis.Application), ("avtale", LegalBasis.Application), ("henvendelse", LegalBasis.Application), ("henvending", LegalBasis.Application),
        ("application", LegalBasis.Application), ("contract", LegalBasis.Application), ("6 1 b", LegalBasis.Application),
    ];

    // "Art. 6 nr. 1 bokstav a" is "6 1 a".
    static readonly string[] Numbering = ["nr", "nummer", "ledd", "forste", "bokstav", "litra"];

    // What people write beside it, and what takes nothing back.
    static readonly HashSet<string> Beside = new(StringComparer.Ordinal)
    {
        "art", "artikkel", "artikel", "article", "gdpr", "personvernforordningen", "personvernforordninga", "jf", "etter", "og", "om", "av", "i", "pa", "per", "fra", "via", "utovelse", "utoving",
        "studenten", "student", "gitt", "gjeve", "given", "innhentet", "innhenta", "mottatt", "motteke", "registrert", "aktivt", "skriftlig", "skriftleg", "muntlig", "munnleg", "e", "post", "epost", "telefon", "skjema", "jobb", "sommerjobb",
    };

    static Reading<LegalBasis?> YesOrNo(string text) =>
        Reading<LegalBasis?>.Refuse($"{Reading<LegalBasis?>.Quote(text.Trim())} er ikke et grunnlag. Svarer kolonnen på om studenten har samtykket, trykk «Endre kolonner» og velg «Samtykke gitt (dato)» for den.");

    static Reading<LegalBasis?> Unknown(string text) =>
        Reading<LegalBasis?>.Refuse($"{Reading<LegalBasis?>.Quote(text.Trim())} er ikke et grunnlag vi kjenner. Skriv bare samtykke, offentlig oppgave eller søknad.");
}
