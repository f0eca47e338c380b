using System.Diagnostics.CodeAnalysis;

namespace Rekruttering.Domain.Common;

/// <summary>
/// An expected no, with the sentence the user reads. Each rule has a record of its own beside the entity it guards.
/// The sentence is everyday bokmål, says what to do next, and never carries another person's data.
/// </summary>
public abstract record Refusal(string Sentence)
{
    /// <summary>The input field the sentence belongs to (the form's property name), or null when it concerns the whole.</summary>
    public string? Field { get; init; }
}

/// <summary>There is no such row for the one who asks: unknown, deleted and another kommune's look the same.</summary>
public sealed record NotFound() : Refusal("Vi finner ikke det du leter etter.");

/// <summary>Somebody else saved the same row in the meantime; nothing was written.</summary>
public sealed record ChangedMeanwhile() : Refusal("Noen andre har endret dette etter at du åpnet siden. Åpne den i en ny fane, se hva som er endret, og gjør det du ville der.");

/// <summary>A value typed by a user that cannot be used.</summary>
public sealed record InvalidInput(string FieldName, string Why) : Refusal(Why)
{
    /// <summary>Makes the refusal point at its field.</summary>
    public static InvalidInput In(string field, string why) => new(field, why) { Field = field };
}

/// <summary>Several things are wrong at once: each is told, at its own field.</summary>
public sealed record SeveralRefusals(IReadOnlyList<Refusal> All) : Refusal("Flere ting må rettes.");

/// <summary>Done, or refused. Exceptions are for bugs and broken infrastructure.</summary>
public readonly record struct Result(Refusal? Refusal)
{
    /// <summary>Done.</summary>
    public static Result Ok => default;

    /// <summary>True when nothing was refused.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    /// <summary>A refusal is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "A named twin of the conversion would never be called.")]
    public static implicit operator Result(Refusal refusal) => new(refusal);
}

/// <summary>A value, or a refusal; never both.</summary>
public readonly record struct Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; default when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    /// <summary>A value is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "A named twin of the conversion would never be called.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "A named twin of the conversion would never be called.")]
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
