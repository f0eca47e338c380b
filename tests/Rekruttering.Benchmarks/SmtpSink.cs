using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>
/// A mail server on this machine that takes everything: Debian's smtp-sink, unpacked from the postfix package where it is not installed,
/// or our own in this process where neither can be had.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process? _process;
    private readonly MailSink? _own;
    private readonly TemporaryFolder? _folder;
    private readonly (string Program, string Libraries)? _source;

    private SmtpSink(string name, int port, Process? process, MailSink? own, TemporaryFolder? folder, (string Program, string Libraries)? source) =>
        (Name, Port, _process, _own, _folder, _source) = (name, port, process, own, folder, source);

    /// <summary>Which of them it is.</summary>
    public string Name { get; }

    /// <summary>On 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts the best there is.</summary>
    public static async Task<SmtpSink> StartAsync()
    {
        var folder = new TemporaryFolder();
        if (Find(folder.Path) is not var (program, libraries))
        {
            folder.Dispose();
            var own = new MailSink();
            return new SmtpSink("our own sink, in the measuring process (no smtp-sink here)", own.Port, null, own, null, null);
        }
        var port = FreePort();
        var isRoot = Environment.UserName == "root";
        string[] arguments = [.. isRoot ? new[] { "-u", "nobody", "-R", folder.Path } : [], $"127.0.0.1:{port}", "1000"];
        var start = new ProcessStartInfo(program, arguments) { Environment = { ["LD_LIBRARY_PATH"] = libraries } };
        var process = Process.Start(start)!;
        await AnswersAsync(port);
        return new SmtpSink("smtp-sink", port, process, null, folder, (Path.Combine(Path.GetDirectoryName(program)!, "smtp-source"), libraries));
    }

    /// <summary>How many mails a second smtp-source gets rid of here: a program in C that writes no mail and keeps nothing. Null where there is none.</summary>
    public async Task<double?> SourceAsync(int mails, int connections, int bytes)
    {
        if (_source is not var (program, libraries) || !File.Exists(program))
            return null;
        var start = new ProcessStartInfo(program, ["-d", "-s", $"{connections}", "-m", $"{mails}", "-l", $"{bytes}", "-f", "post@example.com", "-t", "student@example.com", $"127.0.0.1:{Port}"]) { Environment = { ["LD_LIBRARY_PATH"] = libraries } };
        var clock = Stopwatch.StartNew();
        using var source = Process.Start(start)!;
        await source.WaitForExitAsync();
        return source.ExitCode == 0 ? mails / clock.Elapsed.TotalSeconds : throw new InvalidOperationException("smtp-source failed.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        if (_own is not null)
            await _own.DisposeAsync();
        _folder?.Dispose();
    }

    private static (string Program, string Libraries)? Find(string folder)
    {
        foreach (var installed in (string[])["/usr/sbin/smtp-sink", "/usr/bin/smtp-sink"])
        {
            if (File.Exists(installed))
                return (installed, "/usr/lib/postfix");
        }
        using var unpack = Process.Start(new ProcessStartInfo("sh", ["-c", "apt-get download postfix >/dev/null 2>&1 && dpkg -x postfix_*.deb . && rm postfix_*.deb"]) { WorkingDirectory = folder })!;
        unpack.WaitForExit();
        var unpacked = Path.Combine(folder, "usr", "sbin", "smtp-sink");
        return unpack.ExitCode == 0 && File.Exists(unpacked) ? (unpacked, Path.Combine(folder, "usr", "lib", "postfix")) : null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswersAsync(int port)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new InvalidOperationException("The mail sink does not answer.");
    }
}
