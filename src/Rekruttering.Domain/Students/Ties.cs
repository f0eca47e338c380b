namespace Rekruttering.Domain.Students;

/// <summary>
/// Why a student belongs here: one tie of each <see cref="TieKind"/>, each with words of its own. Null is no such tie, empty is a tie that nothing more
/// is said about. A value: two students with the same ties have equal ones.
/// </summary>
public sealed record Ties(string? GrewUp = null, string? Family = null, string? Partner = null, string? Other = null)
{
    /// <summary>Longest words about one tie.</summary>
    public const int LongestWords = 200;

    /// <summary>No tie is known.</summary>
    public static readonly Ties None = new();

    /// <summary>The words of one tie; null when there is none.</summary>
    public string? this[TieKind kind] => kind switch
    {
        TieKind.GrewUp => GrewUp,
        TieKind.Family => Family,
        TieKind.Partner => Partner,
        _ => Other,
    };

    /// <summary>Those there are, in the order of the kinds.</summary>
    public IEnumerable<(TieKind Kind, string Words)> All => Enum.GetValues<TieKind>().Where(kind => this[kind] is not null).Select(kind => (kind, this[kind]!));

    /// <summary>The same with one tie more, other words for it, or (null) without it.</summary>
    public Ties With(TieKind kind, string? words) => kind switch
    {
        TieKind.GrewUp => this with { GrewUp = words },
        TieKind.Family => this with { Family = words },
        TieKind.Partner => this with { Partner = words },
        _ => this with { Other = words },
    };

    /// <summary>These, and of the others those kinds that are not here.</summary>
    public Ties And(Ties others) => new(GrewUp ?? others.GrewUp, Family ?? others.Family, Partner ?? others.Partner, Other ?? others.Other);
}
