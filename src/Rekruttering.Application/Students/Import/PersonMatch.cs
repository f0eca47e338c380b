using Rekruttering.Domain.Students.Duplicates;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>Whom a row is about.</summary>
/// <param name="Same">The one person it is, when that is certain.</param>
/// <param name="Perhaps">Somebody it may be, when it is not.</param>
/// <param name="Why">What they have in common, for the recruiter.</param>
/// <param name="IsLost">A person has said who it is, and that one is no more.</param>
internal readonly record struct PersonMatch(KnownPerson? Same, KnownPerson? Perhaps = null, string? Why = null, bool IsLost = false)
{
    private const string Lost = "Noen har sagt hvem dette er, men den personen finnes ikke lenger i registeret eller i listen. Bestem på nytt.";

    /// <summary>Somebody whom a row may be about.</summary>
    internal readonly record struct Met(KnownPerson Person, Likeness Likeness);

    /// <summary>Everybody whom the rules would ask about or be sure of, the most alike first.</summary>
    public static List<Met> Alike(ParsedPerson person, PersonIndex index)
    {
        var row = PersonTraits.Of(person);
        return [.. (person.EmailKey is { } email ? index.WithEmail(email) : []).Union(index.Named(person.NameKey))
            .Select(known => new Met(known, known.LikenessTo(row))).Where(m => m.Likeness.Verdict != Sameness.Different)
            .OrderByDescending(m => m.Likeness.Points)];
    }

    /// <summary>
    /// Strict, because a wrong match overwrites a person: only one who is certain by <see cref="DuplicateRules"/> is changed, and whoever has the
    /// row's address goes before one who has not. Less than that is a question for a person, but not one that was answered: of two who were said
    /// to be two persons, the row is the one it is exactly, or has most in common with. What a person has said of this very row goes before the rules.
    /// </summary>
    public static PersonMatch Of(ParsedPerson person, PersonIndex index, RowAnswer? said)
    {
        if (said?.Same is { } same)
            return index.Find(same) is { } found ? new(found) : new(null, null, Lost, IsLost: true);
        var row = PersonTraits.Of(person);
        var met = Alike(person, index);
        foreach (var other in said?.Apart.Select(index.Find) ?? [])
            met.RemoveAll(m => m.Person == other);
        if (met.Count == 0)
            return default;
        var holders = met.Where(m => m.Likeness.HasSameEmail).ToList();
        var sure = (holders.Count > 0 ? holders : met).Where(m => m.Likeness.Verdict == Sameness.Certain).ToList();
        if (sure.Count > 0 && sure.Skip(1).All(m => m.Person.IsApartFrom(sure[0].Person) && m.Likeness.Points < sure[0].Likeness.Points))
            return new(sure[0].Person);
        if (sure.Count == 0 && holders.Count == 0 && met.Where(m => m.Person.IsExactly(row)).ToList() is [var exact] && met.Count > 1 && met.TrueForAll(m => m == exact || m.Person.IsApartFrom(exact.Person)))
            return new(exact.Person);
        return new(null, met[0].Person, Question(holders.Count > 0 ? holders : met, sure.Count));
    }

    private static string Question(List<Met> met, int sure)
    {
        var (person, likeness) = met[0];
        if (likeness.HasSameEmail)
            return sure > 0 ? "Flere har samme e-post og nesten samme navn." : likeness.Name == NameLikeness.None ? $"Samme e-post som {Place(person)}, men et annet navn." : Alike();
        return likeness is { Name: NameLikeness.Same, HasSamePhone: false } ? $"Samme navn som {Place(person)}, men vi kan ikke se om det er samme person." : Alike();

        string Alike() => $"Ligner på {Place(person)}: {string.Join(", ", likeness.Reasons())}.";
    }

    private static string Place(KnownPerson known) => known.Row is { } row ? $"rad {RowNumber.Words(row)}" : "en student i registeret";
}
