using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students.Import;

/// <summary>How the studies run, as lists and our own exports write it. What is not recognised is left empty with a warning.</summary>
public static class ProgressionText
{
    /// <summary>"I permisjon", "forskerlinje", "completed". The whole cell counts: "ikke fullført" is not "fullført".</summary>
    public static Reading<Progression?> Read(string? text) => SearchText.Words(text) switch
    {
        "" => Reading<Progression?>.Empty,
        "i ordinaert lop" or "i ordinart lop" or "ordinaert lop" or "ordinart lop" or "ordinaer" or "ordinar" or "ordinaert" or "ordinart" or "ordinary" => new(Progression.Ordinary),
        "i permisjon" or "permisjon" or "on leave" => new(Progression.OnLeave),
        "pa forskerlinje" or "forskerlinje" or "pa forskarlinje" or "forskarlinje" or "research track" => new(Progression.ResearchTrack),
        "har fullfort" or "fullfort" or "completed" => new(Progression.Completed),
        "har avbrutt" or "avbrutt" or "har avbrote" or "avbrote" or "discontinued" => new(Progression.Discontinued),
        _ => Reading<Progression?>.Warn($"{Reading<Progression?>.Quote(text!.Trim())} er ikke et studieløp vi kjenner. Feltet er tomt; skriv ordinært, permisjon, forskerlinje, fullført eller avbrutt."),
    };
}
