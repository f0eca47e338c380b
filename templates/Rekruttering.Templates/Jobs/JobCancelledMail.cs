using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Jobs;

/// <summary>The summer job that the student has said yes to will not be. Asks nothing.</summary>
public sealed record JobCancelledMail : MailModel
{
    public string? FirstName { get; init; }

    public required JobFacts Job { get; init; }

    /// <summary>Whether the mail carries what takes the days out of the calendar.</summary>
    public required bool TakesOutOfCalendar { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language) => $"{MailLanguage.Pick(language, "Avlyst", "Avlyst", "Cancelled")}: {Job.WithPlace}";

    public override string Preheader(string language) => MailLanguage.Pick(language,
        $"Det blir ingen sommerjobb {MailDates.Period(Job.From, Job.To, language)}.",
        $"Det blir ingen sommarjobb {MailDates.Period(Job.From, Job.To, language)}.",
        $"There will be no summer job {MailDates.Period(Job.From, Job.To, language)}.");
}
