using Rekruttering.Templates.Shared;
using static Rekruttering.Templates.Shared.MailLanguage;

namespace Rekruttering.Templates.Jobs;

/// <summary>The receipt's sentences, the same in both parts.</summary>
public static class AnswerReceiptWords
{
    public static string Thanks(AnswerReceiptMail mail, string language) => mail.Answer switch
    {
        ReceivedAnswer.Accepted => Pick(language,
            "Så fint at du vil jobbe hos oss! Plassen er satt av til deg:",
            "Så fint at du vil jobbe hos oss! Plassen er sett av til deg:",
            "How nice that you want to work with us! The place is kept for you:"),
        ReceivedAnswer.Declined => Pick(language,
            "Takk for at du ga beskjed. Da vet vi at du ikke vil ha denne jobben:",
            "Takk for at du gav beskjed. Då veit vi at du ikkje vil ha denne jobben:",
            "Thank you for letting us know that you do not want this job:"),
        ReceivedAnswer.WaitingList => Pick(language,
            "Takk for at du svarte ja. Alle plassene var tatt, eller holdt av til noen som svarte før deg, så nå står du på venteliste til denne jobben:",
            "Takk for at du svara ja. Alle plassane var tekne, eller haldne av til nokon som svara før deg, så no står du på venteliste til denne jobben:",
            "Thank you for saying yes. All places were taken, or kept for somebody who answered before you, so you are now on the waiting list for this job:"),
        _ => Pick(language,
            "Takk for svaret. Vi har fått vite at du trenger mer tid til å bestemme deg for denne jobben:",
            "Takk for svaret. Vi har fått vite at du treng meir tid til å bestemme deg for denne jobben:",
            "Thank you for your answer. You have told us that you need more time to decide about this job:"),
    };

    public static string Next(AnswerReceiptMail mail, string language) => mail.Answer switch
    {
        ReceivedAnswer.Accepted => Pick(language,
            $"{mail.ContactName} tar kontakt med deg om arbeidsavtale og det praktiske.",
            $"{mail.ContactName} tek kontakt med deg om arbeidsavtale og det praktiske.",
            $"{mail.ContactName} will contact you about the contract and practical matters."),
        ReceivedAnswer.Declined => Pick(language,
            "Vi vil gjerne høre fra deg en annen gang.",
            "Vi vil gjerne høyre frå deg ein annan gong.",
            "We would like to hear from you another time."),
        ReceivedAnswer.WaitingList => Waiting(mail.WaitingNumber, language) + Pick(language,
            "Blir en plass ledig for deg, får du en e-post med ny svarfrist. Du trenger ikke gjøre noe nå.",
            "Blir ein plass ledig for deg, får du ein e-post med ny svarfrist. Du treng ikkje gjere noko no.",
            "If a place becomes free for you, you will get an e-mail with a new deadline. You need not do anything now."),
        _ => Pick(language,
            $"Svarfristen er fortsatt {MailDates.Moment(mail.AnswerBy, language)}. Plassen er ikke satt av til deg så lenge.",
            $"Svarfristen er framleis {MailDates.Moment(mail.AnswerBy, language)}. Plassen er ikkje sett av til deg så lenge.",
            $"The deadline is still {MailDates.Moment(mail.AnswerBy, language)}. The place is not kept for you until then."),
    };

    public static string Change(ReceivedAnswer answer, string language) => answer == ReceivedAnswer.AskLater
        ? Pick(language, "Har du bestemt deg? Svar her:", "Har du bestemt deg? Svar her:", "Have you decided? Answer here:")
        : Pick(language, "Ombestemmer du deg? Endre svaret her:", "Ombestemmer du deg? Endre svaret her:", "Changed your mind? Change your answer here:");

    static string Waiting(int? number, string language) => number is null ? "" : Pick(language,
        $"Du er nummer {number} i køen. ", $"Du er nummer {number} i køen. ", $"You are number {number} in line. ");
}
