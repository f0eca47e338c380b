using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>What no transport may be given, whatever its library lets through.</summary>
static class EnvelopeCheck
{
    /// <summary>A refusal of the addresses, which are data; anything else that is wrong in an envelope is a bug and throws.</summary>
    public static DeliveryResult? Refusal(MailEnvelope envelope)
    {
        if (envelope.MessageId.Count(letter => letter == '@') != 1 || !envelope.MessageId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '@' or '.' or '-' or '_'))
            throw new ArgumentException("A Message-ID is of the form ROW@HOST, in ASCII letters, digits, dots and hyphens.", nameof(envelope));
        if (envelope.Subject.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException("A subject is one line.", nameof(envelope));
        foreach (var (name, value) in envelope.Headers)
        {
            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') || value.Any(letter => letter is < ' ' or > '~'))
                throw new ArgumentException("A header is one line of ASCII.", nameof(envelope));
        }

        if (!MailOptions.IsAddress(envelope.From.Address) || (envelope.ReplyTo is not null && !MailOptions.IsAddress(envelope.ReplyTo.Address)))
            return new DeliveryResult(DeliveryOutcome.SenderRefused, "Avsenderadressen er ikke en adresse det kan sendes e-post fra.");
        if (!MailOptions.IsAddress(envelope.To.Address))
            return new DeliveryResult(DeliveryOutcome.RecipientRefused, "Adressen er ikke en det kan sendes e-post til.");
        return null;
    }

    /// <summary>True when only a server that knows SMTPUTF8 can take the address; a domain with æøå has an ASCII form and needs nothing.</summary>
    public static bool NeedsUtf8(Mailbox mailbox) => mailbox.Address[..mailbox.Address.IndexOf('@')].Any(letter => !char.IsAscii(letter));

    /// <summary>A display name on one line.</summary>
    public static string Name(Mailbox mailbox) =>
        string.Join(' ', mailbox.Name.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
