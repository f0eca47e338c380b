using Rekruttering.Application.Outbox;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>A mail to be looked at, both parts.</summary>
public sealed record MailParts(string Subject, string Who, string Html, string Text)
{
    public string Language { get; init; } = "nb";

    /// <summary>Who gets the answer; null where nobody is set up to get it.</summary>
    public Mailbox? Answers { get; init; }

    /// <summary>Fields without value or fallback.</summary>
    public IReadOnlyList<string> EmptyFields { get; init; } = [];

    /// <summary>Whether the mail also tells the student what is stored and why.</summary>
    public bool Informs { get; init; }
}
