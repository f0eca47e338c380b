namespace Rekruttering.Domain.Lis1;

/// <summary>A hospital that takes LIS1 doctors. RHF → HF → hospital (domain facts 1.4).</summary>
public sealed class Hospital
{
    /// <summary>Stable, lower-case ASCII: the primary key.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";
    public string Helseforetak { get; init; } = "";
    public string RegionaltHelseforetak { get; init; } = "";
}
