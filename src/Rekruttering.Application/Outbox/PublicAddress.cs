namespace Rekruttering.Application.Outbox;

/// <summary>Where this program is reached from outside: what every link in a mail begins with. Configuration <c>App:BaseUrl</c>.</summary>
public sealed record PublicAddress(Uri BaseUrl)
{
    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Of(string path) => BaseUrl.AbsoluteUri.TrimEnd('/') + path;
}
