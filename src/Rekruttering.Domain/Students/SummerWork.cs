namespace Rekruttering.Domain.Students;

/// <summary>What a student may work as (domain facts 2.2).</summary>
public enum WorkLevel
{
    /// <summary>Nothing is known to count from.</summary>
    Unknown,

    /// <summary>Has not begun, or has broken off the studies: no work that follows from them.</summary>
    None,

    /// <summary>Care assistant: from the first year, also for somebody who has begun and is on leave (domain facts 2.2).</summary>
    Assistant,

    /// <summary>Assistant with a skilled worker's or nurse's tasks: after the third year, where the kommune allows it.</summary>
    ExperiencedAssistant,

    /// <summary>Medical student with licence, under supervision.</summary>
    WithLicence,

    /// <summary>Doctor, once the authorisation is given.</summary>
    Doctor,
}

/// <summary>A rule that decided, in a sentence for people, and where it stands.</summary>
/// <param name="Sentence">In bokmål.</param>
/// <param name="Source">A regulation or a page; null where it is what somebody entered, or our own way of counting.</param>
public sealed record StageRule(string Sentence, string? Source = null);

/// <summary>What a student may work as in one summer, and why.</summary>
/// <param name="Year">Which summer.</param>
/// <param name="MayGetLicence">The rule lets the student have a licence by then, but none that covers it is entered.</param>
public sealed record SummerWork(int Year, WorkLevel Level, bool MayGetLicence)
{
    /// <summary>The summer on a day: the weeks of summer jobs (25–33) are over on 20 August, then it is the next one.</summary>
    public static int YearSeenOn(DateOnly day) => day <= LastDay(day.Year) ? day.Year : day.Year + 1;

    /// <summary>Midsummer week: the spring term is done.</summary>
    public static DateOnly FirstDay(int year) => new(year, 6, 21);

    /// <summary>The end of week 33, about.</summary>
    public static DateOnly LastDay(int year) => new(year, 8, 20);

    /// <summary>The coming summer, or the one that goes on, as it looks on a day.</summary>
    public static SummerWork Of(StudentDetails d, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(d);
        var (plan, year) = (StudyPlan.Of(d), YearSeenOn(today));
        var (first, last) = (FirstDay(year), LastDay(year));
        if (d.Progression == Progression.Discontinued)
            return new(year, WorkLevel.None, false);
        if (d.Progression == Progression.Completed || plan.GraduationSeenOn(today) <= StudyMonth.Of(first))
            return new(year, WorkLevel.Doctor, false);
        if (d.LicenceFrom <= last && (d.LicenceTo is null || d.LicenceTo >= first))
            return new(year, WorkLevel.WithLicence, false);
        return plan.DoneOn(first) switch
        {
            null => new(year, WorkLevel.Unknown, false),
            0 when plan.StageOn(first).Semester < 1 => new(year, WorkLevel.None, false),
            >= StudyPlan.ExperiencedAfter => new(year, WorkLevel.ExperiencedAssistant, plan.MayHaveLicenceOn(first)),
            _ => new(year, WorkLevel.Assistant, false),
        };
    }
}
