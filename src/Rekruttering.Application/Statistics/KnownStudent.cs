using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Statistics;

/// <summary>What the coverage needs to know of a student, and no more.</summary>
internal sealed record KnownStudent(string? CountryCode, string? StudyPlaceCode, string? HomeKommune, Term? StartTerm, int DelayTerms, int? GraduationYear, int? GraduationMonth, Progression Progression)
{
    /// <summary>ISO code, by the country or the study place; null when neither is noted.</summary>
    public string? Country => CountryCode ?? StudyPlaceCatalogue.Find(StudyPlaceCode)?.Country;

    /// <summary>Has not finished and not given up, as far as the register knows.</summary>
    public bool IsUnderWay => Progression is not (Progression.Completed or Progression.Discontinued);

    /// <summary>
    /// Whether the student studied on that day, by the graduation that is noted or else by the plan: nobody has to mark who has finished. Somebody without
    /// either is taken to study until it is said otherwise. Of those who gave up nobody knows when, so they count on no day.
    /// </summary>
    public bool StudiedOn(DateOnly day)
    {
        if (Progression == Progression.Discontinued || StartTerm > Term.Of(day))
            return false;
        if (GraduationYear is { } year)
            return day < new DateOnly(year, GraduationMonth ?? 6, 1);
        return StartTerm is null ? IsUnderWay : !StudyStage.On(day, StartTerm, DelayTerms).IsPastLastTerm;
    }
}

/// <summary>So many who are alike in all that matters here.</summary>
internal sealed record KnownStudents(KnownStudent Each, int Count);
