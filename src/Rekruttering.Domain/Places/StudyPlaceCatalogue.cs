namespace Rekruttering.Domain.Places;

/// <summary>A place where medicine is studied. A school with campuses that matter to a kommune has one entry for each.</summary>
/// <param name="Code">Stable, lower-case ASCII; what a student's row holds.</param>
/// <param name="Name">In the school's own language, as on its diploma, or the name that Norwegians use.</param>
/// <param name="City">Where most of the study happens; empty when it is spread.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Semesters">Normal length.</param>
/// <param name="StartsInSpringToo">Intake in January as well as in August.</param>
/// <param name="PreclinicalYears">Years before the clinical part; null where the Norwegian rule decides or no source was found.</param>
/// <param name="Aliases">Other names and short forms that are this place and no other.</param>
public sealed record StudyPlaceEntry(string Code, string Name, string City, string Country, int Semesters, bool StartsInSpringToo, int? PreclinicalYears, IReadOnlyList<string> Aliases)
{
    /// <summary>Six years.</summary>
    public const int UsualSemesters = 12;

    /// <summary>The forskrift on licences has one rule for Norwegian schools (§ 1) and one for all others (§ 2).</summary>
    public bool IsNorwegian => Country == "NO";

    /// <summary>Added by a kommune: its students carry a copy of what the shared list tells of the others.</summary>
    public bool IsOwn { get; } = OwnStudyPlace.IsCode(Code);

    /// <summary>With the city, where the name does not say it.</summary>
    public string FullName => City.Length == 0 || Name.Contains(City, StringComparison.Ordinal) ? Name : $"{Name}, {City}";
}

/// <summary>The study places that all kommuner share; <see cref="StudyPlaceList"/> is what one kommune knows.</summary>
public static class StudyPlaceCatalogue
{
    /// <summary>Norwegian ones first, then by country.</summary>
    public static IReadOnlyList<StudyPlaceEntry> All { get; } = [.. PlaceData.Read("studyplaces.csv").Select(row => new StudyPlaceEntry(
        row["code"], row["name"], row["city"], row["country"], int.Parse(row["semesters"]), row["start_terms"].Contains("spring", StringComparison.Ordinal),
        int.TryParse(row["preclinical_years"], out var years) ? years : null, PlaceData.List(row["aliases"])))];

    static readonly Dictionary<string, StudyPlaceEntry> ByCode = All.ToDictionary(place => place.Code, StringComparer.Ordinal);

    /// <summary>By code.</summary>
    public static StudyPlaceEntry? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <inheritdoc cref="StudyPlaceList.Match"/>
    public static StudyPlaceEntry? Match(string? text, string? country = null) => StudyPlaceList.Shared.Match(text, country);
}
