namespace Rekruttering.Application.Outbox;

/// <summary>Where this program is reached from outside: what every link in a mail begins with. Configuration <c>App:BaseUrl</c>.</summary>
public sealed record PublicAddress(Uri BaseUrl)
{
    /// <summary>
    /// What to tell whoever is about to send mail with links that no student could open; null when they can. The default of <c>App:BaseUrl</c> is where the
    /// program listens, which behind a proxy is nowhere outside. Mail that is written to files is not said anything of.
    /// </summary>
    public string? WhyNobodyCanOpen(MailTransportKind transport) => transport != MailTransportKind.Smtp || !BaseUrl.IsLoopback ? null
        : $"Lenkene i e-posten begynner med {BaseUrl.GetLeftPart(UriPartial.Authority)}, som bare kan åpnes på maskinen programmet går på. Studentene kan verken svare eller melde seg av. "
            + "Den som drifter løsningen, må sette adressen (App:BaseUrl).";

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Of(string path) => BaseUrl.AbsoluteUri.TrimEnd('/') + path;
}
