namespace Rekruttering.Domain.Students.Duplicates;

/// <summary>What the rules make of two persons.</summary>
public enum Sameness
{
    Different,

    /// <summary>For a person to decide: warned of while typing, listed by the scan, held back by an import.</summary>
    Possible,

    /// <summary>Sure enough for an import to change the one by the other.</summary>
    Certain,
}

/// <summary>
/// The one set of rules on who may be whom. Points add up: from <see cref="Possible"/> on a person is asked, from <see cref="Certain"/> on an
/// import goes ahead, for a wrong match overwrites somebody. A mailbox is nearly a person, but a household may share it; a name alone is a
/// question; the school is shared by hundreds and only tips the scale.
/// </summary>
public static class DuplicateRules
{
    public const int SameEmail = 60;
    public const int SamePhone = 35;
    public const int SameName = 45;
    public const int CloseName = 25;
    public const int TouchingName = 5;
    public const int SameBirthYear = 20;
    public const int OtherBirthYear = -20;
    public const int SameStudyPlace = 10;

    /// <summary>So many points make it a question.</summary>
    public const int Possible = 40;

    /// <summary>So many make it sure, when the names have something in common.</summary>
    public const int Certain = 65;

    /// <summary>Compares two persons; the order does not matter. What is unknown of either says nothing.</summary>
    public static Likeness Compare(PersonTraits one, PersonTraits other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new(
            NameComparison.Of(one, other),
            Agree(one.EmailKey, other.EmailKey),
            Agree(one.Phone, other.Phone),
            one.BirthYear is { } year && other.BirthYear is { } otherYear ? year == otherYear : null,
            Agree(one.StudyPlaceCode, other.StudyPlaceCode));
    }

    private static bool Agree(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.Ordinal);
}

/// <summary>What two persons have in common.</summary>
/// <param name="HasSameBirthYear">Null when it is not known of both.</param>
public readonly record struct Likeness(NameLikeness Name, bool HasSameEmail, bool HasSamePhone, bool? HasSameBirthYear, bool HasSameStudyPlace)
{
    /// <summary>The points of all rules that hold.</summary>
    public int Points =>
        (HasSameEmail ? DuplicateRules.SameEmail : 0)
        + (HasSamePhone ? DuplicateRules.SamePhone : 0)
        + Name switch { NameLikeness.Same => DuplicateRules.SameName, NameLikeness.Close or NameLikeness.Slip => DuplicateRules.CloseName, NameLikeness.Touching => DuplicateRules.TouchingName, _ => 0 }
        + HasSameBirthYear switch { true => DuplicateRules.SameBirthYear, false => DuplicateRules.OtherBirthYear, _ => 0 }
        + (HasSameStudyPlace ? DuplicateRules.SameStudyPlace : 0);

    /// <summary>
    /// What the points make of the two. Nothing in common in the names is never sure: mail and telephone are shared by families, and twins share the year.
    /// First names one letter apart want the telephone too.
    /// </summary>
    public Sameness Verdict =>
        Points >= DuplicateRules.Certain && Name != NameLikeness.None && (Name != NameLikeness.Slip || HasSamePhone) ? Sameness.Certain
        : Points >= DuplicateRules.Possible ? Sameness.Possible
        : Sameness.Different;

    /// <summary>"samme e-post", "nesten samme navn", "ulikt fødselsår": what speaks for and against, for the one who decides.</summary>
    public IEnumerable<string> Reasons()
    {
        if (HasSameEmail)
            yield return "samme e-post";
        if (HasSamePhone)
            yield return "samme telefon";
        if (Name is NameLikeness.Same or NameLikeness.Close or NameLikeness.Slip)
            yield return Name == NameLikeness.Same ? "samme navn" : "nesten samme navn";
        if (HasSameBirthYear is { } same)
            yield return same ? "samme fødselsår" : "ulikt fødselsår";
        if (HasSameStudyPlace)
            yield return "samme studiested";
        if (Name == NameLikeness.None)
            yield return "ulike navn";
    }
}
