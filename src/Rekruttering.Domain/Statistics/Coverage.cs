namespace Rekruttering.Domain.Statistics;

/// <summary>How many of those who are counted the register knows. Never more than all: a surplus is told in words.</summary>
/// <param name="Known">Students in the register.</param>
/// <param name="Counted">How many the statistics say there are; null when they do not speak of them.</param>
public readonly record struct Coverage(int Known, CountRange? Counted)
{
    /// <summary>The register knows more than can have been counted.</summary>
    public bool IsMoreThanCounted => Counted is { Most: { } most } && Known > most;

    /// <summary>The register may know them all, or surely does.</summary>
    public bool MayBeComplete => Counted is { } counted && Known >= counted.Least && !counted.IsUnknown;

    /// <summary>How many the register does not know; null when the statistics do not say.</summary>
    public CountRange? Gap => Counted?.Less(Known);

    /// <summary>The share in whole per cent, from lowest to highest, at most 100; null when it cannot be told or nobody was counted.</summary>
    public (int Low, int High)? Share => Counted is { Most: > 0 and { } most, Least: var least } && !IsMoreThanCounted
        ? (Percent(Known, most), Percent(Known, Math.Max(least, Known)))
        : null;

    /// <summary>"9 kjente av 12–14", "5 kjente, flere enn de 2–4 som er talt", "ingen kjente av 3".</summary>
    public override string ToString()
    {
        var known = Known == 0 ? "ingen kjente" : Known == 1 ? "1 kjent" : $"{Known} kjente";
        return Counted switch
        {
            null => $"{known}, ikke med i tabellen",
            { IsUnknown: true } => $"{known}, antallet er ikke kjent",
            { Most: 0 } when Known == 0 => "ingen talt",
            { Most: 0 } => $"{known}, men ingen er talt",
            { } counted when IsMoreThanCounted => $"{known}, flere enn {(counted.Most == 1 ? "den" : "de")} {counted} som er talt",
            { } counted => $"{known} av {counted}",
        };
    }

    /// <summary>"64–75 %", "100 %"; null where <see cref="Share"/> is.</summary>
    public string? ShareText => Share is not { } share ? null : share.Low == share.High ? $"{share.Low} %" : $"{share.Low}–{share.High} %";

    private static int Percent(int part, int whole) => whole == 0 ? 0 : Math.Min(100, (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero));
}
