using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Statistics;

/// <summary>What makes a student one of the kommune's in a table.</summary>
public enum CountDefinition
{
    /// <summary>Was registered as living in the kommune at the age of 16: Statistics Norway's "hjemkommune".</summary>
    HomeAt16,

    /// <summary>Is registered as living there now. Students may stay registered at home, and some do not.</summary>
    RegisteredAddress,
}

/// <summary>The definitions in words.</summary>
public static class CountDefinitions
{
    /// <summary>What a table says about itself, in its title, its headings and its notes; null when it says nothing, or both.</summary>
    public static CountDefinition? Find(IEnumerable<string> texts)
    {
        var words = SearchText.Words(string.Join(' ', texts));
        var atHome = Says(words, "16 ar", "16 ars alder", "16 arsalder", "hjemkommune", "hjemstedskommune", "hjemmekommune", "komm 16");
        var address = Says(words, "folkeregistrert", "folkeregister", "bostedskommune", "bokommune", "registrert bosatt", "bosted");
        // "Bosted ved 16 år" is the former.
        return atHome ? CountDefinition.HomeAt16 : address ? CountDefinition.RegisteredAddress : null;
    }

    /// <summary>"bodde i kommunen da de var 16 år": goes on from "studenter som".</summary>
    public static string Words(this CountDefinition definition) => definition switch
    {
        CountDefinition.HomeAt16 => "bodde i kommunen da de var 16 år",
        _ => "har folkeregistrert adresse i kommunen",
    };

    /// <summary>"Hjemkommune ved 16 år": for a tab or a column.</summary>
    public static string Name(this CountDefinition definition) => definition switch
    {
        CountDefinition.HomeAt16 => "Hjemkommune ved 16 år",
        _ => "Folkeregistrert adresse",
    };

    private static bool Says(string words, params ReadOnlySpan<string> any)
    {
        foreach (var one in any)
            if (words.Contains(one, StringComparison.Ordinal))
                return true;
        return false;
    }
}
