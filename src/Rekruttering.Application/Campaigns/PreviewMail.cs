using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>A mail as one student would get it.</summary>
public sealed record MailPreview(RenderedMail Mail, string From, string To, string Language, bool Informs, IReadOnlyList<string> EmptyFields)
{
    /// <summary>Who gets the answer; null where nobody is set up to get it.</summary>
    public Mailbox? Answers { get; init; }
}

/// <summary>
/// Shows a text, saved or not, as a real student would get it: the frame, the notice to those who were not informed, both parts. The links
/// open nothing. Writes nothing.
/// </summary>
public sealed class PreviewMail(RekrutteringDb db, KommuneScope scope, RenderSample render, ReplyAddresses answers, TimeProvider clock)
{
    /// <param name="text">The text.</param>
    /// <param name="topic">What it is about.</param>
    /// <param name="studentId">Whom to show it for; null, or one that is not there: the student registered last.</param>
    /// <param name="search">A name or an address: the first active student found counts, before <paramref name="studentId"/>; refused when nobody is.</param>
    /// <param name="form">The written form to show; null for the student's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<MailPreview>> ExecuteAsync(TemplateText text, ReservationScope topic, Guid? studentId, string? search, WrittenForm? form, CancellationToken cancellationToken = default)
    {
        if (WriteTemplate.Check(text).Refusal is { } refusal)
            return refusal;
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(scope.Number!);
        if (await StudentAsync(studentId, search, cancellationToken) is not { } student)
            return new NobodyFound(search!.Trim());
        var sample = await render.ExecuteAsync(new TextForMany(text, topic), student, settings, form, cancellationToken);
        var (subject, body, _) = text.For(form ?? student.WrittenForm);
        var empty = MarkdownText.Parse(subject, body).Value!.EmptyFields(sample.Values);
        await answers.LoadAsync([student], cancellationToken);
        return new MailPreview(sample.Mail, MailFrames.FromName(settings), student.FullName, sample.Language, sample.Frame.Notice is not null, empty) { Answers = answers.For(student, settings) };
    }

    private async Task<Student?> StudentAsync(Guid? id, string? search, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(search))
            return await (StudentFilter.Everyone with { Search = search.Trim() }).Apply(db, OsloTime.DateOf(clock.UtcNow())).AsNoTracking()
                .OrderBy(s => s.SearchName).FirstOrDefaultAsync(cancellationToken);
        var students = db.Students.AsNoTracking().Where(s => s.Status == StudentStatus.Active);
        return await students.SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            ?? await students.OrderByDescending(s => s.CreatedAt).FirstOrDefaultAsync(cancellationToken)
            ?? Student.Create(scope.Number!, Nobody(), clock.UtcNow());
    }

    // An empty register has nobody to show the text for.
    private StudentDetails Nobody() => new()
    {
        FirstName = "Kari",
        LastName = "Student",
        Email = "kari.student@example.com",
        Source = "et eksempel",
        LegalBasis = LegalBasis.PublicTask,
        CollectedOn = OsloTime.DateOf(clock.UtcNow()),
    };
}

/// <summary>The preview was asked for somebody who is not there; another student's mail would look like the answer.</summary>
public sealed record NobodyFound(string Search) : Refusal($"Fant ingen som heter «{Search}». Skriv et annet navn eller en e-postadresse, eller tøm feltet.");
