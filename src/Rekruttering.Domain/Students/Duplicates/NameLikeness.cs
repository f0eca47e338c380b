using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Duplicates;

/// <summary>How much two names have in common, from nothing to all.</summary>
public enum NameLikeness
{
    None,

    /// <summary>A first name, or a last name and the first written as its initial: so much as makes one mailbox one person.</summary>
    Touching,

    /// <summary>First names that are one letter apart: a slip of the pen, or a sister. Kari and Kåre Vik have one mailbox at home.</summary>
    Slip,

    /// <summary>A name more or less ("Anne" and "Anne Grete", "Vik" and "Vik Nordby"), or one slip of the pen in the last name.</summary>
    Close,

    /// <summary>The same words in any order and spelling: Åse Øverås is Aase Øveraas.</summary>
    Same,
}

/// <summary>Compares two names by their folded words.</summary>
internal static class NameComparison
{
    /// <summary>Shorter words than this differ too often by one letter: Per is not Pål's misspelling.</summary>
    private const int ShortestMisspelt = 4;

    public static NameLikeness Of(PersonTraits one, PersonTraits other)
    {
        if (string.Equals(one.NameKey, other.NameKey, StringComparison.Ordinal))
            return NameLikeness.Same;
        var (firsts, lasts) = (Within(one.FirstWords, other.FirstWords), Within(one.LastWords, other.LastWords));
        if (firsts && lasts && one.FirstWords.Count == other.FirstWords.Count && one.LastWords.Count == other.LastWords.Count)
            return NameLikeness.Same;
        if (firsts && (lasts || IsSlip(one.LastWords, other.LastWords)))
            return NameLikeness.Close;
        if (lasts && IsSlip(one.FirstWords, other.FirstWords))
            return NameLikeness.Slip;
        return ShareAWord(one.FirstWords, other.FirstWords) || (ShareAWord(one.LastWords, other.LastWords) && (IsInitialOf(one, other) || IsInitialOf(other, one)))
            ? NameLikeness.Touching
            : NameLikeness.None;
    }

    /// <summary>The first letter of the first name, folded.</summary>
    public static char Initial(PersonTraits person) => SearchText.Words(person.FirstName).FirstOrDefault();

    // "K." may be Kari; Knut is her brother.
    private static bool IsInitialOf(PersonTraits one, PersonTraits other) =>
        one.FirstWords.Count > 0 && one.FirstWords.All(word => word.Length == 1) && Initial(one) == Initial(other);

    private static bool Alike(string one, string other) => LostLetter.Fits(one, other) || LostLetter.Fits(other, one);

    private static bool ShareAWord(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Any(word => other.Any(candidate => Alike(word, candidate)));

    private static bool Within(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        return few.Count > 0 && few.All(word => many.Any(candidate => Alike(word, candidate)));
    }

    private static bool IsSlip(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 1 && other.Count == 1 && Math.Min(one[0].Length, other[0].Length) >= ShortestMisspelt && IsOneSlip(one[0], other[0]);

    // One letter wrong, one too many, or two neighbours that changed places.
    private static bool IsOneSlip(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        if (other.Length - one.Length > 1)
            return false;
        var at = 0;
        while (at < one.Length && one[at] == other[at])
            at++;
        if (one.Length < other.Length)
            return one.AsSpan(at).SequenceEqual(other.AsSpan(at + 1));
        if (at == one.Length || one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1)))
            return true;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }
}
