namespace Rekruttering.Templates.Shared;

/// <summary>The footer's sentences: why this came, how to stop it, how the kommune treats data. Both parts say the same.</summary>
public static class MailFooter
{
    public static string Why(MailFrame frame, string language) => frame.Reason switch
    {
        MailReason.InTheRegister => MailLanguage.Pick(language,
            $"Du får denne e-posten fordi {frame.Kommune} har deg i registeret sitt over medisinstudenter.",
            $"Du får denne e-posten fordi {frame.Kommune} har deg i registeret sitt over medisinstudentar.",
            $"You are getting this e-mail because {frame.Kommune} has you in its register of medical students."),
        MailReason.JobOffer => MailLanguage.Pick(language,
            $"Du får denne e-posten fordi {frame.Kommune} har tilbudt deg jobb.",
            $"Du får denne e-posten fordi {frame.Kommune} har tilbode deg jobb.",
            $"You are getting this e-mail because {frame.Kommune} has offered you a job."),
        MailReason.OwnQuestion => MailLanguage.Pick(language,
            $"Du får denne e-posten fordi du har skrevet til {frame.Kommune}.",
            $"Du får denne e-posten fordi du har skrive til {frame.Kommune}.",
            $"You are getting this e-mail because you wrote to {frame.Kommune}."),
        MailReason.Invited => MailLanguage.Pick(language,
            $"Du får denne e-posten fordi {frame.SenderName} har invitert deg.",
            $"Du får denne e-posten fordi {frame.SenderName} har invitert deg.",
            $"You are getting this e-mail because {frame.SenderName} invited you."),
        MailReason.Administrator => MailLanguage.Pick(language,
            $"Du får denne e-posten fordi du er administrator for registeret til {frame.Kommune}.",
            $"Du får denne e-posten fordi du er administrator for registeret til {frame.Kommune}.",
            $"You are getting this e-mail because you administer the register of {frame.Kommune}."),
        MailReason.SigningUp => MailLanguage.Pick(language,
            $"Du får denne e-posten fordi noen skrev inn adressen din på siden til {frame.Kommune}.",
            $"Du får denne e-posten fordi nokon skreiv inn adressa di på sida til {frame.Kommune}.",
            $"You are getting this e-mail because somebody typed your address on the page of {frame.Kommune}."),
        _ => throw new ArgumentOutOfRangeException(nameof(frame), frame.Reason, "A mail says why it came."),
    };

    public static string Stop(string language) => MailLanguage.Pick(language,
        "Jeg vil ikke ha flere slike e-poster", "Eg vil ikkje ha fleire slike e-postar", "I do not want more e-mails like this");

    public static string Privacy(MailFrame frame, string language) => MailLanguage.Pick(language,
        $"Slik bruker {frame.Kommune} opplysninger om deg",
        $"Slik bruker {frame.Kommune} opplysningar om deg",
        $"How {frame.Kommune} uses information about you");
}
