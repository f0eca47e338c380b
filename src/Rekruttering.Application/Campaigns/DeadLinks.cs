using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Campaigns;

/// <summary>What is certainly wrong with a page that a text links to.</summary>
public enum LinkFault
{
    /// <summary>The server says that there is no such page, or not any more.</summary>
    NoSuchPage,

    /// <summary>Nobody has that name.</summary>
    NoSuchServer,

    /// <summary>The name leads to an address that is only known on the inside of a network.</summary>
    OnlyInside,

    /// <summary>The certificate is not right: a browser would warn the reader.</summary>
    NotSecure,
}

/// <summary>Asks the network for a page.</summary>
public interface ILinkProbe
{
    /// <summary>Null when the page answers, and when nothing certain can be said. Takes a few seconds at most, and throws nothing but cancellation.</summary>
    Task<LinkFault?> AskAsync(Uri page, CancellationToken cancellationToken = default);
}

/// <summary>Opens the pages that a text links to, as a reader would, before it goes to many. A doubt is a warning: the page may be new tomorrow.</summary>
public sealed class DeadLinks(ILinkProbe probe)
{
    /// <summary>More than that in one text is no mail.</summary>
    public const int Most = 20;

    /// <summary>One sentence for each link that does not open. Links that can be seen to lead nowhere are <see cref="TextFaults"/>'.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(TemplateText text, CancellationToken cancellationToken = default)
    {
        var sentences = await Task.WhenAll(TextFaults.Pages(text).Take(Most).Select(page => SentenceAsync(page, cancellationToken)));
        return [.. sentences.OfType<string>()];
    }

    private async Task<string?> SentenceAsync(Uri page, CancellationToken cancellationToken) => await probe.AskAsync(page, cancellationToken) switch
    {
        LinkFault.NoSuchPage => $"Siden «{page}» finnes ikke. Åpne lenken og rett den i malen.",
        LinkFault.NoSuchServer => $"Nettstedet i «{page}» finnes ikke. Rett lenken i malen.",
        LinkFault.OnlyInside => $"Lenken «{page}» kan bare åpnes innenfor nettet deres, ikke av studentene.",
        LinkFault.NotSecure => $"Nettstedet i «{page}» har feil i sertifikatet. Studentene får et varsel når de åpner lenken.",
        _ => null,
    };
}
