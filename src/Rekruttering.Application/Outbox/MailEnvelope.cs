namespace Rekruttering.Application.Outbox;

/// <summary>One mail to one person, ready to leave.</summary>
public sealed record MailEnvelope
{
    /// <summary>Without angle brackets, made from the row, so that a second try is known for the same mail: <c>ROW@HOST</c>.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the mail is dated, in UTC.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The kommune, or a person of it.</summary>
    public required Mailbox From { get; init; }

    /// <summary>Who is to have the answer, when it is not <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>One recipient a message: an answer from the server then belongs to one person.</summary>
    public required Mailbox To { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text part.</summary>
    public required string TextBody { get; init; }

    /// <summary>The HTML part, a whole document.</summary>
    public required string HtmlBody { get; init; }

    /// <summary>"nb", "nn" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Further headers, ASCII, one line each: <c>List-Unsubscribe</c>, <c>List-Unsubscribe-Post</c>, <c>Auto-Submitted</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A calendar entry, most often nothing.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>The id alone: an envelope that slips into a log says nothing about anybody.</summary>
    public override string ToString() => $"mail {MessageId}";
}

/// <summary>A name and an address. The name may be empty.</summary>
public sealed record Mailbox(string Name, string Address)
{
    /// <summary>Says nothing about anybody.</summary>
    public override string ToString() => nameof(Mailbox);
}

/// <summary>A file that goes with a mail.</summary>
/// <param name="FileName">As the recipient sees it.</param>
/// <param name="MediaType">For instance <c>text/calendar</c>.</param>
/// <param name="Content">The bytes; text in UTF-8.</param>
/// <param name="Method">The iTIP method of a calendar entry (<c>REQUEST</c>, <c>PUBLISH</c>, <c>CANCEL</c>), else null.</param>
public sealed record MailAttachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content, string? Method = null);
