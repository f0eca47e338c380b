using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Web.Pages.Answer;

public sealed partial record AnswerWords
{
    private static readonly AnswerWords Nynorsk = new()
    {
        Language = "nn",
        Greeting = name => $"Hei, {name}!",
        Lead = kommune => $"{kommune} vil gjerne ha deg med i sommar.",
        AboutJob = "Om jobben",
        Place = "Kvar",
        Period = "Når",
        Share = "Kor mykje",
        Level = "Du jobbar som",
        LevelName = level => level switch
        {
            JobLevel.Assistant => "assistent",
            JobLevel.ExperiencedAssistant => "assistent med fagoppgåver",
            _ => "medisinstudent med lisens",
        },
        Pay = "Løn",
        Housing = "Bustad",
        Ad = "Utlysing",
        AdLink = "Les den offisielle utlysinga",
        Call = "Spørsmål? Ring",
        Question = "Vil du ha jobben?",
        Yes = "Ja takk",
        No = "Nei takk",
        Later = "Spør meg seinare",
        AnswerBy = moment => $"Svar innan {moment}.",
        NothingSentYet = "Ingenting er sendt enno. Du sender svaret på neste side.",
        KeepQuestion = "Vil du behalde plassen?",
        Keep = "Behald plassen",
        StayQuestion = "Vil du framleis stå på ventelista?",
        Stay = "Bli ståande på ventelista",
        YouAnswer = answer => answer switch
        {
            OfferAnswer.Yes => "Du svarar ja takk",
            OfferAnswer.No => "Du svarar nei takk",
            _ => "Du treng meir tid",
        },
        GiveBack = "Du gir plassen tilbake",
        YesMeans = "Er det ein ledig plass, er han din med ein gong. Er alle tekne, kjem du på ventelista. Du ser det på neste side.",
        NoMeans = "Då går plassen til ein annan. Du kan ombestemme deg fram til svarfristen.",
        GiveBackMeans = "Då går plassen til den som står først på ventelista. Vil du ha han igjen seinare, kan han vere teken.",
        LeaveQueueMeans = "Då mistar du plassen i køen, og får han ikkje igjen om du ombestemmer deg.",
        HeldSeatGoes = "Plassen som blir halden av til deg, kan då gå til den neste på ventelista.",
        NotKept = "Plassen er ikkje sett av til deg så lenge.",
        LaterMeans = "Svarfristen er den same, og kommunen får vite at du treng meir tid.",
        Message = "Vil du seie noko til oss?",
        MessageHelp = "Spør gjerne om det du lurer på. Ikkje skriv fødselsnummer.",
        Optional = "(valfritt)",
        Send = answer => answer switch
        {
            OfferAnswer.Yes => "Send ja takk",
            OfferAnswer.No => "Send nei takk",
            _ => "Send «spør meg seinare»",
        },
        SendGiveBack = "Gi plassen tilbake",
        Back = "Tilbake utan å svare",
        MustBeMended = "Dette må rettast før svaret kan sendast",
        MessageTooLong = $"Skriv høgst {Inquiry.MostCharacters} teikn.",
        TryAgain = "Mange svarar akkurat no. Svaret ditt er ikkje sendt. Trykk på knappen ein gong til.",
        MessagePassedOn = "Svaret kunne ikkje takast imot. Meldinga di er gitt vidare til kommunen.",
        Accepted = "Du har takka ja, og plassen er din",
        AcceptedNext = (name, day) => $"{name} tek kontakt med deg om arbeidsavtale og det praktiske. Har du ikkje høyrt noko innan {day}, så ring.",
        Waiting = "Du har takka ja, og står på venteliste",
        WaitingWhy = number => $"Alle plassane var tekne, eller haldne av til nokon som svara før deg. Du er nummer {number} i køen.",
        WaitingNext = day => $"Blir ein plass ledig for deg, får du ein e-post med ny svarfrist. Du treng ikkje gjere noko no. Jobben byrjar {day}; etter det er køen over.",
        Declined = "Du har takka nei",
        DeclinedNext = "Takk for at du gav beskjed. Vi vil gjerne høyre frå deg ein annan gong.",
        AskLater = "Du treng meir tid",
        AskLaterNext = (name, moment) => $"{name} har fått beskjed om at du treng meir tid. Plassen er ikkje sett av til deg, og svarfristen er framleis {moment}.",
        Expired = "Svarfristen har gått ut",
        ExpiredWhy = moment => $"Fristen var {moment}. Vil du framleis ha jobben, så ring oss: det kan vere ledige plassar, og då kan du få eit nytt tilbod.",
        Withdrawn = "Tilbodet gjeld ikkje lenger",
        WithdrawnWhy = "Det er trekt. Ring oss om du lurer på kvifor, eller vil høyre om andre jobbar.",
        JobOver = "Sommarjobben er avslutta",
        JobOverWhy = "Det blir ikkje teke imot fleire svar. Ring oss om du lurer på noko, eller vil høyre om andre jobbar.",
        Received = moment => $"Svaret kom fram {moment}.",
        ReceiptComes = "Du får ei kvittering på e-post.",
        YouWrote = "Du skreiv",
        Change = "Endre svaret",
        ChangeUntil = moment => $"Du kan endre svaret fram til {moment}.",
        GiveBackUntil = day => $"Du kan gi plassen tilbake heilt til jobben byrjar {day}.",
    };
}
