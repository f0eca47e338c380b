using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>One <c>.eml</c> a message, named by its Message-ID, so that the same message sent twice is one file.</summary>
sealed partial class FileMailTransport(string folder) : IMailTransport, IMailConnection
{
    public ValueTask<IMailConnection> ConnectAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IMailConnection>(this);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<DeliveryResult> SendAsync(MailEnvelope envelope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (EnvelopeCheck.Refusal(envelope) is { } refusal)
            return refusal;
        try
        {
            var name = envelope.MessageId[..envelope.MessageId.IndexOf('@')] + ".eml";
            Directory.CreateDirectory(folder);
            // A reader of the folder sees whole messages only: the rename is the handing over.
            var draft = Directory.CreateDirectory(Path.Combine(folder, $".{Guid.CreateVersion7():N}"));
            try
            {
                var lines = await WrittenAsync(envelope, draft.FullName, cancellationToken);
                var whole = Path.Combine(draft.FullName, name);
                await File.WriteAllTextAsync(whole, lines, cancellationToken);
                File.Move(whole, Path.Combine(folder, name), overwrite: true);
            }
            finally
            {
                draft.Delete(recursive: true);
            }

            return new DeliveryResult(DeliveryOutcome.Accepted, $"Lagt i filen {name}. Ingen e-posttjener er satt opp.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new DeliveryResult(DeliveryOutcome.ServerDown, "Mappen for e-post kan ikke skrives til.");
        }
    }

    /// <summary>System.Net.Mail writes MIME only into a folder of its choosing, dated now, with the envelope as X headers on top.</summary>
    static async Task<string> WrittenAsync(MailEnvelope envelope, string into, CancellationToken cancellationToken)
    {
        using (var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = Path.GetFullPath(into),
            DeliveryFormat = EnvelopeCheck.NeedsUtf8(envelope.To) ? SmtpDeliveryFormat.International : SmtpDeliveryFormat.SevenBit,
        })
        using (var message = MailMessages.Of(envelope, new Handover()))
        {
            await client.SendMailAsync(message, cancellationToken);
        }

        var raw = await File.ReadAllTextAsync(Directory.GetFiles(into).Single(), Encoding.UTF8, cancellationToken);
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = EnvelopeHeaders().Replace(raw[..end] + "\r\n", "");
        return DateHeader().Replace(headers, $"Date: {Date(envelope.Date)}\r\n") + raw[(end + 2)..];
    }

    static string Date(DateTimeOffset date) => date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^X-(?:Sender|Receiver):.*\r\n(?:[ \t].*\r\n)*", RegexOptions.Multiline)]
    private static partial Regex EnvelopeHeaders();

    [GeneratedRegex(@"^Date:.*\r\n", RegexOptions.Multiline)]
    private static partial Regex DateHeader();
}
