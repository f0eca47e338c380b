using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Jobs;

/// <summary>A summer job is offered to one student. One thing asked: an answer.</summary>
public sealed record OfferMail : MailModel
{
    public string? FirstName { get; init; }

    public required JobFacts Job { get; init; }

    /// <summary>The last moment to answer, on the clock of Europe/Oslo.</summary>
    public required DateTime AnswerBy { get; init; }

    /// <summary>The student's own page; opening it changes nothing.</summary>
    public required string AnswerUrl { get; init; }

    /// <summary>The recruiter's own words to these students, plain text.</summary>
    public string? PersonalWords { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language)
    {
        var day = MailDates.Weekday(DateOnly.FromDateTime(AnswerBy), language);
        return MailLanguage.Pick(language,
            $"Sommerjobb på {Job.Workplace}: svar innen {day}",
            $"Sommarjobb på {Job.Workplace}: svar innan {day}",
            $"Summer job at {Job.Workplace}: please answer by {day}");
    }

    public override string Preheader(string language) => MailLanguage.Pick(language,
        $"{Frame.Kommune} vil gjerne ha deg med. {Job.Title}, {MailDates.Period(Job.From, Job.To, language)}.",
        $"{Frame.Kommune} vil gjerne ha deg med. {Job.Title}, {MailDates.Period(Job.From, Job.To, language)}.",
        $"{Frame.Kommune} would like to have you. {Job.Title}, {MailDates.Period(Job.From, Job.To, language)}.");
}
