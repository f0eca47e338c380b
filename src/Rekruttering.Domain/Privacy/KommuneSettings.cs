using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Privacy;

/// <summary>
/// What a kommune says of itself in mails and on the students' pages: who writes, who answers, who its personvernombud is, and what
/// the register stands on. One row per kommune that uses the program.
/// </summary>
public sealed class KommuneSettings : IKommuneOwned, IVersioned
{
    private KommuneSettings() { }

    public KommuneSettings(string kommuneNumber) => KommuneNumber = kommuneNumber;

    public string KommuneNumber { get; private set; } = "";

    /// <summary>The person the mails are from, e.g. "Kari Nordmann"; null until set: then the kommune's name alone.</summary>
    public string? SenderName { get; set; }

    /// <summary>e.g. "kommuneoverlege".</summary>
    public string? SenderTitle { get; set; }

    /// <summary>Where answers to mails go.</summary>
    public string? ReplyTo { get; set; }

    public string? Phone { get; set; }
    public string? DpoName { get; set; }
    public string? DpoEmail { get; set; }

    /// <summary>The supplementary legal basis in the kommune's words (GDPR art. 6(3)), e.g. helse- og omsorgstjenesteloven § 8-1.</summary>
    public string? LegalBasisText { get; set; }

    /// <summary>What the kommune adds to a ground; null where it adds nothing, and to a consent: what the law allows the kommune is no ground of one.</summary>
    public string? SupplementTo(LegalBasis basis) =>
        basis == LegalBasis.Consent || string.IsNullOrWhiteSpace(LegalBasisText) ? null : LegalBasisText.Trim();

    /// <summary>How long data are kept, in the kommune's words.</summary>
    public string? RetentionText { get; set; }

    /// <summary>How many hours late a campaign may start when the program was down at its time.</summary>
    public int LateStartHours { get; set; } = 6;

    /// <summary>Nobody gets more than so many campaign mails in <see cref="CapDays"/> days; 0 is no limit.</summary>
    public int CapMails { get; set; }

    /// <summary>The days that <see cref="CapMails"/> counts back.</summary>
    public int CapDays { get; set; } = 30;

    /// <summary>The hours in which campaign mail may leave; null is always. A campaign may be released outside them.</summary>
    public SendWindow? Window { get; set; }

    /// <summary>One writes a campaign and another releases it.</summary>
    public bool TwoPersonRule { get; set; }

    /// <summary>Students may sign up on the kommune's open page, if it can tell them what the law wants told: see <see cref="SignUpsAreOpen"/>.</summary>
    public bool TakesSignUps { get; set; }

    /// <summary>Whether the open page stands open.</summary>
    public bool SignUpsAreOpen => TakesSignUps && !MissingForSignUps().Any();

    /// <summary>What GDPR art. 13 wants told whoever signs up, and the settings do not say: where the kommune and its personvernombud are reached, and how long data are kept.</summary>
    public IEnumerable<string> MissingForSignUps()
    {
        if (ReplyTo is null && Phone is null)
            yield return "svaradresse eller telefon";
        if (DpoEmail is null)
            yield return "personvernombudets e-post";
        if (RetentionText is null)
            yield return "hvor lenge opplysningene lagres";
    }

    /// <summary>The målform of a student who has not chosen.</summary>
    public WrittenForm WrittenForm { get; set; }

    public int Version { get; set; } = 1;
}
