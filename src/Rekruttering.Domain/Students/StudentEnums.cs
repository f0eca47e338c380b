namespace Rekruttering.Domain.Students;

/// <summary>Whether a student stands in the working register.</summary>
public enum StudentStatus { Active, Archived }

/// <summary>How the studies go.</summary>
public enum Progression { Ordinary, OnLeave, ResearchTrack, Completed, Discontinued }

/// <summary>The language a student wants mail in; bokmål and nynorsk are målform.</summary>
public enum WrittenForm { Bokmaal, Nynorsk, English }

/// <summary>
/// Why the kommune may hold a person's data: GDPR art. 6(1)(a), (e) or (b). There is no default for consent:
/// the kommune's personvernombud decides which basis the register stands on (domain facts 6.1).
/// </summary>
public enum LegalBasis { Consent, PublicTask, Application }

/// <summary>Why a student belongs here (lokal tilhørighet).</summary>
public enum TieKind { GrewUp, Family, Partner, Other }

/// <summary>What a student has said no to, or why mail may not go there.</summary>
public enum ReservationScope
{
    /// <summary>No summer-job mail.</summary>
    Jobs,

    /// <summary>No mail on LIS1.</summary>
    Lis1,

    /// <summary>No news and greetings.</summary>
    News,

    /// <summary>No invitations to events.</summary>
    Events,

    /// <summary>No campaigns at all; a personal answer to the student's own question may still be sent.</summary>
    AllCampaigns,

    /// <summary>No contact of any kind (GDPR art. 21: the objection to direct marketing is absolute).</summary>
    NoContact,
}
