using Rekruttering.Domain.Places;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Outbox;

/// <summary>What stands around every mail: who writes, why, how to stop, and at the first contact what the law wants told.</summary>
public static class MailFrames
{
    /// <summary>"Namsos kommune"; of a name that two share, without the fylke in brackets.</summary>
    public static string NameOf(string kommuneNumber)
    {
        var name = Kommuner.Find(kommuneNumber)?.Name ?? kommuneNumber;
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return (bracket > 0 ? name[..bracket] : name) + " kommune";
    }

    /// <summary>The name on the mail: "Kari Nordmann, Namsos kommune".</summary>
    public static string FromName(KommuneSettings settings) =>
        string.Join(", ", new[] { settings.SenderName, NameOf(settings.KommuneNumber) }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>The frame of one mail. A student who was not informed gets the notice of GDPR art. 14 in it, and a test shows it as such a student would get it.</summary>
    public static MailFrame Of(MailToWrite mail, MailDraft draft, MailLinks links) => new()
    {
        Kommune = NameOf(mail.Settings.KommuneNumber),
        SenderName = string.IsNullOrWhiteSpace(mail.Settings.SenderName) ? NameOf(mail.Settings.KommuneNumber) : mail.Settings.SenderName,
        SenderTitle = mail.Settings.SenderTitle,
        SenderPhone = mail.Settings.Phone,
        Reason = draft.Reason,
        UnsubscribeUrl = draft.Topic is null ? null : links.Unsubscribe,
        PrivacyUrl = links.Privacy,
        Notice = (mail.Student ?? draft.WouldInform) is { InformedAt: null } student ? Notice(student.Source, student.LegalBasis, mail.Settings, links, links.Unsubscribe, draft.Language) : null,
    };

    /// <summary>What is told whoever is about to give her own data (GDPR art. 13), in the words of the first contact.</summary>
    public static MailFrame BeforeSigningUp(KommuneSettings settings, PublicAddress address, string language)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var links = new MailLinks(address, settings.KommuneNumber, token: null);
        var source = MailLanguage.Pick(language, "fra deg selv", "frå deg sjølv", "from yourself");
        return new MailFrame
        {
            Kommune = NameOf(settings.KommuneNumber),
            SenderName = settings.SenderName ?? NameOf(settings.KommuneNumber),
            Reason = MailReason.SigningUp,
            PrivacyUrl = links.Privacy,
            Notice = Notice(source, LegalBasis.Consent, settings, links, links.Privacy, language),
        };
    }

    private static PrivacyNotice Notice(string source, LegalBasis basis, KommuneSettings settings, MailLinks links, string objectUrl, string language) => new()
    {
        Source = source,
        Categories = MailLanguage.Pick(language,
            "navn, kontaktopplysninger, studiested, årskull, tilknytning til kommunen og det du selv svarer oss",
            "namn, kontaktopplysningar, studiestad, årskull, tilknyting til kommunen og det du sjølv svarer oss",
            "your name, contact details, place and year of study, ties to the kommune, and what you answer us"),
        LegalBasis = Basis(basis, settings, language),
        Recipients = MailLanguage.Pick(language,
            "de som rekrutterer leger i kommunen", "dei som rekrutterer legar i kommunen", "those who recruit doctors in the kommune"),
        Retention = settings.RetentionText ?? MailLanguage.Pick(language,
            "til du har fullført LIS1, eller til du sier nei", "til du har fullført LIS1, eller til du seier nei", "until you have completed LIS1, or until you say no"),
        ControllerContact = Contact(null, settings.ReplyTo, settings.Phone, links),
        OfficerContact = Contact(settings.DpoName, settings.DpoEmail, null, links),
        ObjectUrl = objectUrl,
        RestsOnConsent = basis == LegalBasis.Consent,
    };

    private static string Basis(LegalBasis basis, KommuneSettings settings, string language)
    {
        var article = basis switch
        {
            LegalBasis.Consent => MailLanguage.Pick(language, "samtykket ditt", "samtykket ditt", "your consent") + " (GDPR art. 6 nr. 1 a)",
            LegalBasis.Application => MailLanguage.Pick(language, "at du selv har bedt om det", "at du sjølv har bede om det", "your own request") + " (GDPR art. 6 nr. 1 b)",
            _ => MailLanguage.Pick(language, "en oppgave i allmennhetens interesse", "ei oppgåve i ålmenta si interesse", "a task in the public interest") + " (GDPR art. 6 nr. 1 e)",
        };
        return settings.SupplementTo(basis) is { } supplement ? $"{article}: {supplement}" : article;
    }

    private static string Contact(string? name, string? email, string? phone, MailLinks links)
    {
        var known = string.Join(", ", new[] { name, email, phone }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return known.Length > 0 ? known : links.Privacy;
    }
}
