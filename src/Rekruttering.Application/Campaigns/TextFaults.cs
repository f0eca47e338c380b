using System.Net;
using System.Text.RegularExpressions;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Campaigns;

/// <summary>What is wrong with a text although it can be read: places nobody filled in, links that lead nowhere, and links that carry the student's name to others. Asks no network.</summary>
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
        foreach (var (link, field) in Parts(text).SelectMany(part => part.Addresses()).Distinct().SelectMany(link => PersonalFieldsIn(link).Select(field => (link, field))))
            yield return $"Lenken «{link}» forteller et annet nettsted hvem studenten er. Ta «{field}» ut av lenken i malen.";
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
        foreach (var picture in Parts(text).SelectMany(part => part.Pictures()).Distinct())
            yield return $"Bildet «{picture}» blir ikke med: e-postene har bare tekst. Lenk til det i stedet.";
        foreach (var difference in Differences(text))
            yield return difference;
    }

    /// <summary>
    /// One sentence when a number, a field or a link stands in one written form alone: most often the date that was changed in the other. Links
    /// may lead to a page in each form, and then only their number counts.
    /// </summary>
    private static IEnumerable<string> Differences(TemplateText text)
    {
        if (!text.HasNynorsk || Parts(text).ToList() is not [var nb, var nn])
            yield break;
        var (ofNb, ofNn) = (Marks(text.SubjectNb, text.BodyNb, nb), Marks(text.SubjectNn!, text.BodyNn!, nn));
        var links = nb.Addresses().Distinct().Count() == nn.Addresses().Distinct().Count() ? [] : nb.Addresses().Union(nn.Addresses()).ToHashSet();
        var alone = new[]
        {
            Alone("bokmål", ofNb.Except(ofNn).Concat(nb.Addresses().Except(nn.Addresses()).Where(links.Contains))),
            Alone("nynorsk", ofNn.Except(ofNb).Concat(nn.Addresses().Except(nb.Addresses()).Where(links.Contains))),
        };
        if (alone.OfType<string>().ToList() is { Count: > 0 } said)
            yield return $"Bokmål og nynorsk sier ikke det samme. {string.Join(' ', said)} Se over begge i malen.";
    }

    private static string? Alone(string form, IEnumerable<string> marks) => marks.Distinct().ToList() is { Count: > 0 } some ? $"Bare {form} har {string.Join(", ", some)}." : null;

    // "kl. 09.00" is "kl. 9": zeros in front say nothing, and neither does a number of zeros alone.
    private static HashSet<string> Marks(string subject, string body, MarkdownText read)
    {
        var words = read.Addresses().OrderByDescending(link => link.Length).Aggregate($"{subject}\n{body}", (rest, link) => rest.Replace(link, "", StringComparison.Ordinal));
        return [.. Field().Matches(words).Select(match => $"{{{{{match.Groups[1].Value.ToLowerInvariant()}}}}}"), .. Number().Matches(Field().Replace(words, "")).Select(match => match.Value.TrimStart('0')).Where(number => number.Length > 0)];
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

    // A page gets its whole address, and keeps it in its log; a mail or a call is the student's own.
    private static IEnumerable<string> PersonalFieldsIn(string link) =>
        link.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? MergeFields.All.Where(field => field.IsPersonal).Select(field => $"{{{{{field.Name}}}}}").Where(link.Contains) : [];

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

    [GeneratedRegex(@"\{\{\s*([^{}|\r\n]*?)\s*(?:\|[^{}\r\n]*)?\}\}")]
    private static partial Regex Field();

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!!)\[[^\[\]\r\n]{1,80}\](?:\[[^\[\]\r\n]*\]|(?![(\[:]))")]
    private static partial Regex WithoutAddress();
}
