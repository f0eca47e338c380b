using Rekruttering.Templates.Shared;
using static Rekruttering.Templates.Shared.MailLanguage;

namespace Rekruttering.Templates.Privacy;

/// <summary>What GDPR art. 14 wants told, line by line, the same in both parts.</summary>
public static class NoticeWords
{
    public static string Heading(string language) => Pick(language,
        "Det vi har lagret om deg", "Det vi har lagra om deg", "What we hold about you");

    public static IReadOnlyList<(string Term, string Fact)> Facts(MailFrame frame, string language)
    {
        var notice = frame.Notice ?? throw new InvalidOperationException("A mail that informs of data needs a notice in its frame.");
        return
        [
            (Pick(language, "Hvorfor", "Kvifor", "Why"), Pick(language,
                "For å holde kontakt med deg om sommerjobb, praksis og LIS1.",
                "For å halde kontakt med deg om sommarjobb, praksis og LIS1.",
                "To keep in touch with you about summer jobs, practice and LIS1.")),
            (Pick(language, "Hva", "Kva", "What"), notice.Categories),
            (Pick(language, "Hvor fra", "Kvar frå", "From where"), notice.Source),
            (Pick(language, "Grunnlag", "Grunnlag", "Legal basis"), notice.LegalBasis),
            (Pick(language, "Hvem ser det", "Kven ser det", "Who sees it"), notice.Recipients),
            (Pick(language, "Hvor lenge", "Kor lenge", "How long"), notice.Retention),
            (Pick(language, "Ansvarlig", "Ansvarleg", "Controller"), $"{frame.Kommune}, {notice.ControllerContact}"),
            (Pick(language, "Personvernombud", "Personvernombod", "Data protection officer"), notice.OfficerContact),
        ];
    }

    public static string Rights(MailFrame frame, string language)
    {
        var consent = frame.Notice is { RestsOnConsent: true }
            ? Pick(language, " Et samtykke kan du trekke tilbake når du vil.", " Eit samtykke kan du trekkje tilbake når du vil.", " You can withdraw your consent at any time.")
            : "";
        return Pick(language,
            "Du kan be om å få se det vi har, få det rettet, slettet, begrenset eller utlevert." + consent
                + " Ingen avgjørelser om deg blir tatt automatisk. Mener du at vi gjør noe galt, kan du klage til Datatilsynet.",
            "Du kan be om å få sjå det vi har, få det retta, sletta, avgrensa eller utlevert." + consent
                + " Ingen avgjerder om deg blir tekne automatisk. Meiner du at vi gjer noko gale, kan du klage til Datatilsynet.",
            "You can ask to see what we hold, and to have it corrected, deleted, restricted or handed over." + consent
                + " No decisions about you are made automatically. If you think we do something wrong, you can complain to Datatilsynet, the Norwegian data protection authority.");
    }

    public static string SayNo(string language) => Pick(language, "Du kan si nei", "Du kan seie nei", "You can say no");

    public static string HowToSayNo(string language) => Pick(language,
        "Vil du ikke at vi kontakter deg, sier du fra her. Du trenger ikke si hvorfor.",
        "Vil du ikkje at vi kontaktar deg, seier du frå her. Du treng ikkje seie kvifor.",
        "If you do not want us to contact you, say so here. You need not say why.");
}
