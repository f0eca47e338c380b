using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students;

/// <summary>
/// What a recruiter or an import says about a student: everything that may be edited, already checked and normalised
/// (e-mail trimmed, phone in E.164, kommune as today's number, study place as a code of the catalogue).
/// </summary>
public sealed record StudentDetails
{
    /// <summary>More terms lost than this are a slip.</summary>
    public const int MostDelayTerms = 20;

    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public int? BirthYear { get; init; }
    public string? HomeKommune { get; init; }
    public string? StudyPlaceCode { get; init; }

    /// <summary>The study place as it was written where no place fits, and the name of a place that the kommune has added.</summary>
    public string? StudyPlaceText { get; init; }

    /// <summary>Normal semesters at a place that the kommune has added; null for all others.</summary>
    public int? StudyTerms { get; init; }

    /// <summary>Years before the clinical part at a place that the kommune has added; null for all others.</summary>
    public int? PreclinicalYears { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the country of study.</summary>
    public string? CountryCode { get; init; }

    public Term? StartTerm { get; init; }

    /// <summary>Terms lost to leave, a repeated year or a research year.</summary>
    public int DelayTerms { get; init; }

    public int? GraduationYear { get; init; }
    public int? GraduationMonth { get; init; }
    public Progression Progression { get; init; }

    /// <summary>The first term of the leave that goes on now; null when there is none, or nobody knows since when.</summary>
    public Term? LeaveFrom { get; init; }

    public WrittenForm WrittenForm { get; init; }
    public Ties Ties { get; init; } = Ties.None;

    /// <summary>The colleague who answers for the student.</summary>
    public Guid? ContactPersonId { get; init; }

    /// <summary>Who answers, where it is nobody who signs in here.</summary>
    public string? ContactName { get; init; }

    /// <summary>The student licence, from its papers; never assumed from the semester.</summary>
    public DateOnly? LicenceFrom { get; init; }

    public DateOnly? LicenceTo { get; init; }
    public string? Note { get; init; }
    public required string Source { get; init; }
    public required LegalBasis LegalBasis { get; init; }
    public required DateOnly CollectedOn { get; init; }

    /// <summary>The same student at a place: its code and country, and of a place that the kommune has added a copy of what the rules need.</summary>
    public StudentDetails At(StudyPlaceEntry place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return this with
        {
            StudyPlaceCode = place.Code,
            StudyPlaceText = place.IsOwn ? place.FullName : null,
            StudyTerms = place.IsOwn ? place.Semesters : null,
            PreclinicalYears = place.IsOwn ? place.PreclinicalYears : null,
            CountryCode = place.Country,
        };
    }

    /// <summary>The same student where the place is gone: its name is a text.</summary>
    public StudentDetails AsTextOnly() => this with { StudyPlaceCode = null, StudyTerms = null, PreclinicalYears = null };

    /// <summary>Details that were written down earlier, as they can stand now: a place of the kommune's own with what it is today, and as a text when it is gone.</summary>
    public StudentDetails Among(StudyPlaceList places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return !OwnStudyPlace.IsCode(StudyPlaceCode) ? this : places.Find(StudyPlaceCode) is { } place ? At(place) : AsTextOnly();
    }

    /// <summary>
    /// The details as they are to be stored after <paramref name="before"/>: who comes back from a leave has lost its terms, unless somebody counted them;
    /// who is not on leave has none that goes on.
    /// </summary>
    public StudentDetails After(StudentDetails before, Term now)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (Progression == Progression.OnLeave)
            return this;
        var isBack = before is { Progression: Progression.OnLeave, LeaveFrom: not null } && Progression is Progression.Ordinary or Progression.ResearchTrack && DelayTerms == before.DelayTerms;
        return this with { LeaveFrom = null, DelayTerms = DelayTerms + (isBack ? Math.Max(0, now.Index - before.LeaveFrom!.Value.Index) : 0) };
    }
}

/// <summary>One field that differs, in words a person can read.</summary>
public sealed record FieldChange(string Field, string? Old, string? New);
