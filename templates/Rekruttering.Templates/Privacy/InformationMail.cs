using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Privacy;

/// <summary>
/// Tells a student that the kommune has the student's data: GDPR art. 14, within a month or at the first contact. The frame must carry a
/// <see cref="MailFrame.Notice"/>. Asks nothing.
/// </summary>
public sealed record InformationMail : MailModel
{
    public string? FirstName { get; init; }

    public override string Subject(string language) => MailLanguage.Pick(language,
        $"{Frame.Kommune} har deg i registeret over medisinstudenter",
        $"{Frame.Kommune} har deg i registeret over medisinstudentar",
        $"{Frame.Kommune} has you in its register of medical students");

    public override string Preheader(string language) => MailLanguage.Pick(language,
        "Hva vi har lagret, hvor vi har det fra, og hvordan du sier nei.",
        "Kva vi har lagra, kvar vi har det frå, og korleis du seier nei.",
        "What we hold, where it came from, and how to say no.");
}
