using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Places;

/// <summary>A place where medicine is studied. A school with campuses that matter to a kommune has one entry for each.</summary>
/// <param name="Code">Stable, lower-case ASCII; a key in the database.</param>
/// <param name="Name">In the school's own language, as on its diploma, or the name that Norwegians use.</param>
/// <param name="City">Where most of the study happens; empty when it is spread.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Semesters">Normal length.</param>
/// <param name="StartsInSpringToo">Intake in January as well as in August.</param>
/// <param name="PreclinicalYears">Years before the clinical part; null where the Norwegian rule decides or no source was found.</param>
/// <param name="Aliases">Other names and short forms that are this place and no other.</param>
public sealed record StudyPlaceEntry(string Code, string Name, string City, string Country, int Semesters, bool StartsInSpringToo, int? PreclinicalYears, IReadOnlyList<string> Aliases)
{
    /// <summary>The forskrift on licences has one rule for Norwegian schools (§ 1) and one for all others (§ 2).</summary>
    public bool IsNorwegian => Country == "NO";
}

/// <summary>The known study places, and the way from what lists call them.</summary>
public static class StudyPlaceCatalogue
{
    /// <summary>Norwegian ones first, then by country.</summary>
    public static IReadOnlyList<StudyPlaceEntry> All { get; } = [.. PlaceData.Read("studyplaces.csv").Select(row => new StudyPlaceEntry(
        row["code"], row["name"], row["city"], row["country"], int.Parse(row["semesters"]), row["start_terms"].Contains("spring", StringComparison.Ordinal),
        int.TryParse(row["preclinical_years"], out var years) ? years : null, PlaceData.List(row["aliases"])))];

    static readonly Dictionary<string, StudyPlaceEntry> ByCode = All.ToDictionary(place => place.Code, StringComparer.Ordinal);
    static readonly (string Words, StudyPlaceEntry Place)[] Names =
        [.. All.SelectMany(place => place.Aliases.Append(place.Name).Select(name => (SearchText.Words(name), place))).Distinct()];

    /// <summary>By code.</summary>
    public static StudyPlaceEntry? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>
    /// The one place that the text means, or null. Tried in order: a name or alias, with <c>?</c> for any one letter that the file lost; a city, when the
    /// country is given; a name inside a longer text, the longest first. A country that contradicts rules a place out, and two places that fit are none.
    /// </summary>
    /// <param name="text">What the list says.</param>
    /// <param name="country">ISO alpha-2, when another cell says it.</param>
    public static StudyPlaceEntry? Match(string? text, string? country = null)
    {
        var words = SearchText.Words(text);
        if (words.Length < 2) return null;
        var names = country is null ? Names : [.. Names.Where(name => name.Place.Country == country)];
        return Only(names.Where(name => LostLetter.Fits(words, name.Words)))
            ?? InCity(words, country)
            ?? Inside(words, names);
    }

    static StudyPlaceEntry? InCity(string words, string? country)
    {
        if (country is null)
        {
            // "Budapest, Ungarn": the country stands after the city.
            var last = words.LastIndexOf(' ');
            if (last < 0 || Countries.Resolve(words[(last + 1)..]) is not { } named) return null;
            (words, country) = (words[..last], named.Code);
        }
        return Only(All.Where(place => place.Country == country && place.City.Length > 0 && LostLetter.Fits(words, SearchText.Words(place.City))).Select(place => (words, place)));
    }

    static StudyPlaceEntry? Inside(string words, (string Words, StudyPlaceEntry Place)[] names)
    {
        var hits = names.Where(name => $" {words} ".Contains($" {name.Words} ", StringComparison.Ordinal)).ToArray();
        if (hits.Length == 0) return null;
        var longest = hits.Max(hit => hit.Words.Length);
        var best = hits.Where(hit => hit.Words.Length == longest).ToArray();
        // "UiO, tidligere UiB" names two: a shorter hit counts against unless it is part of the longest ("NTNU" in "NTNU Link").
        return hits.All(hit => best[0].Words.Contains(hit.Words, StringComparison.Ordinal) || hit.Place == best[0].Place) ? Only(best) : null;
    }

    static StudyPlaceEntry? Only(IEnumerable<(string Words, StudyPlaceEntry Place)> hits)
    {
        var places = hits.Select(hit => hit.Place).Distinct().Take(2).ToArray();
        return places.Length == 1 ? places[0] : null;
    }
}
