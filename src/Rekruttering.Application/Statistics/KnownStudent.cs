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
    /// Whether the student studied on that day. Somebody without a start is taken to have begun. Of those who gave up nobody knows when, so they count in no
    /// year; who has finished counts in the years before, when it is known which.
    /// </summary>
    public bool StudiedOn(DateOnly day)
    {
        if (Progression == Progression.Discontinued || StartTerm > Term.Of(day))
            return false;
        if (IsUnderWay)
            return true;
        return GraduationYear is { } year ? day < new DateOnly(year, GraduationMonth ?? 6, 1)
            : StartTerm is not null && !StudyStage.On(day, StartTerm, DelayTerms).IsPastLastTerm;
    }
}
