using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Statistics;

/// <summary>Which students a cell counts.</summary>
public enum CountedStatus
{
    /// <summary>Under way.</summary>
    Studying,

    /// <summary>Have finished.</summary>
    Completed,

    /// <summary>Have given up.</summary>
    Discontinued,

    /// <summary>All of these together: a total, never added to them.</summary>
    All,
}

/// <summary>The country of a cell: an ISO code, or one of these.</summary>
public static class CountedCountry
{
    /// <summary>All countries together: a total, never added to its parts.</summary>
    public const string All = "";

    /// <summary>"Andre land": those that the table does not name.</summary>
    public const string Others = "XX";

    /// <summary>"Utlandet": every country but Norway. Beside countries that are named it is their sum, and never added to them.</summary>
    public const string Abroad = "ZZ";

    /// <summary>Norway.</summary>
    public const string Norway = "NO";

    /// <summary>"Polen", "andre land", "utlandet".</summary>
    public static string Name(string code) => code switch
    {
        All => "Alle land",
        Others => "Andre land",
        Abroad => "Utlandet",
        _ => Places.Countries.Find(code)?.Name ?? code,
    };

    /// <summary>The country that a table means by a code or a text; null when it is none.</summary>
    public static string? Find(string? text)
    {
        var plain = Tables.TableTexts.WithoutMarks(text);
        var words = SearchText.Words(plain);
        if (TotalWords.Is(words))
            return All;
        if (words is "andre" or "andre land" or "ovrige land" or "ovrige" or "andre utland" or "resten" or "other countries" or "other")
            return Others;
        if (words is "utland" or "utlandet" or "i utlandet" or "utlandet i alt" or "abroad")
            return Abroad;
        return Places.Countries.Resolve(plain)?.Code;
    }
}

/// <summary>How tables name a sum.</summary>
public static class TotalWords
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "i alt", "ialt", "alt", "alle", "total", "totalt", "sum", "samlet", "tot", "t", "begge kjonn", "begge", "alle land", "alle aldre", "alle alder", "all", "both sexes",
    };

    /// <summary>True for folded words that mean "all of these": "i alt", "begge kjønn", "alle land".</summary>
    public static bool Is(string words) => Known.Contains(words) || words.StartsWith("i alt ", StringComparison.Ordinal) || words.StartsWith("alle ", StringComparison.Ordinal) || words.EndsWith(" i alt", StringComparison.Ordinal) && !words.StartsWith("utland", StringComparison.Ordinal);
}
