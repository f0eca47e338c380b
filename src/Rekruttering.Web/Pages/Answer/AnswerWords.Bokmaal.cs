using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Web.Pages.Answer;

public sealed partial record AnswerWords
{
    private static readonly AnswerWords Bokmaal = new()
    {
        Language = "nb",
        Greeting = name => $"Hei, {name}!",
        Lead = kommune => $"{kommune} vil gjerne ha deg med i sommer.",
        AboutJob = "Om jobben",
        Place = "Hvor",
        Period = "Når",
        Share = "Hvor mye",
        Level = "Du jobber som",
        LevelName = level => level switch
        {
            JobLevel.Assistant => "assistent",
            JobLevel.ExperiencedAssistant => "assistent med fagoppgaver",
            _ => "medisinstudent med lisens",
        },
        Pay = "Lønn",
        Housing = "Bolig",
        Ad = "Utlysning",
        AdLink = "Les den offisielle utlysningen",
        Call = "Spørsmål? Ring",
        Question = "Vil du ha jobben?",
        Yes = "Ja takk",
        No = "Nei takk",
        Later = "Spør meg senere",
        AnswerBy = moment => $"Svar innen {moment}.",
        NothingSentYet = "Ingenting er sendt ennå. Du sender svaret på neste side.",
        KeepQuestion = "Vil du beholde plassen?",
        Keep = "Behold plassen",
        StayQuestion = "Vil du fortsatt stå på ventelisten?",
        Stay = "Bli stående på ventelisten",
        YouAnswer = answer => answer switch
        {
            OfferAnswer.Yes => "Du svarer ja takk",
            OfferAnswer.No => "Du svarer nei takk",
            _ => "Du trenger mer tid",
        },
        GiveBack = "Du gir plassen tilbake",
        YesMeans = "Er det en ledig plass, er den din med en gang. Er alle tatt, kommer du på ventelisten. Du ser det på neste side.",
        NoMeans = "Da går plassen til en annen. Du kan ombestemme deg fram til svarfristen.",
        GiveBackMeans = "Da går plassen til den som står først på ventelisten. Vil du ha den igjen senere, kan den være tatt.",
        LeaveQueueMeans = "Da mister du plassen i køen, og får den ikke igjen om du ombestemmer deg.",
        HeldSeatGoes = "Plassen som holdes av til deg, kan da gå til den neste på ventelisten.",
        NotKept = "Plassen er ikke satt av til deg så lenge.",
        LaterMeans = "Svarfristen er den samme, og kommunen får vite at du trenger mer tid.",
        Message = "Vil du si noe til oss?",
        MessageHelp = "Spør gjerne om det du lurer på. Ikke skriv fødselsnummer.",
        Optional = "(valgfritt)",
        Send = answer => answer switch
        {
            OfferAnswer.Yes => "Send ja takk",
            OfferAnswer.No => "Send nei takk",
            _ => "Send «spør meg senere»",
        },
        SendGiveBack = "Gi plassen tilbake",
        Back = "Tilbake uten å svare",
        MustBeMended = "Dette må rettes før svaret kan sendes",
        MessageTooLong = $"Skriv høyst {Inquiry.MostCharacters} tegn.",
        TryAgain = "Mange svarer akkurat nå. Svaret ditt er ikke sendt. Trykk på knappen en gang til.",
        MessagePassedOn = "Svaret kunne ikke tas imot. Meldingen din er gitt videre til kommunen.",
        Accepted = "Du har takket ja, og plassen er din",
        AcceptedNext = (name, day) => $"{name} tar kontakt med deg om arbeidsavtale og det praktiske. Har du ikke hørt noe innen {day}, så ring.",
        Waiting = "Du har takket ja, og står på venteliste",
        WaitingWhy = number => $"Alle plassene var tatt, eller holdt av til noen som svarte før deg. Du er nummer {number} i køen.",
        WaitingNext = day => $"Blir en plass ledig for deg, får du en e-post med ny svarfrist. Du trenger ikke gjøre noe nå. Jobben begynner {day}; etter det er køen over.",
        Declined = "Du har takket nei",
        DeclinedNext = "Takk for at du ga beskjed. Vi vil gjerne høre fra deg en annen gang.",
        AskLater = "Du trenger mer tid",
        AskLaterNext = (name, moment) => $"{name} har fått beskjed om at du trenger mer tid. Plassen er ikke satt av til deg, og svarfristen er fortsatt {moment}.",
        Expired = "Svarfristen har gått ut",
        ExpiredWhy = moment => $"Fristen var {moment}. Vil du fortsatt ha jobben, så ring oss: det kan være ledige plasser, og da kan du få et nytt tilbud.",
        Withdrawn = "Tilbudet gjelder ikke lenger",
        WithdrawnWhy = "Det er trukket. Ring oss hvis du lurer på hvorfor, eller vil høre om andre jobber.",
        JobOver = "Sommerjobben er avsluttet",
        JobOverWhy = "Det tas ikke imot flere svar. Ring oss hvis du lurer på noe, eller vil høre om andre jobber.",
        Received = moment => $"Svaret kom fram {moment}.",
        ReceiptComes = "Du får en kvittering på e-post.",
        YouWrote = "Du skrev",
        Change = "Endre svaret",
        ChangeUntil = moment => $"Du kan endre svaret fram til {moment}.",
        GiveBackUntil = day => $"Du kan gi plassen tilbake helt til jobben begynner {day}.",
    };
}
