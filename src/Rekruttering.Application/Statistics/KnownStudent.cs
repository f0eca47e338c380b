using System.Linq.Expressions;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Statistics;

/// <summary>What the coverage needs to know of a student, and no more. The last term is the plan's (<see cref="StudyPlan.LastTerm"/>).</summary>
internal sealed record KnownStudent(string? CountryCode, string? StudyPlaceCode, string? HomeKommune, Term? StartTerm, Term? LastTerm, Progression Progression)
{
    /// <summary>ISO code, by the country or the study place; null when neither is noted.</summary>
    public string? Country => CountryCode ?? StudyPlaceCatalogue.Find(StudyPlaceCode)?.Country;

    /// <summary>Has not finished and not given up, as far as the register knows.</summary>
    public bool IsUnderWay => Progression is not (Progression.Completed or Progression.Discontinued);

    /// <summary>
    /// Whether the student studied in a term, by the plan that the card shows: nobody has to mark who has finished. Somebody without a plan is taken to study
    /// until it is said otherwise. Who has finished did so before the term that goes on now. Of those who gave up nobody knows when, so they count in no term.
    /// </summary>
    public bool StudiedIn(Term term, Term now) => Progression != Progression.Discontinued && (StartTerm is null || StartTerm <= term)
        && (LastTerm is null ? IsUnderWay : term <= LastTerm && (IsUnderWay || term < now));

    /// <summary>The same in words that the engines understand.</summary>
    public static Expression<Func<Student, bool>> WhoStudiedIn(Term term, Term now)
    {
        var isOver = term < now;
        return s => s.Progression != Progression.Discontinued && (s.StartTerm == null || s.StartTerm <= term)
            && (s.LastTerm == null ? s.Progression != Progression.Completed : s.LastTerm >= term && (isOver || s.Progression != Progression.Completed));
    }
}

/// <summary>So many who are alike in all that matters here.</summary>
internal sealed record KnownStudents(KnownStudent Each, int Count);
