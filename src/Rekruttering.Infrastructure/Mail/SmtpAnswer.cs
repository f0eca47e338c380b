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
        new(DeliveryOutcome.SenderRefused, "E-posttjeneren tilbyr ikke krypteringen (STARTTLS) som Mail:Security ber om.");

    public static DeliveryResult NotTrusted { get; } =
        new(DeliveryOutcome.SenderRefused, "Den krypterte forbindelsen kunne ikke settes opp: sertifikatet til e-posttjeneren er ikke til å stole på, eller gjelder et annet navn.");

    public static DeliveryResult NoUtf8 { get; } =
        new(DeliveryOutcome.RecipientRefused, "Adressen har bokstaver som e-posttjeneren ikke kan ta imot (SMTPUTF8).");

    public static DeliveryResult Judge(SmtpStage stage, int code, string text)
    {
        var answer = text.StartsWith($"{code}", StringComparison.Ordinal) ? text : $"{code} {text}";
        return new DeliveryResult(Outcome(stage, code, Enhanced(text), text), answer.ReplaceLineEndings(" ").Trim());
    }

    /// <summary>What servers without enhanced codes write in a no that is about us, or about what they let through: the address may be fine.</summary>
    static readonly string[] AboutUs = ["relay", "sender", "block", "spam", "policy", "denied"];

    static DeliveryOutcome Outcome(SmtpStage stage, int code, string enhanced, string text) => (stage, code, enhanced) switch
    {
        (_, 421, _) => DeliveryOutcome.ServerDown,
        (_, < 500, _) => DeliveryOutcome.TryLater,
        (_, 530 or 534 or 535 or 538, _) => DeliveryOutcome.SenderRefused,
        // Bad sender's address (RFC 3463 3.2), also where it is told only at RCPT.
        (_, _, "5.1.7" or "5.1.8") => DeliveryOutcome.SenderRefused,
        (SmtpStage.Sender, 552, _) => DeliveryOutcome.MessageRefused,
        (SmtpStage.Sender, _, _) => DeliveryOutcome.SenderRefused,
        // A full mailbox is emptied some day; RFC 5321 4.5.3.1.10 wants 552 read as 452 here.
        (SmtpStage.Recipient, 552, _) or (_, _, "5.2.2") => DeliveryOutcome.TryLater,
        // Policy, as in "relaying denied": the address may be fine, and must not be marked.
        (SmtpStage.Recipient, _, ['5', '.', '7', '.', ..]) => DeliveryOutcome.MessageRefused,
        (SmtpStage.Recipient, _, "") when AboutUs.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) => DeliveryOutcome.MessageRefused,
        (SmtpStage.Recipient, _, _) => DeliveryOutcome.RecipientRefused,
        // Some servers, Exchange among them, look the address up only after the message.
        (SmtpStage.Content, _, "5.1.1" or "5.1.10" or "5.2.1") => DeliveryOutcome.RecipientRefused,
        _ => DeliveryOutcome.MessageRefused,
    };

    static string Enhanced(string text) =>
        text.Split(' ', 3).FirstOrDefault(word => word.Length >= 5 && char.IsAsciiDigit(word[0]) && word[1] == '.') ?? "";
}
