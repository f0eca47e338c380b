using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Jobs;

/// <summary>What the kommune has taken down of a student's answer, and what happens next. Asks nothing.</summary>
public sealed record AnswerReceiptMail : MailModel
{
    public string? FirstName { get; init; }

    public required JobFacts Job { get; init; }

    public required ReceivedAnswer Answer { get; init; }

    /// <summary>The student's own page, where the answer can be changed.</summary>
    public required string ChangeUrl { get; init; }

    /// <summary>The place in the waiting list, from 1, when known.</summary>
    public int? WaitingNumber { get; init; }

    /// <summary>The last moment to answer, on the clock of Europe/Oslo: more time moves it only when the kommune says so in a new mail.</summary>
    public required DateTime AnswerBy { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language) => $"{Matter(language)}: {Job.WithPlace}";

    public override string Preheader(string language) => Answer switch
    {
        ReceivedAnswer.Accepted => MailLanguage.Pick(language, "Plassen er satt av til deg.", "Plassen er sett av til deg.", "The place is kept for you."),
        ReceivedAnswer.Declined => MailLanguage.Pick(language, "Takk for at du ga beskjed.", "Takk for at du gav beskjed.", "Thank you for letting us know."),
        ReceivedAnswer.WaitingList => MailLanguage.Pick(language, "Du får beskjed hvis en plass blir ledig.", "Du får beskjed om ein plass blir ledig.", "We will tell you if a place becomes free."),
        _ => MailLanguage.Pick(language, "Plassen er ikke satt av til deg så lenge.", "Plassen er ikkje sett av til deg så lenge.", "The place is not kept for you until then."),
    };

    string Matter(string language) => Answer switch
    {
        ReceivedAnswer.Accepted => MailLanguage.Pick(language, "Du har takket ja", "Du har takka ja", "You said yes"),
        ReceivedAnswer.Declined => MailLanguage.Pick(language, "Du har takket nei", "Du har takka nei", "You said no"),
        ReceivedAnswer.WaitingList => MailLanguage.Pick(language, "Du står på venteliste", "Du står på venteliste", "You are on the waiting list"),
        ReceivedAnswer.AskLater => MailLanguage.Pick(language, $"Svar innen {Day(language)}", $"Svar innan {Day(language)}", $"Please answer by {Day(language)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(language), Answer, "A receipt is for a known answer."),
    };

    string Day(string language) => MailDates.Weekday(DateOnly.FromDateTime(AnswerBy), language);
}

/// <summary>What the student's answer came to.</summary>
public enum ReceivedAnswer
{
    /// <summary>Yes, and the seat is the student's.</summary>
    Accepted,

    /// <summary>No.</summary>
    Declined,

    /// <summary>Yes, but all seats were taken.</summary>
    WaitingList,

    /// <summary>Needs more time; the deadline stands.</summary>
    AskLater,
}
