namespace Rekruttering.Application.Outbox;

/// <summary>What became of a message, named by what to do next.</summary>
public enum DeliveryOutcome
{
    /// <summary>The server has taken the message on. Done.</summary>
    Accepted,

    /// <summary>This address will never work. Do not try again; mark the address.</summary>
    RecipientRefused,

    /// <summary>This message was refused for good, the address may be fine (content, size, policy). Do not try it again; many in a row means stop.</summary>
    MessageRefused,

    /// <summary>The server does not take mail from us as we are set up: sender, user, password or encryption. Stop, and tell the administrator.</summary>
    SenderRefused,

    /// <summary>A "not now" for this recipient. Certainly not delivered: try this one again later.</summary>
    TryLater,

    /// <summary>Nothing gets through now. Certainly not delivered: wait with everything.</summary>
    ServerDown,

    /// <summary>The message, or part of it, had left when the answer failed to come. It may have been delivered: a person decides.</summary>
    Uncertain,
}

/// <summary>The outcome, and what the server itself said, which begins with its code; where no server spoke, what the transport saw, in bokmål.</summary>
/// <param name="Outcome">What to do next.</param>
/// <param name="Answer">May hold the recipient's address: to be stored with the message, never logged.</param>
public sealed record DeliveryResult(DeliveryOutcome Outcome, string Answer)
{
    /// <summary>The outcome alone, since results meet logs.</summary>
    public override string ToString() => Outcome.ToString();
}
