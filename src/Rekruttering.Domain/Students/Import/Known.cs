namespace Rekruttering.Domain.Students.Import;

/// <summary>Reads a text once and remembers what it says, for the first thousand texts: a list of any size names the same few places, terms and days.</summary>
internal sealed class Known<T, TText>(Func<TText, T> read) where TText : notnull
{
    private const int Most = 1_000;

    private readonly Dictionary<TText, T> known = [];

    /// <summary>What the text says.</summary>
    public T Of(TText text)
    {
        if (known.TryGetValue(text, out var said))
            return said;
        said = read(text);
        if (known.Count < Most)
            known.Add(text, said);
        return said;
    }
}
