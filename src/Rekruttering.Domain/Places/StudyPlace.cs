namespace Rekruttering.Domain.Places;

/// <summary>A medical school (or a campus of one) that students go to. The catalogue is shared by all kommuner.</summary>
public sealed class StudyPlace
{
    /// <summary>Stable, lower-case ASCII: the primary key.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";
    public string City { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode { get; init; } = "";
}
