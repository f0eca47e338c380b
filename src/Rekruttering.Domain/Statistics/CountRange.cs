namespace Rekruttering.Domain.Statistics;

/// <summary>
/// How many there are, when that is not known exactly: from <see cref="Least"/> to <see cref="Most"/>, both included; no upper end when something is
/// missing. Statistics Norway hides 1 and 2 behind ":", so a sum over hidden cells is a range and never a number.
/// </summary>
public readonly record struct CountRange
{
    private CountRange(int least, int? most) => (Least, Most) = (least, most);

    /// <summary>At least so many; never below zero.</summary>
    public int Least { get; }

    /// <summary>At most so many; null when nobody can say.</summary>
    public int? Most { get; }

    /// <summary>None.</summary>
    public static CountRange Zero { get; } = new(0, 0);

    /// <summary>A cell behind ":" is 1 or 2.</summary>
    public static CountRange Suppressed { get; } = new(1, 2);

    /// <summary>A cell behind "..": nobody knows.</summary>
    public static CountRange Unknown { get; } = new(0, null);

    /// <summary>A number that was counted.</summary>
    public static CountRange Exactly(int number) => Between(number, number);

    /// <summary>From one number to another, both included.</summary>
    public static CountRange Between(int least, int? most) => least < 0 || most < least
        ? throw new ArgumentOutOfRangeException(nameof(least), "A count runs from zero or more, upwards.")
        : new(least, most);

    /// <summary>Both ends are the same number.</summary>
    public bool IsExact => Least == Most;

    /// <summary>Nothing is known: zero or more.</summary>
    public bool IsUnknown => this == Unknown;

    /// <summary>True when the number may be the true one.</summary>
    public bool Holds(int number) => number >= Least && (Most is null || number <= Most);

    /// <summary>The sum of two ranges, end by end; no upper end plus anything has no upper end.</summary>
    public static CountRange operator +(CountRange left, CountRange right) => left.Plus(right);

    /// <inheritdoc cref="op_Addition"/>
    public CountRange Plus(CountRange other) => new(checked(Least + other.Least), checked(Most + other.Most));

    /// <summary>What both say; null when they contradict each other.</summary>
    public CountRange? And(CountRange other)
    {
        var least = Math.Max(Least, other.Least);
        var most = Most is null || other.Most < Most ? other.Most : Most;
        return most < least ? null : new CountRange(least, most);
    }

    /// <summary>How many are left when so many are taken away: "3–5" less 4 is "0–1".</summary>
    public CountRange Less(int number) => new(Math.Max(0, Least - number), Most is { } most ? Math.Max(0, most - number) : null);

    /// <summary>The sum of all; zero of none.</summary>
    public static CountRange Sum(IEnumerable<CountRange> ranges) => ranges.Aggregate(Zero, (sum, range) => sum + range);

    /// <summary>"12", "12–14", "minst 12", or "ukjent antall".</summary>
    public override string ToString() => (Least, Most) switch
    {
        (0, null) => "ukjent antall",
        (var least, null) => $"minst {least}",
        var (least, most) when least == most => $"{least}",
        var (least, most) => $"{least}–{most}",
    };
}
