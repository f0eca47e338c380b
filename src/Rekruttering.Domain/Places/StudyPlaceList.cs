using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Places;

/// <summary>The study places that one kommune knows: the shared ones, its own, and what its lists call them.</summary>
public sealed class StudyPlaceList
{
    private readonly Dictionary<string, StudyPlaceEntry> _byCode;
    private readonly Dictionary<string, StudyPlaceEntry> _said = new(StringComparer.Ordinal);
    private readonly (string Words, StudyPlaceEntry Place)[] _names;

    /// <param name="own">The places that the kommune has added.</param>
    /// <param name="names">What it has said that lists mean; one that means a place which is gone means nothing.</param>
    public StudyPlaceList(IEnumerable<OwnStudyPlace> own, IEnumerable<StudyPlaceName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Own = [.. own.Select(place => place.Entry)];
        All = [.. StudyPlaceCatalogue.All, .. Own];
        _byCode = All.ToDictionary(place => place.Code, StringComparer.Ordinal);
        foreach (var place in Own)
            _said.TryAdd(SearchText.Words(place.Name), place);
        foreach (var name in names)
            if (_byCode.TryGetValue(name.PlaceCode, out var place))
                _said.TryAdd(name.Key, place);
        _names = [.. All.SelectMany(place => place.Aliases.Append(place.Name).Select(name => (SearchText.Words(name), place))).Concat(_said.Select(said => (said.Key, said.Value))).Distinct()];
    }

    /// <summary>The list of a kommune that has added nothing.</summary>
    public static StudyPlaceList Shared { get; } = new([], []);

    /// <summary>The shared ones first, then the kommune's own.</summary>
    public IReadOnlyList<StudyPlaceEntry> All { get; }

    /// <summary>The kommune's own.</summary>
    public IReadOnlyList<StudyPlaceEntry> Own { get; }

    /// <summary>By code.</summary>
    public StudyPlaceEntry? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The place that has exactly this name, letter case and accents apart; null when none has.</summary>
    public StudyPlaceEntry? Named(string? text)
    {
        var words = SearchText.Words(text);
        return Array.Find(_names, name => name.Words == words).Place;
    }

    /// <summary>
    /// The one place that the text means, or null. Tried in order: what the kommune has said that it means; a name or alias, with <c>?</c> for any one letter
    /// that the file lost; a city, when the country is given; a name inside a longer text, the longest first. A country that contradicts rules a place out,
    /// and two places that fit are none.
    /// </summary>
    /// <param name="text">What the list says.</param>
    /// <param name="country">ISO alpha-2, when another cell says it.</param>
    public StudyPlaceEntry? Match(string? text, string? country = null)
    {
        var words = SearchText.Words(text);
        if (words.Length < 2)
            return null;
        if (_said.TryGetValue(words, out var said) && (country is null || said.Country == country))
            return said;
        var names = country is null ? _names : [.. _names.Where(name => name.Place.Country == country)];
        return Only(names.Where(name => LostLetter.Fits(words, name.Words)))
            ?? InCity(words, country)
            ?? Inside(words, names);
    }

    private StudyPlaceEntry? InCity(string words, string? country)
    {
        if (country is null)
        {
            // "Budapest, Ungarn": the country stands after the city.
            var last = words.LastIndexOf(' ');
            if (last < 0 || Countries.Resolve(words[(last + 1)..]) is not { } named)
                return null;
            (words, country) = (words[..last], named.Code);
        }
        return Only(All.Where(place => place.Country == country && place.City.Length > 0 && LostLetter.Fits(words, SearchText.Words(place.City))).Select(place => (words, place)));
    }

    private static StudyPlaceEntry? Inside(string words, (string Words, StudyPlaceEntry Place)[] names)
    {
        var hits = names.Where(name => $" {words} ".Contains($" {name.Words} ", StringComparison.Ordinal)).ToArray();
        if (hits.Length == 0)
            return null;
        var longest = hits.Max(hit => hit.Words.Length);
        var best = hits.Where(hit => hit.Words.Length == longest).ToArray();
        // "UiO, tidligere UiB" names two: a shorter hit counts against unless it is part of the longest ("NTNU" in "NTNU Link").
        return hits.All(hit => best[0].Words.Contains(hit.Words, StringComparison.Ordinal) || hit.Place == best[0].Place) ? Only(best) : null;
    }

    private static StudyPlaceEntry? Only(IEnumerable<(string Words, StudyPlaceEntry Place)> hits)
    {
        var places = hits.Select(hit => hit.Place).Distinct().Take(2).ToArray();
        return places.Length == 1 ? places[0] : null;
    }
}
