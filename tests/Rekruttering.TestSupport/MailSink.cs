using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rekruttering.TestSupport;

/// <summary>A mail server on 127.0.0.1 that keeps what it gets and can be told to misbehave, also while it runs.</summary>
public sealed class MailSink : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<MailSinkSession, Task> sessions = new();
    readonly Dictionary<string, MailSinkBehaviour> byRecipient = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> toldAtRecipient = new(StringComparer.OrdinalIgnoreCase);
    readonly List<ReceivedMail> messages = [];
    readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];
    readonly CancellationTokenSource stopped = new();
    readonly Lock gate = new();
    readonly Task accepting;
    int connections;

    public MailSink()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Host => "127.0.0.1";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What happens to every message that <see cref="For"/> says nothing of.</summary>
    public MailSinkBehaviour Behaviour { get; set; }

    /// <summary>What is said to every MAIL FROM, in place of yes.</summary>
    public string? ToldAtSender { get; set; }

    /// <summary>Offers AUTH, and takes nothing from whoever has not signed in with this password.</summary>
    public string? Password { get; set; }

    /// <summary>Offers XOAUTH2 alone, and takes nothing from whoever has not shown this token.</summary>
    public string? Token { get; set; }

    /// <summary>Offers SMTPUTF8, or refuses addresses with æøå before the @.</summary>
    public bool KnowsUtf8 { get; set; } = true;

    /// <summary>Offers STARTTLS, with a certificate that nobody trusts.</summary>
    public bool OffersStartTls { get; set; }

    /// <summary>Speaks TLS from the first byte, with the same certificate.</summary>
    public bool EncryptsFirst { get; set; }

    /// <summary>What happens between a message's last byte and the answer to it.</summary>
    public Func<ReceivedMail, Task> Answering { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many connections have been opened since the start.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>What was received whole, in order, also where the answer never went out.</summary>
    public IReadOnlyList<ReceivedMail> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    /// <summary>Lets one address meet another behaviour than the rest.</summary>
    public void For(string recipient, MailSinkBehaviour behaviour)
    {
        lock (gate)
            byRecipient[recipient] = behaviour;
    }

    /// <summary>Says this to RCPT TO for one address; after a 421 the connection is closed. Null is yes again.</summary>
    public void TellAtRecipient(string recipient, string? line)
    {
        lock (gate)
        {
            if (line is null)
                toldAtRecipient.Remove(recipient);
            else
                toldAtRecipient[recipient] = line;
        }
    }

    /// <summary>Ends as soon as so many messages are here; throws after the time.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync(int count, TimeSpan within)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (messages.Count >= count)
                return [.. messages];
            waiting.Add((count, reached));
        }

        await reached.Task.WaitAsync(within);
        return Messages;
    }

    /// <summary>Closes every connection that is open, as a server does with those that idle, and waits until they are gone.</summary>
    public async Task CloseConnectionsAsync()
    {
        var open = sessions.ToArray();
        foreach (var (session, _) in open)
            session.Dispose();
        await Task.WhenAll(open.Select(one => one.Value));
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        await accepting;
        await CloseConnectionsAsync();
        stopped.Dispose();
    }

    internal MailSinkBehaviour BehaviourFor(string? recipient)
    {
        lock (gate)
            return recipient is not null && byRecipient.TryGetValue(recipient, out var behaviour) ? behaviour : Behaviour;
    }

    internal string? ToldAtRecipient(string recipient)
    {
        lock (gate)
            return toldAtRecipient.GetValueOrDefault(recipient);
    }

    internal void Keep(ReceivedMail mail)
    {
        lock (gate)
        {
            messages.Add(mail);
            foreach (var (_, reached) in waiting.Where(one => one.Count <= messages.Count))
                reached.TrySetResult();
            waiting.RemoveAll(one => one.Count <= messages.Count);
        }
    }

    internal static SslServerAuthenticationOptions Tls() => new() { ServerCertificate = Untrusted.Value };

    static readonly Lazy<X509Certificate2> Untrusted = new(() =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=sink.example.com", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    });

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopped.Token);
                client.NoDelay = true;
                Interlocked.Increment(ref connections);
                var session = new MailSinkSession(this, client);
                var started = new TaskCompletionSource();
                sessions[session] = RunAsync(session, started.Task);
                started.SetResult();
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    async Task RunAsync(MailSinkSession session, Task started)
    {
        await started;
        try
        {
            await session.RunAsync();
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            // The client left, or was thrown out.
        }
        finally
        {
            session.Dispose();
            sessions.TryRemove(session, out _);
        }
    }
}
