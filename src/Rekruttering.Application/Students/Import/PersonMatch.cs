using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Whom a row is about.</summary>
/// <param name="Same">The one person it is, when that is certain.</param>
/// <param name="Perhaps">Somebody it may be, when it is not.</param>
/// <param name="Why">What they have in common, for the recruiter.</param>
internal readonly record struct PersonMatch(KnownPerson? Same, KnownPerson? Perhaps = null, string? Why = null)
{
    /// <summary>
    /// Strict, because a wrong match overwrites a person: the same address and a name in common, or the same folded name with the same telephone
    /// or year of birth. Less than that, a name alone or an address under another name, is a question for a person. Two known years of birth that
    /// differ are two persons.
    /// </summary>
    public static PersonMatch Of(ParsedPerson person, PersonIndex index)
    {
        if (person.EmailKey is { } email && index.WithEmail(email) is { Count: > 0 } sameAddress)
        {
            var same = sameAddress.Where(known => ShareAName(person, known)).ToList();
            return same.Count == 1 ? new(same[0]) : new(null, sameAddress[0], same.Count == 0 ? $"Samme e-post som {Place(sameAddress[0])}, men et annet navn." : "Flere har samme e-post og nesten samme navn.");
        }
        var namesakes = index.Named(person.NameKey).Where(known => !AreOfDifferentAge(person, known)).ToList();
        if (namesakes.Count == 0)
            return default;
        var sure = namesakes.Where(known => HaveSameNumberOrAge(person, known)).ToList();
        return sure.Count == 1 ? new(sure[0]) : new(null, namesakes[0], $"Samme navn som {Place(namesakes[0])}, men vi kan ikke se om det er samme person.");
    }

    private static string Place(KnownPerson known) => known.Row is { } row ? $"rad {row}" : "en student i registeret";

    private static bool HaveSameNumberOrAge(ParsedPerson person, KnownPerson known) =>
        (person.Phone is not null && person.Phone == known.Details.Phone) || (person.BirthYear is not null && person.BirthYear == known.Details.BirthYear);

    private static bool AreOfDifferentAge(ParsedPerson person, KnownPerson known) =>
        person.BirthYear is { } one && known.Details.BirthYear is { } other && one != other;

    // One address may serve a household: Kari and Ola Vik share a word of their names, so the first name decides.
    private static bool ShareAName(ParsedPerson person, KnownPerson known) =>
        person.NameKey == known.NameKey || Alike(person.FirstName, known.Details.FirstName) || (Alike(person.LastName, known.Details.LastName) && Initial(person.FirstName) == Initial(known.Details.FirstName));

    private static bool Alike(string one, string other)
    {
        var others = SearchText.NameKey(other).Split(' ');
        return Array.Exists(SearchText.NameKey(one).Split(' '), word => Array.Exists(others, candidate => LostLetter.Fits(word, candidate) || LostLetter.Fits(candidate, word)));
    }

    private static char Initial(string name) => SearchText.Words(name).FirstOrDefault();
}
