namespace Rekruttering.Domain.Common;

/// <summary>What Norwegian sentences are put together by.</summary>
public static class NorwegianText
{
    /// <summary>"telefon", "telefon og studiested", "navn, telefon og studiested", in the order given; empty for none.</summary>
    /// <param name="and">The word before the last: "og", or "eller".</param>
    public static string Listed(this IEnumerable<string> words, string and = "og") =>
        words.ToList() is { Count: > 1 } several ? string.Join(", ", several.SkipLast(1)) + $" {and} " + several[^1] : string.Concat(words);
}
