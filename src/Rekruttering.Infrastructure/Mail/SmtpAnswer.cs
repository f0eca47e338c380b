using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>How far a message had come when the server said no.</summary>
enum SmtpStage
{
    /// <summary>Greeting, encryption, sign-in and MAIL FROM: it is about us.</summary>
    Sender,

    /// <summary>RCPT TO: it is about the address.</summary>
    Recipient,

    /// <summary>DATA and the answer to it: it is about the message.</summary>
    Content,
}

/// <summary>Turns a server's no into what to do next (RFC 5321 reply codes, RFC 3463 enhanced codes).</summary>
static class SmtpAnswer
{
    public static DeliveryResult NoStartTls { get; } =
        new(DeliveryOutcome.SenderRefused, "The mail server does not offer the encryption (STARTTLS) that Mail:Security asks for.");

    public static DeliveryResult NotTrusted { get; } =
        new(DeliveryOutcome.SenderRefused, "The encrypted connection could not be set up: the server's certificate is not trusted, or is for another name.");

    public static DeliveryResult NoUtf8 { get; } =
        new(DeliveryOutcome.RecipientRefused, "The address has letters that the mail server does not know (SMTPUTF8).");

    public static DeliveryResult Judge(SmtpStage stage, int code, string text)
    {
        var answer = text.StartsWith($"{code}", StringComparison.Ordinal) ? text : $"{code} {text}";
        return new DeliveryResult(Outcome(stage, code, Enhanced(text)), answer.ReplaceLineEndings(" ").Trim());
    }

    static DeliveryOutcome Outcome(SmtpStage stage, int code, string enhanced) => (stage, code, enhanced) switch
    {
        (_, 421, _) => DeliveryOutcome.ServerDown,
        (_, < 500, _) => DeliveryOutcome.TryLater,
        (_, 530 or 534 or 535 or 538, _) => DeliveryOutcome.SenderRefused,
        (SmtpStage.Sender, 552, _) => DeliveryOutcome.MessageRefused,
        (SmtpStage.Sender, _, _) => DeliveryOutcome.SenderRefused,
        // A full mailbox is emptied some day; RFC 5321 4.5.3.1.10 wants 552 read as 452 here.
        (SmtpStage.Recipient, 552, _) or (_, _, "5.2.2") => DeliveryOutcome.TryLater,
        // Policy, as in "relaying denied": the address may be fine, and must not be marked.
        (SmtpStage.Recipient, _, ['5', '.', '7', '.', ..]) => DeliveryOutcome.MessageRefused,
        (SmtpStage.Recipient, _, _) => DeliveryOutcome.RecipientRefused,
        // Some servers, Exchange among them, look the address up only after the message.
        (SmtpStage.Content, _, "5.1.1" or "5.1.10" or "5.2.1") => DeliveryOutcome.RecipientRefused,
        _ => DeliveryOutcome.MessageRefused,
    };

    static string Enhanced(string text) =>
        text.Split(' ', 3).FirstOrDefault(word => word.Length >= 5 && char.IsAsciiDigit(word[0]) && word[1] == '.') ?? "";
}
