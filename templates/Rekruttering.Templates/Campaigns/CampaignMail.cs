using Microsoft.AspNetCore.Html;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Campaigns;

/// <summary>
/// What a recruiter wrote, in the frame. The words come filled and encoded from the merge (Markdown is data, never Razor), in the language
/// that the mail is rendered in.
/// </summary>
public sealed record CampaignMail : MailModel
{
    /// <summary>The filled subject, one line.</summary>
    public required string SubjectLine { get; init; }

    /// <summary>HTML made from the recruiter's Markdown, with nothing in it that the merge has not encoded.</summary>
    public required IHtmlContent Body { get; init; }

    /// <summary>The same as plain text.</summary>
    public required string BodyText { get; init; }

    public override string Subject(string language) => SubjectLine;

    /// <summary>The body's first words, greeting apart.</summary>
    public override string Preheader(string language)
    {
        var lines = BodyText.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = lines.FirstOrDefault(line => line.Length > 30) ?? lines.FirstOrDefault() ?? "";
        return first.Length <= 110 ? first : first[..first.LastIndexOf(' ', 110, 60)] + " …";
    }
}
