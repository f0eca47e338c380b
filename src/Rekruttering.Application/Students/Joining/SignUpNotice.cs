using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Privacy;
using Rekruttering.Templates.Privacy;
using static Rekruttering.Templates.Shared.MailLanguage;

namespace Rekruttering.Application.Students.Joining;

/// <summary>
/// What GDPR art. 13 wants told before somebody gives her data: who, why, on what ground, for how long, what she can claim, and that nobody has to.
/// The page shows it, and what was shown is kept with the consent that it was the ground of (art. 7(1)).
/// </summary>
/// <param name="Facts">Line by line.</param>
/// <param name="Rights">What she can claim, and that it is her own choice.</param>
public sealed record SignUpNotice(IReadOnlyList<(string Term, string Fact)> Facts, IReadOnlyList<string> Rights)
{
    /// <param name="language">"nb", "nn" or "en".</param>
    public static SignUpNotice Of(KommuneSettings settings, PublicAddress address, string language)
    {
        var frame = MailFrames.BeforeSigningUp(settings, address, language);
        return new(NoticeWords.Facts(frame, language),
        [
            Pick(language,
                "Du velger selv om du vil stå her. Sier du nei, får det ingen følger for deg.",
                "Du vel sjølv om du vil stå her. Seier du nei, får det ingen følgjer for deg.",
                "It is your own choice. Saying no has no consequences for you."),
            NoticeWords.Rights(frame, language),
        ]);
    }

    /// <summary>All of it as plain text.</summary>
    public string Text => string.Join('\n', Facts.Select(fact => $"{fact.Term}: {fact.Fact}").Concat(Rights));
}
