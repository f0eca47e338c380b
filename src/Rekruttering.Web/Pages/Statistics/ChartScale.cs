using Rekruttering.Domain.Statistics;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>Lengths for the charts: whole units, nothing longer than the frame.</summary>
public sealed record ChartScale(int Frame, int Highest)
{
    public static ChartScale For(int frame, IEnumerable<Coverage> all) => new(frame, Math.Max(1, all.Max(c => Math.Max(c.Known, c.Counted?.Most ?? (c.Counted?.Least ?? 0)))));

    public int Of(int count) => (int)Math.Round((double)Frame * count / Highest);

    /// <summary>Where the certain part ends.</summary>
    public int Least(Coverage coverage) => Of(coverage.Counted?.Least ?? 0);

    /// <summary>Where the uncertain part ends.</summary>
    public int Most(Coverage coverage) => Of(coverage.Counted?.Most ?? coverage.Counted?.Least ?? 0);

    public int Known(Coverage coverage) => Of(coverage.Known);
}

/// <summary>What a gap is called.</summary>
public static class CoverageWords
{
    /// <summary>How many are not known, in a sentence.</summary>
    public static string GapSentence(this Coverage coverage) => coverage switch
    {
        { IsMoreThanCounted: true } => "Dere kjenner flere enn de som er talt. Noen kan være ferdige, ha sluttet, eller være talt i en annen kommune.",
        { Counted: null } or { Counted.IsUnknown: true } => "Tabellen sier ikke hvor mange det er i alt.",
        { Gap: { Most: 0 } } => "Dere kjenner alle som er talt.",
        { Gap: { Least: 0, Most: { } most } } => $"Dere kan kjenne alle; inntil {most} er ikke i registeret.",
        { Gap: { } gap } => $"{char.ToUpperInvariant(gap.ToString()[0])}{gap.ToString()[1..]} er ikke i registeret ennå.",
        _ => "",
    };
}
