using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Contact;

/// <summary>The kommune's answer to a student's question.</summary>
public sealed record ReplyMail : MailModel
{
    public string? FirstName { get; init; }

    /// <summary>What the recruiter answers, plain text.</summary>
    public required string Answer { get; init; }

    /// <summary>What the student asked, plain text; quoted so that the student need not remember.</summary>
    public string? Question { get; init; }

    public DateOnly? AskedOn { get; init; }

    public override string Subject(string language) => MailLanguage.Pick(language,
        $"Svar på spørsmålet ditt til {Frame.Kommune}", $"Svar på spørsmålet ditt til {Frame.Kommune}", $"An answer to your question to {Frame.Kommune}");

    public override string Preheader(string language) => MailLanguage.Pick(language,
        $"{Frame.SenderName} har svart deg.", $"{Frame.SenderName} har svart deg.", $"{Frame.SenderName} has answered you.");

    public string Asked(string language) => AskedOn is null
        ? MailLanguage.Pick(language, "Du spurte:", "Du spurde:", "You asked:")
        : MailLanguage.Pick(language, $"{MailDates.Day(AskedOn.Value, language)} spurte du:", $"{MailDates.Day(AskedOn.Value, language)} spurde du:",
            $"On {MailDates.Day(AskedOn.Value, language)} you asked:");
}
