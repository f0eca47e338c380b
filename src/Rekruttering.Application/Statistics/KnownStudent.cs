using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Statistics;

/// <summary>What the coverage needs to know of a student, and no more.</summary>
internal sealed record KnownStudent(string? CountryCode, string? StudyPlaceCode, string? HomeKommune, Term? StartTerm, int DelayTerms, int? GraduationYear, int? GraduationMonth, Progression Progression, Term? LeaveFrom, int? StudyTerms)
{
    private StudyPlan Plan => StudyPlan.Of(new StudentDetails
    {
        FirstName = "",
        LastName = "",
        Source = "",
        LegalBasis = default,
        CollectedOn = default,
        CountryCode = CountryCode,
        StudyPlaceCode = StudyPlaceCode,
        StudyTerms = StudyTerms,
        StartTerm = StartTerm,
        DelayTerms = DelayTerms,
        Progression = Progression,
        LeaveFrom = LeaveFrom,
    });

    /// <summary>ISO code, by the country or the study place; null when neither is noted.</summary>
    public string? Country => CountryCode ?? StudyPlaceCatalogue.Find(StudyPlaceCode)?.Country;

    /// <summary>Has not finished and not given up, as far as the register knows.</summary>
    public bool IsUnderWay => Progression is not (Progression.Completed or Progression.Discontinued);

    /// <summary>
    /// Whether the student studied on that day, by the graduation that is noted or else by the plan of the place, with leave and a research year that nobody has
    /// counted: nobody has to mark who has finished. Somebody without either is taken to study until it is said otherwise. Of those who gave up nobody knows
    /// when, so they count on no day.
    /// </summary>
    public bool StudiedOn(DateOnly day)
    {
        if (Progression == Progression.Discontinued || StartTerm > Term.Of(day))
            return false;
        if (GraduationYear is { } year)
            return day < new DateOnly(year, GraduationMonth ?? 6, 1);
        return StartTerm is null ? IsUnderWay : !Plan.StageOn(day).IsPastLastTerm;
    }
}

/// <summary>So many who are alike in all that matters here.</summary>
internal sealed record KnownStudents(KnownStudent Each, int Count);
