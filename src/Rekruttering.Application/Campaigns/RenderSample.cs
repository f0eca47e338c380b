using Microsoft.Extensions.Logging;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Application.Campaigns;

/// <summary>A mail that nobody gets, and what stands in it.</summary>
public sealed record SampleMail(RenderedMail Mail, MailFrame Frame, MergeValues Values, string Language);

/// <summary>
/// A text as one student would get it, written as the outbox writes it, with links of the same length that open nothing: what a preview shows
/// and what a check tries. Throws where the outbox would.
/// </summary>
public sealed class RenderSample(IMailRenderer renderer, PublicAddress address, TimeProvider clock, ILogger<RenderSample> log)
{
    /// <param name="form">The written form to show; null for the student's own.</param>
    public async Task<SampleMail> ExecuteAsync(TextForMany text, Student student, KommuneSettings settings, WrittenForm? form = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(student);
        ArgumentNullException.ThrowIfNull(settings);
        var mail = new MailToWrite(Message.To(student, MessageKind.Campaign, "sample", clock.UtcNow()), student, settings);
        var draft = text.To(mail, student.FirstName, form);
        var links = new MailLinks(address, settings.KommuneNumber, MailLinks.ExampleToken);
        var frame = MailFrames.Of(mail, draft, links);
        var rendered = await renderer.RenderAsync(draft.Write(frame, links), draft.Language, cancellationToken);
        return new SampleMail(rendered, frame, TextForMany.ValuesOf(mail, frame, links, student.FirstName), draft.Language);
    }

    /// <summary>The first of these students whose mail cannot be written, which the log then says why; null when all can.</summary>
    public async Task<Student?> FirstThatFailsAsync(TextForMany text, IEnumerable<Student> students, KommuneSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(students);
        foreach (var student in students)
        {
            try
            {
                await ExecuteAsync(text, student, settings, cancellationToken: cancellationToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                log.LogError(broken, "A mail to student {StudentId} could not be written", student.Id);
                return student;
            }
        }
        return null;
    }
}
