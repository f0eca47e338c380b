using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Places;

/// <summary>All kommuner of today, and the way from old numbers and other names to them.</summary>
public static class Kommuner
{
    /// <summary>The 357, by number.</summary>
    public static IReadOnlyList<Kommune> All { get; } =
        [.. PlaceData.Read("kommuner.csv").Select(row => new Kommune(row["nummer"], row["navn_norsk"], row["klass_navn"], row["fylkesnummer"], row["fylke"])).OrderBy(kommune => kommune.Number, StringComparer.Ordinal)];

    static readonly Dictionary<string, Kommune> ByNumber = All.ToDictionary(kommune => kommune.Number, StringComparer.Ordinal);
    static readonly Dictionary<string, Kommune> BySlug = All.ToDictionary(kommune => kommune.Slug, StringComparer.OrdinalIgnoreCase);
    static readonly Dictionary<string, string> Whole = PlaceData.Read("kommune-whole.csv").ToDictionary(row => row["number"], row => row["today"], StringComparer.Ordinal);
    static readonly Dictionary<string, Former> Gone = PlaceData.Read("kommune-old-to-new.csv")
        .Select(row => new Former(row["gammelt_nummer"], row["gammelt_navn"], [.. (Whole.GetValueOrDefault(row["gammelt_nummer"]) ?? row["dagens_nummer"]).Split(',').Select(number => ByNumber[number])]))
        .ToDictionary(former => former.Number, StringComparer.Ordinal);
    static readonly Dictionary<string, Kommune[]> ByName = Names(All.SelectMany(kommune => Spellings(kommune.FullName).Append(kommune.Name).Select(name => (name, new[] { kommune }))));
    static readonly Dictionary<string, Kommune[]> ByFormerName = Names(Gone.Values.SelectMany(former => Spellings(former.Name).Select(name => (name, former.Today))));
    static readonly Dictionary<string, string> FormerNames = Gone.Values.SelectMany(former => Spellings(former.Name).Select(name => (Key: SearchText.Words(name), former.Name)))
        .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);

    /// <summary>The kommune of today with exactly this four-character number.</summary>
    public static Kommune? Find(string? number) => number is not null && ByNumber.TryGetValue(number, out var kommune) ? kommune : null;

    /// <summary>The kommune that a part of an address names, by <see cref="Kommune.Slug"/> or by number; null when it names none of today's.</summary>
    public static Kommune? AtAddress(string? part) => part is null ? null : BySlug.GetValueOrDefault(part) ?? Find(part);

    /// <summary>
    /// Understands what people and sheets write: today's number, one that has gone, "301" for "0301", "5007 Namsos", "Namsos (5007)", a name, one half of a
    /// bilingual name, the name of a kommune that was. Case and diacritics do not matter. Never chooses between two.
    /// </summary>
    public static KommuneMatch Resolve(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return KommuneMatch.None;
        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == trimmed.Length) return ByAnyNumber(trimmed);
        if (digits is 3 or 4 && !char.IsLetterOrDigit(trimmed[digits])) return Both(ByAnyNumber(trimmed[..digits]), ByAnyName(trimmed[digits..]));
        return trimmed is [.., '(', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ')'] ? Both(ByAnyNumber(trimmed[^5..^1]), ByAnyName(trimmed[..^6])) : ByAnyName(trimmed);
    }

    /// <summary>A number and a name from two cells: the name may settle which part of a split kommune is meant. When they contradict each other, both are returned as candidates.</summary>
    public static KommuneMatch Resolve(string? number, string? name)
    {
        if (string.IsNullOrWhiteSpace(number)) return Resolve(name);
        return string.IsNullOrWhiteSpace(name) ? Resolve(number) : Both(Resolve(number), Resolve(name));
    }

    /// <summary>Today's kommuner that a kommune that was, by its name, is split among; empty when it is none, or all in one.</summary>
    public static IReadOnlyList<Kommune> PartsOf(string? formerName) => ByFormerName.GetValueOrDefault(SearchText.Words(formerName)) is { Length: > 1 } parts ? parts : [];

    static KommuneMatch Both(KommuneMatch number, KommuneMatch name)
    {
        if (number.Kind == KommuneMatchKind.Unknown || name.Kind == KommuneMatchKind.Unknown) return number;
        // The name that an old number had says no more than the number: until 2024 people in Haram too were "1507 Ålesund".
        if (number is { Kind: KommuneMatchKind.Ambiguous, FormerName: { } former } && ByAnyName(former).Candidates.SequenceEqual(name.Candidates)) return number;
        var common = number.Candidates.Intersect(name.Candidates).ToArray();
        return KommuneMatch.Of(common.Length > 0 ? common : [.. number.Candidates.Union(name.Candidates)], number.FormerName ?? name.FormerName);
    }

    static KommuneMatch ByAnyNumber(string digits)
    {
        var number = digits.Length == 3 ? "0" + digits : digits;
        if (ByNumber.TryGetValue(number, out var today)) return KommuneMatch.Of([today]);
        return Gone.TryGetValue(number, out var former) ? KommuneMatch.Of(former.Today, former.Name) : KommuneMatch.None;
    }

    static KommuneMatch ByAnyName(string text)
    {
        var name = SearchText.Words(text);
        if (name.EndsWith(" kommune", StringComparison.Ordinal)) name = name[..^8];
        if (ByName.TryGetValue(name, out var today)) return KommuneMatch.Of(today);
        return ByFormerName.TryGetValue(name, out var then) ? KommuneMatch.Of(then, FormerNames[name]) : KommuneMatch.None;
    }

    // "Snåase - Snåsa" is known as a whole and by each half; "Herøy (Nordland)" also as plain "Herøy", which two share.
    static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        foreach (var part in name.Split(" - "))
        {
            yield return part;
            var bracket = part.IndexOf(" (", StringComparison.Ordinal);
            if (bracket > 0) yield return part[..bracket];
        }
    }

    static Dictionary<string, Kommune[]> Names(IEnumerable<(string Name, Kommune[] Kommuner)> pairs) => pairs
        .GroupBy(pair => SearchText.Words(pair.Name), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Kommuner).Distinct().OrderBy(kommune => kommune.Number, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    sealed record Former(string Number, string Name, Kommune[] Today);
}
