using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Campaigns;

namespace Rekruttering.Infrastructure.Links;

/// <summary>
/// Asks over HTTP, without cookies and without saying who asks. Connects to public addresses only, also after a redirect: what somebody
/// types into a text must not make the program knock on doors inside the network.
/// </summary>
sealed class HttpLinkProbe : ILinkProbe, IDisposable
{
    // RFC 6890, and what is reserved beside it.
    static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
            "::/127", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    readonly LinkOptions options;
    readonly TimeProvider time;
    readonly HttpClient client;

    public HttpLinkProbe(IOptions<LinkOptions> options, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        var way = new SocketsHttpHandler { UseCookies = false, MaxAutomaticRedirections = 5, PooledConnectionLifetime = TimeSpan.FromMinutes(1), UseProxy = false };
        if (this.options.Proxy is { } proxy)
            (way.UseProxy, way.Proxy) = (true, new WebProxy(proxy));
        else
            way.ConnectCallback = ConnectAsync;
        client = new HttpClient(way) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; Rekruttering)");
    }

    public async Task<LinkFault?> AskAsync(Uri page, CancellationToken cancellationToken)
    {
        if (!options.Check)
            return null;
        using var late = new CancellationTokenSource(options.AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // Some servers know no HEAD, and some say 404 to it.
            var status = await StatusAsync(HttpMethod.Head, page, either.Token);
            if ((int)status >= 400)
                status = await StatusAsync(HttpMethod.Get, page, either.Token);
            return status is HttpStatusCode.NotFound or HttpStatusCode.Gone ? LinkFault.NoSuchPage : null;
        }
        catch (HttpRequestException fault)
        {
            return Judge(fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri page, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, page);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.StatusCode;
    }

    static LinkFault? Judge(HttpRequestException fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is OnlyInsideException)
                return LinkFault.OnlyInside;
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData })
                return LinkFault.NoSuchServer;
        }
        return fault.HttpRequestError == HttpRequestError.SecureConnectionError ? LinkFault.NotSecure : null;
    }

    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        // By number and not by name once more: a name may lead elsewhere the second time.
        IPAddress[] open = [.. addresses.Where(IsPublic)];
        if (open.Length == 0)
            throw new OnlyInsideException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(network => network.Contains(plain));
    }

    sealed class OnlyInsideException : IOException;
}
