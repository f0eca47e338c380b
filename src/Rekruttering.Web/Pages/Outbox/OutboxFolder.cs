using System.Text;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.Infrastructure.Mail;

namespace Rekruttering.Web.Pages.Outbox;

/// <summary>
/// The mails that were written to files because no mail server is set up. They hold whole personal links, so only those who may act for
/// the kommune read them, and only mails of their own.
/// </summary>
public static class OutboxFolder
{
    /// <summary>The mail of a message, or null when it was not written here.</summary>
    public static async Task<MimePart?> ReadAsync(this IOptions<MailOptions> options, Message message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(message);
        var file = options.Value.FileOf(message.Id);
        return File.Exists(file) ? MimePart.Parse(await File.ReadAllTextAsync(file, Encoding.Latin1, ct)) : null;
    }

    /// <summary>False when a mail server is set up: then there is nothing to read here.</summary>
    public static bool IsInUse(this IOptions<MailOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Value.TransportInUse == MailTransportKind.File;
    }
}
