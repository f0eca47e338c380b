using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Campaigns;

/// <summary>The meeting that the student was invited to will not be. Asks nothing.</summary>
public sealed record MeetingCancelledMail : MailModel
{
    public string? FirstName { get; init; }

    /// <summary>What it was called in the invitation's subject.</summary>
    public required string Meeting { get; init; }

    public required string Place { get; init; }

    /// <summary>When it was to begin, on the clock of Europe/Oslo.</summary>
    public required DateTime From { get; init; }

    /// <summary>Who to call.</summary>
    public required string ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public override string Subject(string language) => $"{MailLanguage.Pick(language, "Avlyst", "Avlyst", "Cancelled")}: {Meeting}";

    public override string Preheader(string language) => MailLanguage.Pick(language,
        $"Det blir ikke noe møte {MailDates.Moment(From, language)}.",
        $"Det blir ikkje noko møte {MailDates.Moment(From, language)}.",
        $"There will be no meeting at {MailDates.Moment(From, language)}.");
}
