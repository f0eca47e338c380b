using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>What stands on every page that a personal link opens. A text that is missing in one language does not compile.</summary>
public sealed record CommonWords
{
    public required string MyAnswer { get; init; }
    public required string Lis1 { get; init; }
    public required string AboutMe { get; init; }
    public required string Stop { get; init; }
    public required string UnknownLink { get; init; }
    public required string UnknownLinkWhy { get; init; }
    public required string UnknownLinkWhom { get; init; }

    /// <summary>The words of a language.</summary>
    public static CommonWords In(WrittenForm form) => form switch
    {
        WrittenForm.Nynorsk => Nynorsk,
        WrittenForm.English => English,
        _ => Bokmaal,
    };

    private static readonly CommonWords Bokmaal = new()
    {
        MyAnswer = "Svaret mitt",
        Lis1 = "Si hvor du vil ha LIS1",
        AboutMe = "Hva vet dere om meg?",
        Stop = "Stopp dette",
        UnknownLink = "Denne lenken virker ikke",
        UnknownLinkWhy = "Den kan være gammel, eller bare halve lenken kom med fra e-posten. Prøv å åpne den fra e-posten en gang til.",
        UnknownLinkWhom = "Virker den fortsatt ikke, så svar på e-posten, eller ring sentralbordet i kommunen som sendte den og spør etter den som underskrev.",
    };

    private static readonly CommonWords Nynorsk = new()
    {
        MyAnswer = "Svaret mitt",
        Lis1 = "Sei kvar du vil ha LIS1",
        AboutMe = "Kva veit de om meg?",
        Stop = "Stopp dette",
        UnknownLink = "Denne lenkja verkar ikkje",
        UnknownLinkWhy = "Ho kan vere gammal, eller berre halve lenkja kom med frå e-posten. Prøv å opne ho frå e-posten ein gong til.",
        UnknownLinkWhom = "Verkar ho framleis ikkje, så svar på e-posten, eller ring sentralbordet i kommunen som sende han og spør etter den som skreiv under.",
    };

    private static readonly CommonWords English = new()
    {
        MyAnswer = "My answer",
        Lis1 = "Say where you want LIS1",
        AboutMe = "What do you know about me?",
        Stop = "Stop this",
        UnknownLink = "This link does not work",
        UnknownLinkWhy = "It may be old, or only half of it came along from the e-mail. Please try to open it from the e-mail once more.",
        UnknownLinkWhom = "If it still does not work, answer the e-mail, or call the kommune that sent it and ask for the person who signed it.",
    };
}
