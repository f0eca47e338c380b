using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Places;

/// <summary>A country where our students study.</summary>
/// <param name="Code">ISO 3166 alpha-2, upper case.</param>
/// <param name="Name">In bokmål.</param>
/// <param name="Aliases">In nynorsk, English and its own language where these differ.</param>
public sealed record Country(string Code, string Name, IReadOnlyList<string> Aliases);

/// <summary>The countries of the catalogue.</summary>
public static class Countries
{
    /// <summary>Norway first, then its neighbours, then the rest.</summary>
    public static IReadOnlyList<Country> All { get; } =
        [.. PlaceData.Read("countries.csv").Select(row => new Country(row["code"], row["name"], PlaceData.List(row["aliases"])))];

    static readonly Dictionary<string, Country> ByWords = All
        .SelectMany(country => country.Aliases.Append(country.Name).Append(country.Code).Select(name => (Words: SearchText.Words(name), country)))
        .ToDictionary(pair => pair.Words, pair => pair.country, StringComparer.Ordinal);

    /// <summary>By code, in either case.</summary>
    public static Country? Find(string? code) => code is { Length: 2 } ? Resolve(code) : null;

    /// <summary>By code or by name in bokmål, nynorsk or English; null when it is none of these.</summary>
    public static Country? Resolve(string? text) => ByWords.GetValueOrDefault(SearchText.Words(text));
}
