using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Statistics.Tables;

/// <summary>What a dimension divides by.</summary>
public enum DimensionKind
{
    /// <summary>Nothing we know.</summary>
    Unknown,
    Kommune,
    Country,
    Status,
    Year,

    /// <summary>Which figure: persons, per cent.</summary>
    Measure,

    /// <summary>Sex, age, study place, level: parts that add up to the whole.</summary>
    Parts,
}

/// <summary>Tells what a dimension is from its role, its name, and at last from its values.</summary>
public static class DimensionKinds
{
    private static readonly string[] Schools = ["laerested", "studiested", "studieplass", "institusjon", "universitet", "utdanningsinstitusjon"];
    private static readonly string[] Parts = ["kjonn", "sex", "gender", "alder", "age", "klassetrinn", "arstrinn", "semester"];
    private static readonly string[] Measures = ["statistikkvariabel", "contentscode", "contents", "variabel", "innhold", "maleenhet"];
    private static readonly string[] Years = ["ar", "aar", "tid", "year", "time", "argang", "statistikkar", "registreringsar", "telletidspunkt", "dato", "periode"];

    /// <summary>The dimension of a file.</summary>
    public static DimensionKind Of(RawDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        if (dimension.Role == DimensionRole.Metric)
            return DimensionKind.Measure;
        if (dimension.Role == DimensionRole.Time)
            return DimensionKind.Year;
        var named = OfName(dimension.Label) is { } byLabel && byLabel != DimensionKind.Unknown ? byLabel : OfName(dimension.Id);
        // Also where its values are kommuner: they are those of the schools.
        if (named is DimensionKind.Unknown or DimensionKind.Parts && IsOfSchools(SearchText.Words($"{dimension.Label} {dimension.Id}")))
            return named;
        if (dimension.Role == DimensionRole.Geo && named is DimensionKind.Unknown or DimensionKind.Parts)
            return Place(dimension.Categories);
        return named != DimensionKind.Unknown ? named : OfValues(dimension.Categories);
    }

    /// <summary>By a heading alone.</summary>
    public static DimensionKind OfName(string? name)
    {
        var words = SearchText.Words(name);
        // "Medisinstudenter, etter hjemkommune og år," is the name of a table, and of its column of figures.
        if (words.Length is 0 or > 60 || words.Contains(" etter ", StringComparison.Ordinal) || name!.TrimEnd().EndsWith(','))
            return DimensionKind.Unknown;
        if (Array.Exists(Measures, words.Equals))
            return DimensionKind.Measure;
        // Where the school stands says nothing of where the student comes from.
        if (IsOfSchools(words))
            return Begins(words, Schools) ? DimensionKind.Parts : DimensionKind.Unknown;
        // Before age: "kommune ved 16 års alder" is what Statistics Norway calls the hjemkommune.
        if (Contains(words, "kommune", "komm 16", "bosted", "hjemsted") || words is "region" or "geografi" or "omrade" or "knr" or "komm nr" or "komnr")
            return DimensionKind.Kommune;
        if (Begins(words, Parts))
            return DimensionKind.Parts;
        if (words is "land" or "country" or "landkode" || Contains(words, "studieland", "utdanningsland"))
            return DimensionKind.Country;
        if (words.EndsWith("status", StringComparison.Ordinal) || words is "fullforing" or "progresjon")
            return DimensionKind.Status;
        return Array.Exists(Years, words.Equals) ? DimensionKind.Year : DimensionKind.Unknown;
    }

    // What a table's head holds has no name of its own: the values tell.
    private static DimensionKind OfValues(IReadOnlyList<Category> categories)
    {
        var parts = categories.Where(category => !TotalWords.Is(SearchText.Words(category.Label))).ToList();
        if (parts.Count == 0)
            return categories.Count == 1 ? DimensionKind.Parts : DimensionKind.Unknown;
        if (parts.TrueForAll(category => TableTexts.Year(category.Label) is not null))
            return DimensionKind.Year;
        if (parts.TrueForAll(category => CountedCountry.Find(category.Label) is not null))
            return DimensionKind.Country;
        if (parts.TrueForAll(category => TableTexts.Status(category.Label) is not null))
            return DimensionKind.Status;
        if (parts.TrueForAll(category => SearchText.Words(category.Label) is "menn" or "kvinner" or "mann" or "kvinne" or "gutter" or "jenter"))
            return DimensionKind.Parts;
        if (parts.Exists(category => TableTexts.IsPersons(category.Label)))
            return DimensionKind.Measure;
        return parts.TrueForAll(category => Kommuner.Resolve(category.Label).Kind != KommuneMatchKind.Unknown) ? DimensionKind.Kommune : DimensionKind.Unknown;
    }

    // The file says that it is a place, and not which: kommuner, or the countries of study.
    private static DimensionKind Place(IReadOnlyList<Category> categories) => OfValues(categories) switch
    {
        DimensionKind.Country => DimensionKind.Country,
        _ when categories.Any(category => Kommuner.Resolve(category.Label).Kind != KommuneMatchKind.Unknown || Kommuner.Resolve(category.Code).Kind != KommuneMatchKind.Unknown) => DimensionKind.Kommune,
        _ => DimensionKind.Unknown,
    };

    private static bool IsOfSchools(string words) => Begins(words, Schools) || Contains(words, "skolekom", "studiekommune", "campus", "arbeidskommune");

    private static bool Begins(string words, string[] any) => Array.Exists(words.Split(' '), word => Array.Exists(any, one => word.StartsWith(one, StringComparison.Ordinal)));

    private static bool Contains(string words, params ReadOnlySpan<string> any)
    {
        foreach (var one in any)
            if (words.Contains(one, StringComparison.Ordinal))
                return true;
        return false;
    }
}
