using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Rekruttering.Application.Outbox;
using Rekruttering.TestSupport;

namespace Rekruttering.Benchmarks;

/// <summary>nodemailer's pool, which keeps no state: the same mail as often, each with a link of its own, over as many connections.</summary>
internal static class NodemailerPool
{
    /// <summary>Mails a second; null where Node.js or the package cannot be had.</summary>
    public static async Task<double?> SendAsync(MailEnvelope mail, int port, int connections, int warmup, int count)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in (string[])["package.json", "package-lock.json", "pool.mjs"])
            File.Copy(Path.Combine(Folder(), file), Path.Combine(folder.Path, file));
        try
        {
            if (await RunAsync(folder.Path, "npm", "", "ci", "--silent") is null)
                return null;
            var text = JsonSerializer.Serialize(new
            {
                from = new { name = mail.From.Name, address = mail.From.Address },
                to = new { name = mail.To.Name, address = mail.To.Address },
                subject = mail.Subject,
                text = mail.TextBody,
                html = mail.HtmlBody,
                headers = mail.Headers,
                link = mail.Headers["List-Unsubscribe"].TrimEnd('>').Split('/')[^1],
            });
            return await RunAsync(folder.Path, "node", text, "pool.mjs", $"{port}", $"{connections}", $"{warmup}", $"{count}") is { } seconds
                ? count / double.Parse(seconds, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException("nodemailer failed.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<string?> RunAsync(string folder, string program, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : null;
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "nodemailer");
}
