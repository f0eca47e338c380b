using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students;

/// <summary>A month of a year.</summary>
public readonly record struct StudyMonth(int Year, int Month) : IComparable<StudyMonth>
{
    /// <summary>Months since the year 0.</summary>
    public int Index => (Year * 12) + Month;

    /// <summary>The month a day lies in.</summary>
    public static StudyMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>When a last term ends in an exam: June, or January after an autumn term (domain facts 3.1).</summary>
    public static StudyMonth EndOf(Term term) => term.Season == Season.Spring ? new(term.Year, 6) : new(term.Year + 1, 1);

    /// <summary>The last term of somebody who is done in this month; in January that is the autumn before.</summary>
    public Term LastTerm => Month == 1 ? new(Year - 1, Season.Autumn) : new(Year, Month <= 7 ? Season.Spring : Season.Autumn);

    /// <inheritdoc/>
    public int CompareTo(StudyMonth other) => Index.CompareTo(other.Index);

    public static bool operator <(StudyMonth left, StudyMonth right) => left.CompareTo(right) < 0;
    public static bool operator >(StudyMonth left, StudyMonth right) => left.CompareTo(right) > 0;
    public static bool operator <=(StudyMonth left, StudyMonth right) => left.CompareTo(right) <= 0;
    public static bool operator >=(StudyMonth left, StudyMonth right) => left.CompareTo(right) >= 0;
}

/// <summary>Which rule decides when a licence may be had (FOR-2000-12-21-1379).</summary>
public enum LicenceRule
{
    /// <summary>§ 1: four and a half years of normal progression and the 9th semester's exam.</summary>
    Norway,

    /// <summary>§ 2: all pre-clinical exams, and as a main rule at most a year left.</summary>
    Abroad,

    /// <summary>The country is not known; § 2 is counted with, because it is the later of the two.</summary>
    UnknownCountry,
}

/// <summary>
/// How one student's studies run by the rules of country and school: from the start (August or January), the terms lost, leave and research. Everything
/// is counted on the day that asks, so the yearly roll-over needs nobody.
/// </summary>
public sealed record StudyPlan
{
    /// <summary>Terms that a forskerlinje is longer: seven years in all (domain facts 3.1, NTNU).</summary>
    public const int ResearchTerms = 2;

    /// <summary>Six semesters: from here many kommuner give a skilled worker's or nurse's tasks (domain facts 2.2).</summary>
    public const int ExperiencedAfter = 6;

    private StudyPlan() { }

    /// <summary>The term that counts as the first; null when neither start nor end is known.</summary>
    public Term? CountedFrom { get; private init; }

    /// <summary>The count goes backwards from the month of graduation, because no start is known.</summary>
    public bool IsCountedBack { get; private init; }

    /// <summary>Normal terms at this school.</summary>
    public int Terms { get; private init; }

    /// <summary>Terms of the forskerlinje that are still to come, beyond the terms lost already.</summary>
    public int ResearchLeft { get; private init; }

    /// <summary>The first term of a leave that is not over; the count stands still from it.</summary>
    public Term? LeaveFrom { get; private init; }

    /// <summary>
    /// The last term: that of the month entered, else by the normal length and the research that is left. Null when nothing is known, and while a leave holds
    /// a count that no month ends.
    /// </summary>
    public Term? LastTerm => EnteredGraduation?.LastTerm ?? (CountedFrom?.Plus(Terms - 1 + ResearchLeft) is { } last && !(LeaveFrom <= last) ? last : null);

    public Progression Progression { get; private init; }
    public LicenceRule LicenceRule { get; private init; }

    /// <summary>Years before the clinical part at this school; null when unknown.</summary>
    public int? PreclinicalYears { get; private init; }

    /// <summary>The month that somebody has entered; it goes before what is computed.</summary>
    public StudyMonth? EnteredGraduation { get; private init; }

    /// <summary>The plan of a student, by what the register knows.</summary>
    public static StudyPlan Of(StudentDetails d)
    {
        ArgumentNullException.ThrowIfNull(d);
        var place = StudyPlaceCatalogue.Find(d.StudyPlaceCode);
        StudyMonth? entered = d is { GraduationYear: { } year, GraduationMonth: { } month } ? new(year, month) : null;
        return new StudyPlan
        {
            CountedFrom = CountFrom(d),
            IsCountedBack = d.StartTerm is null && entered is not null,
            Terms = TermsAt(d),
            ResearchLeft = d.Progression == Progression.ResearchTrack ? Math.Max(0, ResearchTerms - d.DelayTerms) : 0,
            LeaveFrom = d.Progression == Progression.OnLeave ? d.LeaveFrom : null,
            Progression = d.Progression,
            LicenceRule = (d.CountryCode ?? place?.Country) switch { null => LicenceRule.UnknownCountry, "NO" => LicenceRule.Norway, _ => LicenceRule.Abroad },
            PreclinicalYears = place?.PreclinicalYears ?? d.PreclinicalYears,
            EnteredGraduation = entered,
        };
    }

    /// <summary>What <see cref="Student.StagedFrom"/> holds: the start moved by the terms lost, or counted back from the month of graduation.</summary>
    public static Term? CountFrom(StudentDetails d)
    {
        ArgumentNullException.ThrowIfNull(d);
        return d.StartTerm?.Plus(d.DelayTerms)
            ?? (d is { GraduationYear: { } year, GraduationMonth: { } month } ? new StudyMonth(year, month).LastTerm.Plus(1 - TermsAt(d)) : null);
    }

    /// <summary>The stage on a day. A leave holds it where it began, and the last semester goes on until the last term is over.</summary>
    public StudyStage StageOn(DateOnly day)
    {
        var term = Term.Of(day);
        return CountOn(term).EndingWith(LastTerm, term);
    }

    /// <summary>The count would have come beyond the sixth year, which goes on until the last term.</summary>
    public bool HoldsOn(DateOnly day) => Term.Of(day) is var term && term <= LastTerm && CountOn(term).Semester > StudyStage.Terms;

    /// <summary>Semesters behind the student on a day: in June and July the spring term counts as done, but not one that a leave holds or that goes on beyond it.</summary>
    public int? DoneOn(DateOnly day)
    {
        if (StageOn(day).Semester is not { } semester)
            return null;
        var goesOn = LeaveFrom <= Term.Of(day) || (semester == StudyStage.Terms && LastTerm > Term.Of(day));
        return Math.Max(0, day.Month is 6 or 7 && !goesOn ? semester : semester - 1);
    }

    /// <summary>The month of graduation as entered, else computed as it looks on a day; null when it cannot be known.</summary>
    public StudyMonth? GraduationSeenOn(DateOnly day)
    {
        if (EnteredGraduation is not null || Progression is Progression.Completed or Progression.Discontinued)
            return EnteredGraduation;
        // The term of a leave is lost for certain; more is not known yet.
        var away = LeaveFrom is { } leave ? Math.Max(1, Term.Of(day).Index - leave.Index + 1) : 0;
        return CountedFrom is { } first ? StudyMonth.EndOf(first.Plus(Terms - 1 + ResearchLeft + away)) : null;
    }

    /// <summary>Whether a licence may be had on a day by the rule of the country; that there is one is never assumed.</summary>
    public bool MayHaveLicenceOn(DateOnly day)
    {
        if (DoneOn(day) is not { } done)
            return false;
        if (LicenceRule == LicenceRule.Norway)
            return done >= StudyStage.LicenceAfterSemester;
        return done >= 2 * (PreclinicalYears ?? 3) && GraduationSeenOn(day) is { } end && end.Index - StudyMonth.Of(day).Index <= 12;
    }

    private StudyStage CountOn(Term term) => StudyStage.On(LeaveFrom is { } leave && leave < term ? leave : term, CountedFrom) with { Length = Terms };

    private static int TermsAt(StudentDetails d) => StudyPlaceCatalogue.Find(d.StudyPlaceCode)?.Semesters ?? d.StudyTerms ?? StudyStage.Terms;
}
