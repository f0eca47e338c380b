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

    /// <summary>When the kommune asks again, for <see cref="ReceivedAnswer.AskLater"/>, when known.</summary>
    public DateOnly? AskedAgainOn { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language) => $"{Matter(language)}: {Job.Title}, {Job.Workplace}";

    public override string Preheader(string language) => Answer switch
    {
        ReceivedAnswer.Accepted => MailLanguage.Pick(language, "Plassen er satt av til deg.", "Plassen er sett av til deg.", "The place is kept for you."),
        ReceivedAnswer.Declined => MailLanguage.Pick(language, "Takk for at du ga beskjed.", "Takk for at du gav beskjed.", "Thank you for letting us know."),
        ReceivedAnswer.WaitingList => MailLanguage.Pick(language, "Du får beskjed hvis en plass blir ledig.", "Du får beskjed om ein plass blir ledig.", "We will tell you if a place becomes free."),
        _ => MailLanguage.Pick(language, "Du får en ny e-post fra oss.", "Du får ein ny e-post frå oss.", "You will get another e-mail from us."),
    };

    string Matter(string language) => Answer switch
    {
        ReceivedAnswer.Accepted => MailLanguage.Pick(language, "Du har takket ja", "Du har takka ja", "You said yes"),
        ReceivedAnswer.Declined => MailLanguage.Pick(language, "Du har takket nei", "Du har takka nei", "You said no"),
        ReceivedAnswer.WaitingList => MailLanguage.Pick(language, "Du står på venteliste", "Du står på venteliste", "You are on the waiting list"),
        ReceivedAnswer.AskLater => MailLanguage.Pick(language, "Vi spør deg igjen", "Vi spør deg igjen", "We will ask you again"),
        _ => throw new ArgumentOutOfRangeException(nameof(language), Answer, "A receipt is for a known answer."),
    };
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

    /// <summary>Not now.</summary>
    AskLater,
}
