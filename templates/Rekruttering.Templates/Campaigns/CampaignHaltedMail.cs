using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Campaigns;

/// <summary>To an administrator: the sender has paused a campaign by itself. One thing asked: look at why.</summary>
public sealed record CampaignHaltedMail : MailModel
{
    /// <summary>What the campaign is called.</summary>
    public required string Campaign { get; init; }

    /// <summary>Why, in bokmål, with the mail server's last words where it was the server.</summary>
    public required string Why { get; init; }

    /// <summary>The campaign's page.</summary>
    public required string Url { get; init; }

    public override string Subject(string language) => MailLanguage.Pick(language,
        $"Utsendingen «{Campaign}» er satt på pause",
        $"Utsendinga «{Campaign}» er sett på pause",
        $"The campaign \"{Campaign}\" is paused");

    public override string Preheader(string language) => MailLanguage.Pick(language,
        "E-postene kommer ikke av gårde. Ingen flere sendes før du fortsetter.",
        "E-postane kjem ikkje av garde. Ingen fleire blir sende før du held fram.",
        "The mails do not get off. No more are sent before you go on.");
}
