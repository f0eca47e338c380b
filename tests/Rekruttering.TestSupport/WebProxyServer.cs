using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rekruttering.TestSupport;

/// <summary>A way out to the web that answers for all of it: any host is there, and a page is what the test says, else 200.</summary>
public sealed class WebProxyServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stopping = new();
    readonly Task serving;

    public WebProxyServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"http://{listener.LocalEndpoint}";

    /// <summary>What a page answers, by "GET http://…".</summary>
    public ConcurrentDictionary<string, int> Answers { get; } = new();

    /// <summary>What was asked, in turn.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
    }

    async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (await reader.ReadLineAsync(stopping.Token) is { Length: > 0 } line)
                {
                    while (await reader.ReadLineAsync(stopping.Token) is { Length: > 0 })
                    {
                    }
                    var asked = line[..line.LastIndexOf(' ')];
                    Asked.Enqueue(asked);
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {Answers.GetValueOrDefault(asked, 200)} So\r\nContent-Length: 0\r\n\r\n"), stopping.Token);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The other side, or the test, is done.
            }
        }
    }
}
