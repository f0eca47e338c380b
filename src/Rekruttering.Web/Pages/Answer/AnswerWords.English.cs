using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Web.Pages.Answer;

public sealed partial record AnswerWords
{
    private static readonly AnswerWords English = new()
    {
        Language = "en",
        Greeting = name => $"Hello, {name}!",
        Lead = kommune => $"{kommune} would like to have you this summer.",
        AboutJob = "About the job",
        Place = "Where",
        Period = "When",
        Share = "How much",
        Level = "You work as",
        LevelName = level => level switch
        {
            JobLevel.Assistant => "an assistant",
            JobLevel.ExperiencedAssistant => "an assistant with clinical tasks",
            _ => "a medical student with a licence",
        },
        Pay = "Pay",
        Housing = "Housing",
        Ad = "Advertisement",
        AdLink = "Read the official advertisement",
        Call = "Questions? Call",
        Question = "Do you want the job?",
        Yes = "Yes, please",
        No = "No, thank you",
        Later = "Ask me later",
        AnswerBy = moment => $"Please answer by {moment}.",
        NothingSentYet = "Nothing is sent yet. You send your answer on the next page.",
        KeepQuestion = "Do you want to keep your place?",
        Keep = "Keep my place",
        StayQuestion = "Do you still want to be on the waiting list?",
        Stay = "Stay on the waiting list",
        YouAnswer = answer => answer switch
        {
            OfferAnswer.Yes => "You are saying yes",
            OfferAnswer.No => "You are saying no",
            _ => "You need more time",
        },
        GiveBack = "You are giving your place back",
        YesMeans = "If a place is free, it is yours at once. If all are taken, you join the waiting list. The next page tells you.",
        NoMeans = "The place then goes to somebody else. You can change your mind until the deadline.",
        GiveBackMeans = "The place then goes to the first on the waiting list. If you want it back later, it may be taken.",
        LeaveQueueMeans = "You then lose your place in the line, and do not get it back if you change your mind.",
        HeldSeatGoes = "The place that is kept for you may then go to the next on the waiting list.",
        NotKept = "The place is not kept for you until then.",
        LaterMeans = "The deadline stays the same, and the kommune is told that you need more time.",
        Message = "Would you like to tell us something?",
        MessageHelp = "Do ask if there is something you wonder about. Do not write your national identity number.",
        Optional = "(optional)",
        Send = answer => answer switch
        {
            OfferAnswer.Yes => "Send: yes, please",
            OfferAnswer.No => "Send: no, thank you",
            _ => "Send: ask me later",
        },
        SendGiveBack = "Give my place back",
        Back = "Back without answering",
        MustBeMended = "Please mend this before you send your answer",
        MessageTooLong = $"Please write {Inquiry.MostCharacters} characters at most.",
        TryAgain = "Many people are answering right now. Your answer has not been sent. Please press the button once more.",
        MessagePassedOn = "Your answer could not be taken. Your message has been passed on to the kommune.",
        Accepted = "You said yes, and the place is yours",
        AcceptedNext = (name, day) => $"{name} will contact you about the contract and practical matters. If you have heard nothing by {day}, please call.",
        Waiting = "You said yes, and are on the waiting list",
        WaitingWhy = number => $"All places were taken, or kept for somebody who answered before you. You are number {number} in line.",
        WaitingNext = day => $"If a place becomes free for you, you will get an e-mail with a new deadline. You need not do anything now. The job begins on {day}; after that the waiting list ends.",
        Declined = "You said no",
        DeclinedNext = "Thank you for letting us know. We would like to hear from you another time.",
        AskLater = "You need more time",
        AskLaterNext = (name, moment) => $"{name} has been told that you need more time. The place is not kept for you, and the deadline is still {moment}.",
        Expired = "The deadline has passed",
        ExpiredWhy = moment => $"The deadline was {moment}. If you still want the job, please call us: there may be free places, and then we can make you a new offer.",
        Withdrawn = "The offer no longer stands",
        WithdrawnWhy = "It has been withdrawn. Call us if you wonder why, or would like to hear about other jobs.",
        JobOver = "This summer job is closed",
        JobOverWhy = "No more answers are taken. Call us if you wonder about something, or would like to hear about other jobs.",
        Received = moment => $"We received your answer at {moment}.",
        ReceiptComes = "You will get a receipt by e-mail.",
        YouWrote = "You wrote",
        Change = "Change my answer",
        ChangeUntil = moment => $"You can change your answer until {moment}.",
        GiveBackUntil = day => $"You can give your place back until the job begins on {day}.",
    };
}
