using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Joining;

/// <summary>
/// Somebody has signed up with this address on the kommune's page. One thing asked: confirm it. Carries nothing of what was typed, for anybody can type
/// anybody's address.
/// </summary>
public sealed record SignUpMail : MailModel
{
    /// <summary>Where it is confirmed, or disowned.</summary>
    public required string Url { get; init; }

    /// <summary>The last moment that the link works, on the clock of Europe/Oslo.</summary>
    public required DateTime ValidUntil { get; init; }

    public override string Subject(string language) => MailLanguage.Pick(language,
        $"Bekreft påmeldingen til {Frame.Kommune}",
        $"Stadfest påmeldinga til {Frame.Kommune}",
        $"Confirm that you want to hear from {Frame.Kommune}");

    public override string Preheader(string language) => MailLanguage.Pick(language,
        "Ett trykk til, så er du med. Var det ikke deg, trenger du ikke gjøre noe.",
        "Eitt trykk til, så er du med. Var det ikkje deg, treng du ikkje gjere noko.",
        "One more step and you are in. If it was not you, you need not do anything.");
}
