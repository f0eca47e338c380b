using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>Reads why a person belongs here from one cell: "Vokst opp her; familie: mormor på Jøa". What fits no kind is kept in words as another tie.</summary>
public static class TiesText
{
    private static readonly (TieKind Kind, string[] Words)[] Known =
    [
        (TieKind.GrewUp, ["vokst opp", "oppvokst", "oppvaksen", "vaks opp", "barndom", "grew up"]),
        (TieKind.Partner, ["partner", "kjaereste", "kjareste", "samboer", "sambuar", "ektefelle", "gift"]),
        (TieKind.Family, ["familie", "foreldre", "besteforeldre", "mormor", "farmor", "slekt", "sosken", "family", "parents"]),
    ];

    /// <summary>The ties; two of one kind stand together.</summary>
    public static Ties Read(string? cell)
    {
        var ties = Ties.None;
        foreach (var part in (cell ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var kind = KindOf(colon > 0 ? part[..colon] : part);
            // "Vokst opp her" says all; "mormor på Jøa" says more than its kind.
            var words = colon > 0 && (kind is not null || IsOther(part[..colon])) ? part[(colon + 1)..].Trim() : kind is not null && IsBare(part) || IsOther(part) ? "" : part;
            var place = kind ?? TieKind.Other;
            var all = string.Join(", ", new[] { ties[place], words }.Where(text => !string.IsNullOrEmpty(text)));
            ties = ties.With(place, all.Cut(Ties.LongestWords));
        }
        return ties;
    }

    private static TieKind? KindOf(string text)
    {
        var words = SearchText.Words(text);
        foreach (var (kind, known) in Known)
            if (known.Any(word => words.Contains(SearchText.Words(word), StringComparison.Ordinal)))
                return kind;
        return null;
    }

    private static bool IsOther(string text) => SearchText.Words(text) is "annen tilknytning" or "annet" or "anna" or "other";

    private static bool IsBare(string text) => SearchText.Words(text) is "vokst opp her" or "vokst opp" or "oppvokst" or "oppvokst her" or "vaks opp her" or "oppvaksen" or "grew up here"
        or "har familie her" or "familie" or "familie her" or "family" or "har partner herfra" or "partner" or "partner herfra" or "kjaereste";
}
