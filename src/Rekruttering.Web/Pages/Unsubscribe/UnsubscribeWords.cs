using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Unsubscribe;

/// <summary>The words of the page that stops mail. A text that is missing in one language does not compile.</summary>
public sealed record UnsubscribeWords
{
    public required string Heading { get; init; }
    public required Func<string, string> Lead { get; init; }
    public required string NothingYet { get; init; }
    public required string StopAll { get; init; }
    public required string Stopped { get; init; }
    public required string StillAnswers { get; init; }
    public required string Undo { get; init; }
    public required string ChooseHeading { get; init; }
    public required string Jobs { get; init; }
    public required string Lis1 { get; init; }
    public required string News { get; init; }
    public required string Events { get; init; }
    public required string Save { get; init; }
    public required string Saved { get; init; }
    public required string NoContact { get; init; }
    public required string ContactHeading { get; init; }
    public required Func<string, string> ContactLead { get; init; }
    public required string StopContact { get; init; }
    public required string ContactStopped { get; init; }
    public required string AllowContact { get; init; }
    public required string Failed { get; init; }

    /// <summary>The words of a language.</summary>
    public static UnsubscribeWords In(WrittenForm form) => form switch
    {
        WrittenForm.Nynorsk => Nynorsk,
        WrittenForm.English => English,
        _ => Bokmaal,
    };

    /// <summary>The name of one kind of mail.</summary>
    public string NameOf(ReservationScope scope) => scope switch
    {
        ReservationScope.Jobs => Jobs,
        ReservationScope.Lis1 => Lis1,
        ReservationScope.News => News,
        ReservationScope.Events => Events,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Only the four kinds have a name here."),
    };

    private static readonly UnsubscribeWords Bokmaal = new()
    {
        Heading = "Hva vil du ha e-post om?",
        Lead = kommune => $"Du bestemmer selv hva {kommune} sender deg.",
        NothingYet = "Ingenting er endret ennå.",
        StopAll = "Stopp alle utsendinger",
        Stopped = "Du får ikke flere utsendinger fra oss.",
        StillAnswers = "Spør du oss om noe selv, svarer vi fortsatt.",
        Undo = "Angre: jeg vil ha e-post likevel",
        ChooseHeading = "Eller velg hva du vil ha",
        Jobs = "Sommerjobber og tilbud om jobb",
        Lis1 = "LIS1: frister og muligheter",
        News = "Nyheter og hilsener fra kommunen",
        Events = "Invitasjoner til møter og arrangementer",
        Save = "Lagre valget",
        Saved = "Valget ditt er lagret. Det gjelder fra nå av.",
        NoContact = "Kommunen har notert at du ikke vil ha noen kontakt. Ta kontakt med den hvis du vil endre det.",
        ContactHeading = "Vil du ikke ha noen kontakt?",
        ContactLead = kommune => $"Du har rett til å si nei til at {kommune} bruker opplysningene om deg til å ta kontakt. Da får du heller ikke tilbud om jobb. Tilbud du ikke har svart på, og plasser på venteliste, faller bort, også om du angrer siden. Du trenger ikke si hvorfor.",
        StopContact = "Ikke kontakt meg mer",
        ContactStopped = "Vi har notert at du ikke vil ha noen kontakt. Ingenting mer blir sendt til deg.",
        AllowContact = "Angre: dere kan kontakte meg",
        Failed = "Noen endret opplysningene dine i samme øyeblikk. Prøv en gang til.",
    };

    private static readonly UnsubscribeWords Nynorsk = new()
    {
        Heading = "Kva vil du ha e-post om?",
        Lead = kommune => $"Du avgjer sjølv kva {kommune} sender deg.",
        NothingYet = "Ingenting er endra enno.",
        StopAll = "Stopp alle utsendingar",
        Stopped = "Du får ikkje fleire utsendingar frå oss.",
        StillAnswers = "Spør du oss om noko sjølv, svarar vi framleis.",
        Undo = "Angre: eg vil ha e-post likevel",
        ChooseHeading = "Eller vel kva du vil ha",
        Jobs = "Sommarjobbar og tilbod om jobb",
        Lis1 = "LIS1: fristar og høve",
        News = "Nyhende og helsingar frå kommunen",
        Events = "Invitasjonar til møte og arrangement",
        Save = "Lagre valet",
        Saved = "Valet ditt er lagra. Det gjeld frå no av.",
        NoContact = "Kommunen har notert at du ikkje vil ha nokon kontakt. Ta kontakt med han om du vil endre det.",
        ContactHeading = "Vil du ikkje ha nokon kontakt?",
        ContactLead = kommune => $"Du har rett til å seie nei til at {kommune} bruker opplysningane om deg til å ta kontakt. Då får du heller ikkje tilbod om jobb. Tilbod du ikkje har svart på, og plassar på venteliste, fell bort, også om du angrar sidan. Du treng ikkje seie kvifor.",
        StopContact = "Ikkje kontakt meg meir",
        ContactStopped = "Vi har notert at du ikkje vil ha nokon kontakt. Ingenting meir blir sendt til deg.",
        AllowContact = "Angre: de kan kontakte meg",
        Failed = "Nokon endra opplysningane dine i same augeblink. Prøv ein gong til.",
    };

    private static readonly UnsubscribeWords English = new()
    {
        Heading = "What do you want e-mail about?",
        Lead = kommune => $"You decide what {kommune} sends you.",
        NothingYet = "Nothing has changed yet.",
        StopAll = "Stop all mailings",
        Stopped = "You will get no more mailings from us.",
        StillAnswers = "If you ask us something yourself, we still answer.",
        Undo = "Undo: I do want e-mail",
        ChooseHeading = "Or choose what you want",
        Jobs = "Summer jobs and job offers",
        Lis1 = "LIS1: deadlines and openings",
        News = "News and greetings from the kommune",
        Events = "Invitations to meetings and events",
        Save = "Save my choice",
        Saved = "Your choice is saved. It holds from now on.",
        NoContact = "The kommune has noted that you want no contact at all. Get in touch with it if you want to change that.",
        ContactHeading = "Do you want no contact at all?",
        ContactLead = kommune => $"You have the right to object to {kommune} using your details to get in touch. You will then get no job offers either. Offers you have not answered, and places on a waiting list, are withdrawn, also if you change your mind later. You need not say why.",
        StopContact = "Do not contact me again",
        ContactStopped = "We have noted that you want no contact at all. Nothing more will be sent to you.",
        AllowContact = "Undo: you may contact me",
        Failed = "Somebody changed your details at the same moment. Please try again.",
    };
}
