using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Lis1;

/// <summary>The texts of the page where a student says where LIS1 is wanted. A text that is missing in one language does not compile.</summary>
public sealed record WishWords
{
    public required string Heading { get; init; }
    public required Func<string, string> NoPromise { get; init; }
    public required string WhichIntake { get; init; }
    public required Func<Term, string> Start { get; init; }
    public required Func<int, string> Stated { get; init; }
    public required string NotStated { get; init; }
    public required Func<int, string> Rank { get; init; }
    public required string Choose { get; init; }
    public required string OrderHelp { get; init; }
    public required string More { get; init; }
    public required string MoveUp { get; init; }
    public required string MoveDown { get; init; }
    public required Func<string, string, string> Moved { get; init; }
    public required string Comment { get; init; }
    public required string CommentHelp { get; init; }
    public required string Optional { get; init; }
    public required string Save { get; init; }
    public required string OtherIntakes { get; init; }
    public required string Saved { get; init; }
    public required Func<string, string> SavedNext { get; init; }
    public required string Change { get; init; }
    public required string TakeBack { get; init; }
    public required string TakenBack { get; init; }
    public required string ChooseOne { get; init; }
    public required string ChooseOneOrNone { get; init; }
    public required string TooLong { get; init; }
    public required string TryAgain { get; init; }

    /// <summary>The words of a language.</summary>
    public static WishWords In(WrittenForm form) => form switch
    {
        WrittenForm.Nynorsk => Nynorsk,
        WrittenForm.English => English,
        _ => Bokmaal,
    };

    private static readonly WishWords Bokmaal = new()
    {
        Heading = "Hvor vil du ha LIS1?",
        NoPromise = kommune => $"Det er sykehusene som ansetter. {kommune} kan fortelle dem om deg og anbefale deg, men kan aldri love deg en plass. Du må søke selv når stillingene lyses ut.",
        WhichIntake = "Når vil du begynne?",
        Start = term => $"1. {(term.Season == Season.Spring ? "mars" : "september")} {term.Year}",
        Stated = count => count == 1 ? "1 ønske" : $"{count} ønsker",
        NotStated = "ikke sagt noe ennå",
        Rank = number => $"{number}. ønske",
        Choose = "Velg sykehus",
        OrderHelp = "Sett det du helst vil ha øverst. Ett ønske er nok, og du kan endre så ofte du vil.",
        More = "Flere ønsker",
        MoveUp = "Flytt opp",
        MoveDown = "Flytt ned",
        Moved = (hospital, number) => $"{hospital} er nå {number}. ønske",
        Comment = "Noe vi bør vite?",
        CommentHelp = "For eksempel hvorfor, eller om du vil være sammen med noen. Ikke skriv fødselsnummer.",
        Optional = "(valgfritt)",
        Save = "Lagre ønskene",
        OtherIntakes = "Velg et annet tidspunkt",
        Saved = "Ønskene dine er lagret",
        SavedNext = name => $"{name} kan se dem, og tar dem med når kommunen snakker med sykehuset. Søknadsfristene står hos Helsedirektoratet.",
        Change = "Endre ønskene",
        TakeBack = "Ta tilbake ønskene",
        TakenBack = "Ønskene er tatt tilbake.",
        ChooseOne = "Velg minst ett sykehus.",
        ChooseOneOrNone = "Velg minst ett sykehus. Vil du ta ønskene tilbake, så tøm kommentaren også.",
        TooLong = $"Skriv høyst {Lis1Wishes.MostCharacters} tegn.",
        TryAgain = "Ønskene er ikke lagret. Trykk på knappen en gang til.",
    };

    private static readonly WishWords Nynorsk = new()
    {
        Heading = "Kvar vil du ha LIS1?",
        NoPromise = kommune => $"Det er sjukehusa som tilset. {kommune} kan fortelje dei om deg og tilrå deg, men kan aldri love deg ein plass. Du må søkje sjølv når stillingane blir lyste ut.",
        WhichIntake = "Når vil du byrje?",
        Start = term => $"1. {(term.Season == Season.Spring ? "mars" : "september")} {term.Year}",
        Stated = count => $"{count} ønske",
        NotStated = "ikkje sagt noko enno",
        Rank = number => $"{number}. ønske",
        Choose = "Vel sjukehus",
        OrderHelp = "Set det du helst vil ha øvst. Eitt ønske er nok, og du kan endre så ofte du vil.",
        More = "Fleire ønske",
        MoveUp = "Flytt opp",
        MoveDown = "Flytt ned",
        Moved = (hospital, number) => $"{hospital} er no {number}. ønske",
        Comment = "Noko vi bør vite?",
        CommentHelp = "Til dømes kvifor, eller om du vil vere saman med nokon. Ikkje skriv fødselsnummer.",
        Optional = "(valfritt)",
        Save = "Lagre ønska",
        OtherIntakes = "Vel eit anna tidspunkt",
        Saved = "Ønska dine er lagra",
        SavedNext = name => $"{name} kan sjå dei, og tek dei med når kommunen snakkar med sjukehuset. Søknadsfristane står hos Helsedirektoratet.",
        Change = "Endre ønska",
        TakeBack = "Ta tilbake ønska",
        TakenBack = "Ønska er tekne tilbake.",
        ChooseOne = "Vel minst eitt sjukehus.",
        ChooseOneOrNone = "Vel minst eitt sjukehus. Vil du ta ønska tilbake, så tøm kommentaren også.",
        TooLong = $"Skriv høgst {Lis1Wishes.MostCharacters} teikn.",
        TryAgain = "Ønska er ikkje lagra. Trykk på knappen ein gong til.",
    };

    private static readonly WishWords English = new()
    {
        Heading = "Where do you want LIS1?",
        NoPromise = kommune => $"The hospitals hire. {kommune} can tell them about you and recommend you, but can never promise you a place. You must apply yourself when the posts are advertised.",
        WhichIntake = "When do you want to begin?",
        Start = term => $"1 {(term.Season == Season.Spring ? "March" : "September")} {term.Year}",
        Stated = count => count == 1 ? "1 wish" : $"{count} wishes",
        NotStated = "nothing said yet",
        Rank = number => $"Wish number {number}",
        Choose = "Choose a hospital",
        OrderHelp = "Put the one you want most first. One wish is enough, and you can change them as often as you like.",
        More = "More wishes",
        MoveUp = "Move up",
        MoveDown = "Move down",
        Moved = (hospital, number) => $"{hospital} is now wish number {number}",
        Comment = "Anything we should know?",
        CommentHelp = "For instance why, or whether you want to be with somebody. Do not write your national identity number.",
        Optional = "(optional)",
        Save = "Save my wishes",
        OtherIntakes = "Choose another time",
        Saved = "Your wishes are saved",
        SavedNext = name => $"{name} can see them, and brings them along when the kommune talks with the hospital. Helsedirektoratet publishes the deadlines for applying.",
        Change = "Change my wishes",
        TakeBack = "Take my wishes back",
        TakenBack = "Your wishes are taken back.",
        ChooseOne = "Please choose at least one hospital.",
        ChooseOneOrNone = "Please choose at least one hospital. To take your wishes back, empty the comment too.",
        TooLong = $"Please write {Lis1Wishes.MostCharacters} characters at most.",
        TryAgain = "Your wishes are not saved. Please press the button once more.",
    };
}
