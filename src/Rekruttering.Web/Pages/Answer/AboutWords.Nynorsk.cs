using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Answer;

public sealed partial record AboutWords
{
    private static readonly AboutWords Nynorsk = new()
    {
        Heading = kommune => $"Dette veit {kommune} om deg",
        Lead = name => $"{name} og dei andre som rekrutterer legar i kommunen, kan sjå dette. Ingen andre.",
        You = "Deg",
        Name = "Namn",
        Email = "E-post",
        Phone = "Telefon",
        BirthYear = "Fødselsår",
        HomeKommune = "Heimkommune",
        StudyPlace = "Studiestad",
        Start = "Byrja å studere",
        Term = term => $"{(term.Season == Season.Spring ? "vår" : "haust")} {term.Year}",
        Progress = "Løp",
        ProgressName = progress => progress switch
        {
            Progression.OnLeave => "i permisjon",
            Progression.ResearchTrack => "på forskarlinje",
            Progression.Completed => "fullført",
            Progression.Discontinued => "avbrote",
            _ => "ordinært løp",
        },
        Graduation = "Ferdig",
        Licence = "Studentlisens",
        Tie = "Tilknyting",
        TieName = tie => tie switch
        {
            TieKind.GrewUp => "vaks opp her",
            TieKind.Family => "har familie her",
            TieKind.Partner => "har partnar herifrå",
            _ => "anna",
        },
        Note = "Notat",
        Origin = "Kvar opplysningane kjem frå",
        Source = "Kjelde",
        Collected = "Henta inn",
        Basis = "Grunnlag",
        BasisName = basis => basis switch
        {
            LegalBasis.Consent => "samtykket ditt (GDPR art. 6 nr. 1 a)",
            LegalBasis.PublicTask => "ei oppgåve i ålmenta si interesse (GDPR art. 6 nr. 1 e)",
            _ => "at du sjølv har bede om det (GDPR art. 6 nr. 1 b)",
        },
        Informed = "Du fekk vite det",
        Retention = "Kor lenge",
        Between = "Mellom oss",
        Offers = "Jobbtilbod",
        Wishes = "LIS1-ønske",
        Reservations = "Du vil ikkje ha",
        ReservationName = scope => scope switch
        {
            ReservationScope.Jobs => "e-post om sommarjobb",
            ReservationScope.Lis1 => "e-post om LIS1",
            ReservationScope.News => "nyhende",
            ReservationScope.Events => "invitasjonar",
            ReservationScope.AllCampaigns => "alle utsendingar",
            _ => "all kontakt",
        },
        Mails = "E-postar sende til deg",
        Events = "Hendingar skrivne ned",
        Nothing = "ingen",
        Wrong = "Er noko feil, eller vil du ha alt?",
        WrongHow = name => $"Svar på e-posten du fekk, så rettar {name} det, sender deg alt som er lagra, eller slettar det.",
        Rights = "Rettane dine og korleis du klagar",
    };
}
