using Rekruttering.Domain.Places;

namespace Rekruttering.Web.Pages.StudyPlaces;

/// <summary>What is said of study places.</summary>
public static class PlaceWords
{
    /// <summary>" 3 studenter sto med dette som tekst, og er satt dit."; empty for none.</summary>
    public static string Adopted(int students) => students switch
    {
        0 => "",
        1 => " En student sto med dette som tekst, og er satt dit.",
        _ => $" {students} studenter sto med dette som tekst, og er satt dit.",
    };

    /// <summary>"6 år", "5½ år, 2 av dem prekliniske".</summary>
    public static string Length(OwnStudyPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return $"{place.Semesters / 2}{(place.Semesters % 2 == 0 ? "" : "½")} år" + (place.PreclinicalYears is { } before ? $", {before} av dem prekliniske" : "");
    }

    /// <summary>"1 student".</summary>
    public static string Students(int count) => count == 1 ? "1 student" : $"{count:N0} studenter";
}
