namespace Rekruttering.Templates.Shared;

/// <summary>
/// What GDPR art. 14 wants told to somebody whose data came from elsewhere. The kommune's own sentences, in the mail's language, since no two
/// kommuner decide alike; what is the same for all stands in the template.
/// </summary>
public sealed record PrivacyNotice
{
    /// <summary>Where the data came from: "en liste fra Levanger videregående skole".</summary>
    public required string Source { get; init; }

    /// <summary>The kinds of data held: "navn, e-post, studiested og årskull".</summary>
    public required string Categories { get; init; }

    /// <summary>The legal basis, with its paragraph.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Who gets to see the data.</summary>
    public required string Recipients { get; init; }

    /// <summary>How long the data are kept.</summary>
    public required string Retention { get; init; }

    /// <summary>How to reach the kommune about this.</summary>
    public required string ControllerContact { get; init; }

    /// <summary>How to reach the data protection officer (personvernombud).</summary>
    public required string OfficerContact { get; init; }

    /// <summary>Where to object (art. 21), which must be said on its own.</summary>
    public required string ObjectUrl { get; init; }

    /// <summary>True when the basis is consent, which can be taken back.</summary>
    public bool RestsOnConsent { get; init; }
}
