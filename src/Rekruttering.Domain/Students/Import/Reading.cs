namespace Rekruttering.Domain.Students.Import;

/// <summary>
/// What became of one cell: a value, or none. A warning is said and the row is taken in all the same; a refusal stops the row.
/// The sentences are bokmål and lack the column's name, which whoever knows it puts in front.
/// </summary>
/// <typeparam name="T">The kind of value.</typeparam>
public readonly record struct Reading<T>(T? Value, string? Warning = null, string? Refusal = null)
{
    /// <summary>No value, and nothing to say about it.</summary>
    internal static Reading<T> Empty => default;

    internal static Reading<T> Warn(string warning) => new(default, warning);

    internal static Reading<T> Refuse(string refusal) => new(default, Refusal: refusal);

    /// <summary>A cell as it is repeated in a sentence: short, on one line.</summary>
    internal static string Quote(string text) => $"«{(text.Length > 60 ? text[..60] + "…" : text)}»";
}
