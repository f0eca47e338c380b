using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Jobs;

/// <summary>Whether a student has come far enough for a job on its first day. A warning to a person, never a decision.</summary>
public enum LevelFit
{
    Fits,

    /// <summary>Too few semesters behind.</summary>
    TooEarly,

    /// <summary>The start of the studies is not known, or they were broken off.</summary>
    Unknown,

    /// <summary>May have a licence by then, but none is noted; it is never assumed (FOR-2000-12-21-1379).</summary>
    LicenceNotNoted,

    /// <summary>The licence that is noted does not cover all of the job's days.</summary>
    LicenceDoesNotCover,
}

/// <summary>Compares study progress with a job's level (domain facts 2.2).</summary>
public static class LevelCheck
{
    /// <summary>How the student fits the job.</summary>
    public static LevelFit Of(Student student, SummerJob job)
    {
        if (student.Progression == Progression.Completed)
            return LevelFit.Fits;
        if (student.Progression == Progression.Discontinued)
            return LevelFit.Unknown;
        if (job.Level == JobLevel.WithLicence && student.LicenceFrom is { } from)
            return from <= job.From && (student.LicenceTo is null || student.LicenceTo >= job.To) ? LevelFit.Fits : LevelFit.LicenceDoesNotCover;
        var plan = student.Plan;
        if (plan.StageOn(job.From).Semester is not { } semester)
            return LevelFit.Unknown;
        return job.Level switch
        {
            JobLevel.Assistant => semester >= 1 ? LevelFit.Fits : LevelFit.TooEarly,
            JobLevel.ExperiencedAssistant => plan.DoneOn(job.From) >= StudyPlan.ExperiencedAfter ? LevelFit.Fits : LevelFit.TooEarly,
            _ => plan.MayHaveLicenceOn(job.From) ? LevelFit.LicenceNotNoted : LevelFit.TooEarly,
        };
    }
}
