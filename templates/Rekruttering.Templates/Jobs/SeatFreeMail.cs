using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Jobs;

/// <summary>A seat became free for the first on the waiting list. One thing asked: an answer, by a deadline of its own.</summary>
public sealed record SeatFreeMail : MailModel
{
    public string? FirstName { get; init; }

    public required JobFacts Job { get; init; }

    /// <summary>The last moment to answer, on the clock of Europe/Oslo.</summary>
    public required DateTime AnswerBy { get; init; }

    /// <summary>The student's own page; opening it changes nothing.</summary>
    public required string AnswerUrl { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language)
    {
        var day = MailDates.Weekday(DateOnly.FromDateTime(AnswerBy), language);
        return MailLanguage.Pick(language,
            $"Ledig plass på {Job.Workplace}: svar innen {day}",
            $"Ledig plass på {Job.Workplace}: svar innan {day}",
            $"A free place at {Job.Workplace}: please answer by {day}");
    }

    public override string Preheader(string language) => MailLanguage.Pick(language,
        $"Du står først på ventelisten. {Job.Title}, {MailDates.Period(Job.From, Job.To, language)}.",
        $"Du står først på ventelista. {Job.Title}, {MailDates.Period(Job.From, Job.To, language)}.",
        $"You are first on the waiting list. {Job.Title}, {MailDates.Period(Job.From, Job.To, language)}.");
}
