namespace Rekruttering.Templates.Shared;

/// <summary>
/// What a mail says, apart from its words. A mail <c>Jobs/OfferMail</c> is this model beside <c>OfferMail.Html.cshtml</c> and
/// <c>OfferMail.Text.cshtml</c>; its namespace is its folder. Links are absolute; clock times are those of Europe/Oslo.
/// </summary>
public abstract record MailModel
{
    /// <summary>Who writes, why, and how to stop: what stands around every mail.</summary>
    public required MailFrame Frame { get; init; }

    /// <summary>The matter itself, on one line.</summary>
    public abstract string Subject(string language);

    /// <summary>The line that a mail program shows beside the subject.</summary>
    public abstract string Preheader(string language);
}

/// <summary>What stands around every mail.</summary>
public sealed record MailFrame
{
    /// <summary>As the kommune writes itself: "Namsos kommune".</summary>
    public required string Kommune { get; init; }

    /// <summary>The person who writes.</summary>
    public required string SenderName { get; init; }

    /// <summary>The person's work: "kommuneoverlege".</summary>
    public string? SenderTitle { get; init; }

    /// <summary>What stands below the name; null when the kommune itself writes, whose name stands there already.</summary>
    public string? SenderLine => (string.IsNullOrWhiteSpace(SenderTitle), SenderName == Kommune) switch
    {
        (true, true) => null,
        (true, false) => Kommune,
        (false, true) => SenderTitle,
        _ => $"{SenderTitle}, {Kommune}",
    };

    /// <summary>Where the person answers the telephone.</summary>
    public string? SenderPhone { get; init; }

    /// <summary>Why the recipient gets this mail.</summary>
    public required MailReason Reason { get; init; }

    /// <summary>Where to stop further mail; null for mails that nobody can be spared, such as an answer to one's own question.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>The page on how the kommune treats personal data.</summary>
    public required string PrivacyUrl { get; init; }

    /// <summary>What the law wants said at the first contact (GDPR art. 14), when this mail is that contact; else null.</summary>
    public PrivacyNotice? Notice { get; init; }
}

/// <summary>Why somebody gets a mail, as the footer says it.</summary>
public enum MailReason
{
    /// <summary>The student stands in the kommune's register.</summary>
    InTheRegister,

    /// <summary>The student was offered a job or has answered an offer.</summary>
    JobOffer,

    /// <summary>The student asked the kommune something.</summary>
    OwnQuestion,

    /// <summary>A colleague was invited to use the register.</summary>
    Invited,

    /// <summary>A colleague looks after the kommune's register.</summary>
    Administrator,

    /// <summary>Somebody signed up with this address on the kommune's page.</summary>
    SigningUp,
}
