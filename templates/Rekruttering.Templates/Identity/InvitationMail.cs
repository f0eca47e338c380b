using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Identity;

/// <summary>A colleague gets a link that works once. One thing asked: choose a password.</summary>
public sealed record InvitationMail : MailModel
{
    /// <summary>What the colleague may do, in a word: "rekrutterer".</summary>
    public required string Role { get; init; }

    /// <summary>Works once.</summary>
    public required string Url { get; init; }

    /// <summary>The last moment that the link works, on the clock of Europe/Oslo.</summary>
    public required DateTime ValidUntil { get; init; }

    public override string Subject(string language) => MailLanguage.Pick(language,
        $"Invitasjon til registeret over medisinstudenter i {Frame.Kommune}",
        $"Invitasjon til registeret over medisinstudentar i {Frame.Kommune}",
        $"Invitation to {Frame.Kommune}'s register of medical students");

    public override string Preheader(string language) => MailLanguage.Pick(language,
        $"Lag passordet ditt innen {MailDates.Moment(ValidUntil, language)}.",
        $"Lag passordet ditt innan {MailDates.Moment(ValidUntil, language)}.",
        $"Choose your password by {MailDates.Moment(ValidUntil, language)}.");
}
