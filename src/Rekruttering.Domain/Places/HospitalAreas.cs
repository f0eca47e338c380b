namespace Rekruttering.Domain.Places;

/// <summary>The hospitals nearest to a kommune. The areas of the trusts cross the borders of fylker (domain facts 1.4), so it is a table.</summary>
public static class HospitalAreas
{
    static readonly Dictionary<string, HospitalEntry[]> ByArea = PlaceData.Read("hospital-areas.csv")
        .ToDictionary(row => row["area"], row => PlaceData.List(row["hospitals"]).Select(code => HospitalCatalogue.Find(code)!).ToArray(), StringComparer.Ordinal);

    /// <summary>Nearest first; empty where nobody has told us.</summary>
    public static IReadOnlyList<HospitalEntry> NearestTo(string kommuneNumber) =>
        ByArea.GetValueOrDefault(kommuneNumber) ?? ByArea.GetValueOrDefault(kommuneNumber[..2]) ?? [];
}
