namespace Rekruttering.Domain.Students;

/// <summary>
/// Where a student stands, computed from the start term and the terms lost to leave or research; never typed and never stored,
/// so the yearly roll-over needs nobody. Medicine is twelve terms at all four Norwegian schools (domain facts 3.1).
/// </summary>
/// <param name="Semester">1 is the first; 0 or less before the start; null when the start is unknown.</param>
/// <param name="Length">Normal terms at the place; some abroad have fewer.</param>
public readonly record struct StudyStage(int? Semester, int Length = StudyStage.Terms)
{
    /// <summary>Terms of a medical degree.</summary>
    public const int Terms = 12;

    /// <summary>The 9th semester's exam: from here a student in Norway may get a licence (FOR-2000-12-21-1379 § 1).</summary>
    public const int LicenceAfterSemester = 9;

    /// <summary>The stage on a day.</summary>
    public static StudyStage On(DateOnly day, Term? start, int delayTerms) => On(Term.Of(day), start?.Plus(delayTerms));

    /// <summary>The stage in a term, counted from the term that is the first.</summary>
    public static StudyStage On(Term term, Term? first) => new(first is { } f ? term.Index - f.Index + 1 : null);

    /// <summary>
    /// The stage by what is known of the end: until the last term is over the count goes on, to the last semester of a sixth year at most, and afterwards it is
    /// past the end whatever it had come to. Without a last term it is as it was counted.
    /// </summary>
    public StudyStage EndingWith(Term? last, Term now) => (Semester, last) switch
    {
        ({ } semester, { } end) when now > end => this with { Semester = Math.Max(semester, Length + now.Index - end.Index) },
        ({ } semester, not null) => new(Math.Min(semester, Terms), Math.Max(Length, Math.Min(semester, Terms))),
        _ => this,
    };

    /// <summary>1–6 while studying, else null.</summary>
    public int? Year => Semester is >= 1 && Semester <= Length ? (Semester + 1) / 2 : null;

    /// <summary>The last semester is over.</summary>
    public bool IsPastLastTerm => Semester > Length;

    /// <summary>"5. år", "ikke begynt", "ferdig etter planen" or "ukjent".</summary>
    public override string ToString() => (Semester, Year) switch
    {
        (null, _) => "ukjent år",
        (_, { } year) => $"{year}. år",
        ( < 1, _) => "ikke begynt",
        _ => "ferdig etter planen",
    };
}
