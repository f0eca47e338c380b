using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Templates.Campaigns;

/// <summary>
/// What a recruiter wrote, in the frame. The words come filled and encoded from the merge (Markdown is data, never Razor), in the language
/// that the mail is rendered in.
/// </summary>
public sealed partial record CampaignMail : MailModel
{
    const int PreheaderLength = 110;

    /// <summary>The filled subject, one line.</summary>
    public required string SubjectLine { get; init; }

    /// <summary>HTML made from the recruiter's Markdown, with nothing in it that the merge has not encoded.</summary>
    public required IHtmlContent Body { get; init; }

    /// <summary>The same as plain text.</summary>
    public required string BodyText { get; init; }

    public override string Subject(string language) => SubjectLine;

    /// <summary>The body's first words, greeting and addresses apart: nobody reads an address there, and a link is often longer than the whole line.</summary>
    public override string Preheader(string language)
    {
        var lines = Addresses().Replace(BodyText, "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Cut(lines.FirstOrDefault(line => line.Length > 30) ?? lines.FirstOrDefault() ?? "");
    }

    // After a word where there is one to end, else never between the two halves of a sign.
    static string Cut(string line)
    {
        if (line.Length <= PreheaderLength)
            return line;
        var space = line.LastIndexOf(' ', PreheaderLength, 60);
        return line[..(space > 0 ? space : PreheaderLength - (char.IsLowSurrogate(line[PreheaderLength]) ? 1 : 0))] + " …";
    }

    [GeneratedRegex(@"[^\S\n]*\(https?://\S*?\)(?=[\s.,;:!?]|$)|:?[^\S\n]*https?://\S+")]
    private static partial Regex Addresses();
}
