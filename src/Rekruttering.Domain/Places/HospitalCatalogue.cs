namespace Rekruttering.Domain.Places;

/// <summary>A hospital that takes LIS1 doctors.</summary>
/// <param name="Code">Stable, lower-case ASCII; a key in the database.</param>
/// <param name="Name">As shown to students.</param>
/// <param name="Helseforetak">The health trust that advertises and offers the post.</param>
/// <param name="Rhf">The regional health authority that owns the trust.</param>
public sealed record HospitalEntry(string Code, string Name, string Helseforetak, string Rhf);

/// <summary>The hospitals that a wish for LIS1 can name, as far as public pages told us; more are added as lines in its file.</summary>
public static class HospitalCatalogue
{
    /// <summary>Grouped by trust, Midt-Norge first.</summary>
    public static IReadOnlyList<HospitalEntry> All { get; } =
        [.. PlaceData.Read("hospitals.csv").Select(row => new HospitalEntry(row["code"], row["name"], row["helseforetak"], row["rhf"]))];

    static readonly Dictionary<string, HospitalEntry> ByCode = All.ToDictionary(hospital => hospital.Code, StringComparer.Ordinal);

    /// <summary>By code.</summary>
    public static HospitalEntry? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
