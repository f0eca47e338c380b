using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Places;

/// <summary>A Norwegian municipality of today (Statistics Norway, KLASS 131).</summary>
/// <param name="Number">Four characters; the zero first is part of it ("0301").</param>
/// <param name="Name">The Norwegian name alone; with its fylke where two share a name ("Herøy (Nordland)").</param>
/// <param name="FullName">The official name in all its languages ("Namsos - Nåavmesjenjaelmie").</param>
/// <param name="FylkeNumber">Two characters.</param>
/// <param name="Fylke">The county's Norwegian name.</param>
public sealed record Kommune(string Number, string Name, string FullName, string FylkeNumber, string Fylke)
{
    /// <summary>The name as it stands in an address: "naeroysund", "heroy-nordland". No two are alike.</summary>
    public string Slug { get; } = SearchText.Words(Name).Replace(' ', '-');

    /// <summary>The path of the page on which its students sign up.</summary>
    public string SignUpPath => "/meld-deg/" + Slug;
}

/// <summary>What a number or a name in a list turned out to mean.</summary>
public enum KommuneMatchKind
{
    /// <summary>Nothing known by that number or name.</summary>
    Unknown,

    /// <summary>Exactly one kommune of today.</summary>
    Found,

    /// <summary>Several: a kommune that was split, or a name that two share. A person must choose.</summary>
    Ambiguous,
}

/// <summary>The answer of <see cref="Kommuner.Resolve"/>.</summary>
/// <param name="Kind">Found, ambiguous or unknown.</param>
/// <param name="Candidates">One when found, two or more when ambiguous, in order of number; else empty.</param>
/// <param name="FormerName">The name of the kommune that was, when an old number or name was carried to today's.</param>
public sealed record KommuneMatch(KommuneMatchKind Kind, IReadOnlyList<Kommune> Candidates, string? FormerName = null)
{
    /// <summary>The kommune when there is exactly one.</summary>
    public Kommune? Kommune => Kind == KommuneMatchKind.Found ? Candidates[0] : null;

    internal static readonly KommuneMatch None = new(KommuneMatchKind.Unknown, []);

    internal static KommuneMatch Of(IReadOnlyList<Kommune> candidates, string? formerName = null) => candidates.Count switch
    {
        0 => None,
        1 => new(KommuneMatchKind.Found, candidates, formerName),
        _ => new(KommuneMatchKind.Ambiguous, candidates, formerName),
    };
}
