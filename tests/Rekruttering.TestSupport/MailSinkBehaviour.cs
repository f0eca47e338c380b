namespace Rekruttering.TestSupport;

/// <summary>How <see cref="MailSink"/> meets a message. <see cref="Accept"/> is a server as it should be.</summary>
public enum MailSinkBehaviour
{
    Accept,

    /// <summary>450 at RCPT TO.</summary>
    Greylist,

    /// <summary>550 5.1.1 at RCPT TO.</summary>
    RefuseRecipient,

    /// <summary>550 5.7.1 at RCPT TO: the address may be fine.</summary>
    RefuseRelaying,

    /// <summary>550 at MAIL FROM.</summary>
    RefuseSender,

    /// <summary>554 in answer to the whole message.</summary>
    RefuseContent,

    /// <summary>451 in answer to the whole message.</summary>
    PutOffContent,

    /// <summary>421 in answer to the whole message, and the connection is closed.</summary>
    ShutdownAfterData,

    /// <summary>421 in answer to MAIL FROM, and the connection is closed.</summary>
    Shutdown,

    /// <summary>Closes in answer to RCPT TO, without a word.</summary>
    DropBeforeData,

    /// <summary>Closes while the message is coming.</summary>
    DropInData,

    /// <summary>Has the whole message, and keeps it, but closes without an answer.</summary>
    DropAfterData,

    /// <summary>Never answers RCPT TO.</summary>
    StallBeforeData,

    /// <summary>Has the whole message, and keeps it, but never answers.</summary>
    StallAfterData,
}
