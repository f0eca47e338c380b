using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Outbox;

/// <summary>Turns a mail's model into what the recipient reads.</summary>
public interface IMailRenderer
{
    /// <summary>
    /// Renders both parts in one language, "nb", "nn" or "en", with that language's weekdays and numbers, whatever the caller's culture.
    /// A missing template is a bug and throws.
    /// </summary>
    Task<RenderedMail> RenderAsync(MailModel model, string language, CancellationToken cancellationToken = default);
}

/// <summary>A mail as it is read.</summary>
/// <param name="Subject">One line, never with a line break.</param>
/// <param name="Text">The plain text part, lines ended by a line feed.</param>
/// <param name="Html">The HTML part, a whole document.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);
