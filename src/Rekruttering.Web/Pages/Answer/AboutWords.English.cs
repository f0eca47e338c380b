using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Answer;

public sealed partial record AboutWords
{
    private static readonly AboutWords English = new()
    {
        Heading = kommune => $"What {kommune} knows about you",
        Lead = name => $"{name} and the others who recruit doctors in the kommune can see this. Nobody else.",
        You = "You",
        Name = "Name",
        Email = "E-mail",
        Phone = "Telephone",
        BirthYear = "Year of birth",
        HomeKommune = "Home kommune",
        StudyPlace = "Place of study",
        Start = "Began studying",
        Term = term => $"{(term.Season == Season.Spring ? "spring" : "autumn")} {term.Year}",
        Progress = "Course",
        ProgressName = progress => progress switch
        {
            Progression.OnLeave => "on leave",
            Progression.ResearchTrack => "on the research track",
            Progression.Completed => "completed",
            Progression.Discontinued => "discontinued",
            _ => "the ordinary course",
        },
        Graduation = "Finished",
        Licence = "Student licence",
        Tie = "Tie to the kommune",
        TieName = tie => tie switch
        {
            TieKind.GrewUp => "grew up here",
            TieKind.Family => "family here",
            TieKind.Partner => "partner from here",
            _ => "other",
        },
        Note = "Note",
        Origin = "Where the information comes from",
        Source = "Source",
        Collected = "Collected",
        Basis = "Legal basis",
        BasisName = basis => basis switch
        {
            LegalBasis.Consent => "your consent (GDPR art. 6(1)(a))",
            LegalBasis.PublicTask => "a task in the public interest (GDPR art. 6(1)(e))",
            _ => "your own request (GDPR art. 6(1)(b))",
        },
        Informed = "You were told",
        Retention = "How long",
        Between = "Between us",
        Offers = "Job offers",
        Wishes = "LIS1 wishes",
        Reservations = "You do not want",
        ReservationName = scope => scope switch
        {
            ReservationScope.Jobs => "e-mail about summer jobs",
            ReservationScope.Lis1 => "e-mail about LIS1",
            ReservationScope.News => "news",
            ReservationScope.Events => "invitations",
            ReservationScope.AllCampaigns => "any mailings",
            _ => "any contact",
        },
        Mails = "E-mails sent to you",
        Events = "Events noted",
        Nothing = "none",
        Wrong = "Is something wrong, or do you want everything?",
        WrongHow = name => $"Answer the e-mail you got, and {name} will correct it, send you all that is stored, or delete it.",
        Rights = "Your rights, and how to complain",
    };
}
