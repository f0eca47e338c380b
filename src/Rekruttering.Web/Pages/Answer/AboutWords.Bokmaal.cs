using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Answer;

public sealed partial record AboutWords
{
    private static readonly AboutWords Bokmaal = new()
    {
        Heading = kommune => $"Dette vet {kommune} om deg",
        Lead = name => $"{name} og de andre som rekrutterer leger i kommunen, kan se dette. Ingen andre.",
        You = "Deg",
        Name = "Navn",
        Email = "E-post",
        Phone = "Telefon",
        BirthYear = "Fødselsår",
        HomeKommune = "Hjemkommune",
        StudyPlace = "Studiested",
        Start = "Begynte å studere",
        Term = term => $"{(term.Season == Season.Spring ? "vår" : "høst")} {term.Year}",
        Progress = "Løp",
        ProgressName = progress => progress switch
        {
            Progression.OnLeave => "i permisjon",
            Progression.ResearchTrack => "på forskerlinje",
            Progression.Completed => "fullført",
            Progression.Discontinued => "avbrutt",
            _ => "ordinært løp",
        },
        Graduation = "Ferdig",
        Licence = "Studentlisens",
        Tie = "Tilknytning",
        TieName = tie => tie switch
        {
            TieKind.GrewUp => "vokste opp her",
            TieKind.Family => "har familie her",
            TieKind.Partner => "har partner herfra",
            _ => "annet",
        },
        Note = "Notat",
        Origin = "Hvor opplysningene kommer fra",
        Source = "Kilde",
        Collected = "Innhentet",
        Basis = "Grunnlag",
        BasisName = basis => basis switch
        {
            LegalBasis.Consent => "samtykket ditt (GDPR art. 6 nr. 1 a)",
            LegalBasis.PublicTask => "en oppgave i allmennhetens interesse (GDPR art. 6 nr. 1 e)",
            _ => "at du selv har bedt om det (GDPR art. 6 nr. 1 b)",
        },
        Informed = "Du fikk vite det",
        Retention = "Hvor lenge",
        Between = "Mellom oss",
        Offers = "Jobbtilbud",
        Wishes = "LIS1-ønsker",
        Reservations = "Du vil ikke ha",
        ReservationName = scope => scope switch
        {
            ReservationScope.Jobs => "e-post om sommerjobb",
            ReservationScope.Lis1 => "e-post om LIS1",
            ReservationScope.News => "nyheter",
            ReservationScope.Events => "invitasjoner",
            ReservationScope.AllCampaigns => "alle utsendinger",
            _ => "all kontakt",
        },
        Mails = "E-poster sendt til deg",
        Events = "Hendelser skrevet ned",
        Nothing = "ingen",
        Wrong = "Er noe feil, eller vil du ha alt?",
        WrongHow = name => $"Svar på e-posten du fikk, så retter {name} det, sender deg alt som er lagret, eller sletter det.",
        Rights = "Rettighetene dine og hvordan du klager",
    };
}
