using System.Net;
using System.Text.RegularExpressions;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Campaigns;

/// <summary>What is wrong with a text although it can be read: places nobody filled in, and links that lead nowhere. Asks no network.</summary>
public static partial class TextFaults
{
    /// <summary>One sentence a fault, each once.</summary>
    public static IEnumerable<string> In(TemplateText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var blank in Blanks(text).Where(LeftOpen.Contains))
            yield return $"Teksten har et sted som ikke er fylt ut: {blank}. Skriv det inn i malen.";
        foreach (var link in Parts(text).SelectMany(part => part.Addresses()).Distinct().Where(LeadsNowhere))
            yield return $"Lenken «{link}» fører ikke til noe en student kan nå. Rett den i malen.";
    }

    /// <summary>The pages that it links to, each once, but for those that lead nowhere.</summary>
    public static IEnumerable<Uri> Pages(TemplateText text) => Parts(text).SelectMany(part => part.Addresses()).Where(link => !LeadsNowhere(link))
        .Select(link => new Uri(link)).Where(page => page.Scheme is "http" or "https").Distinct();

    /// <summary>What may be meant, but is seldom: one sentence each.</summary>
    public static IEnumerable<string> Oddities(TemplateText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var blank in Blanks(text).Where(blank => !LeftOpen.Contains(blank)))
            yield return $"«{blank}» ser ut som et sted som ikke er fylt ut. Skriv det inn i malen, eller la det stå hvis det er ment slik.";
        foreach (var bracket in new[] { text.BodyNb, text.BodyNn ?? "" }.SelectMany(one => WithoutAddress().Matches(one)).Select(match => match.Value).Distinct())
            yield return $"«{bracket}» ser ut som en lenke uten adresse. Skriv adressen i vanlig parentes rett etter.";
    }

    /// <summary>Whether an address that may stand in a mail is one that nobody outside can open.</summary>
    private static bool LeadsNowhere(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return true;
        return uri.Scheme switch
        {
            "mailto" => !MailOptions.IsAddress(Uri.UnescapeDataString(address["mailto:".Length..].Split('?')[0])),
            "tel" => address.Count(char.IsAsciiDigit) < 3,
            _ => !uri.Host.Trim('.').Contains('.') && uri.HostNameType != UriHostNameType.IPv6 || uri.IsLoopback || uri.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _),
        };
    }

    private static IEnumerable<MarkdownText> Parts(TemplateText text)
    {
        if (MarkdownText.Parse(text.SubjectNb, text.BodyNb).Value is { } nb)
            yield return nb;
        if (text.HasNynorsk && MarkdownText.Parse(text.SubjectNn, text.BodyNn).Value is { } nn)
            yield return nn;
    }

    // What the starting points leave open is certainly not meant; "(skriv gjerne både uker og prosent)" may well be.
    private static readonly HashSet<string> LeftOpen = TemplateStarters.All.SelectMany(starter => Blanks(starter.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Blanks(TemplateText text) =>
        new[] { text.SubjectNb, text.BodyNb, text.SubjectNn ?? "", text.BodyNn ?? "" }.SelectMany(one => Blank().Matches(one)).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\((?:skriv|fyll inn|sett inn)\b[^()\r\n]{0,80}\)", RegexOptions.IgnoreCase)]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<!!)\[[^\[\]\r\n]{1,80}\](?:\[[^\[\]\r\n]*\]|(?![(\[:]))")]
    private static partial Regex WithoutAddress();
}
