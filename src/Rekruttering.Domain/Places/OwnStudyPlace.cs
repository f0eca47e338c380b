using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Places;

/// <summary>
/// A study place that one kommune has added to the shared list, with what the rules of the stage need. A student there carries its code and a copy of
/// these facts, so that the rules need no database; whoever changes the place changes the copies in the same save.
/// </summary>
public sealed class OwnStudyPlace : IKommuneOwned, IVersioned
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 120;

    /// <summary>Longest city.</summary>
    public const int LongestCity = 60;

    /// <summary>Four years: the shortest medical degrees.</summary>
    public const int FewestSemesters = 8;

    /// <summary>Six years. Whoever has longer gets the month of graduation entered.</summary>
    public const int MostSemesters = StudyPlaceEntry.UsualSemesters;

    private const string Prefix = "egen-";

    private OwnStudyPlace() { }

    public OwnStudyPlace(string kommuneNumber, StudyPlaceFacts facts, Guid byUserId, DateTime now)
    {
        (Id, KommuneNumber, CreatedById, CreatedAt) = (Guid.CreateVersion7(), kommuneNumber, byUserId, now);
        Change(facts);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>See <see cref="SearchText.Words"/>: one place of a name in each kommune.</summary>
    public string NameKey { get; private set; } = "";

    public string City { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode { get; private set; } = "";

    /// <summary>Normal length.</summary>
    public int Semesters { get; private set; }

    /// <summary>Years before the clinical part; null when nobody knows.</summary>
    public int? PreclinicalYears { get; private set; }

    public Guid CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>What a student's row holds, beside the codes of the shared list. In letters: digits in a form may be taken for a fødselsnummer.</summary>
    public string Code => Prefix + string.Concat(Id.ToString("N").Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 'g') : c));

    /// <summary>The place as the shared list has its own.</summary>
    public StudyPlaceEntry Entry => new(Code, Name, City, CountryCode, Semesters, StartsInSpringToo: true, PreclinicalYears, []);

    /// <summary>Other facts about the same place; the caller has checked them.</summary>
    public void Change(StudyPlaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Name, NameKey, City, CountryCode, Semesters, PreclinicalYears) = (facts.Name, SearchText.Words(facts.Name), facts.City, facts.CountryCode, facts.Semesters, facts.PreclinicalYears);
    }

    /// <summary>Whether this is the code of some kommune's own place.</summary>
    public static bool IsCode(string? code) => code?.Length == Prefix.Length + 32 && code.StartsWith(Prefix, StringComparison.Ordinal) && code.Skip(Prefix.Length).All(char.IsAsciiLetterLower);
}

/// <summary>What is known of a study place.</summary>
/// <param name="City">Empty when it is unknown or spread.</param>
public sealed record StudyPlaceFacts(string Name, string City, string CountryCode, int Semesters, int? PreclinicalYears);

/// <summary>What the lists of one kommune call a place: learned from a person once, remembered for every list after that.</summary>
public sealed class StudyPlaceName : IKommuneOwned
{
    /// <summary>Longest text; what a list can say of a study place.</summary>
    public const int LongestText = 200;

    private StudyPlaceName() { }

    public StudyPlaceName(string kommuneNumber, string text, string placeCode, Guid byUserId, DateTime now) =>
        (Id, KommuneNumber, Text, Key, PlaceCode, CreatedById, CreatedAt) = (Guid.CreateVersion7(), kommuneNumber, text, SearchText.Words(text), placeCode, byUserId, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";

    /// <summary>As it was written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>See <see cref="SearchText.Words"/>: a name means one place in each kommune.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A code of the shared list, or of a place of the kommune's own.</summary>
    public string PlaceCode { get; private set; } = "";

    public Guid CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>The name means another place now: the one it was moved to.</summary>
    public void PointAt(string placeCode) => PlaceCode = placeCode;
}

/// <summary>There is such a place, or such a name, already.</summary>
public sealed record StudyPlaceNameTaken(string Text, string Place) : Refusal($"«{Text}» er allerede et navn på {Place}.");

/// <summary>Students are there: it is said where they go.</summary>
public sealed record StudyPlaceInUse(int Students) : Refusal($"{Students} {(Students == 1 ? "student står" : "studenter står")} på studiestedet. Velg hva som skal stå hos dem i stedet.");
