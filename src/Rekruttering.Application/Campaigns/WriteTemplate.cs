using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>What a recruiter writes in the form of a template.</summary>
public sealed record TemplateInput(string? Name, ReservationScope Topic, string? SubjectNb, string? BodyNb, string? SubjectNn, string? BodyNn);

/// <summary>
/// Makes a template, or a new version of one. The same text as the newest version adds none. A text that cannot be sent is not kept:
/// every field of it is in the closed list, and nynorsk is whole or not there.
/// </summary>
public sealed class WriteTemplate(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <summary>The topics a template may have: those that a student can say no to one by one.</summary>
    public static readonly IReadOnlyList<ReservationScope> Topics = [ReservationScope.Jobs, ReservationScope.Lis1, ReservationScope.News, ReservationScope.Events];

    /// <summary>Gives the template's id.</summary>
    /// <param name="id">Null for a new one.</param>
    /// <param name="version">The row's version that the form was filled from.</param>
    public async Task<Result<Guid>> ExecuteAsync(Guid? id, int version, TemplateInput input, Guid byUserId, CancellationToken cancellationToken = default)
    {
        if (Check(input).Refusal is { } refusal)
            return refusal;
        var now = clock.UtcNow();
        var template = id is null
            ? new MailTemplate(scope.Number!, input.Name!.Trim(), input.Topic, now)
            : await db.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (template is null)
            return new NotFound();
        if (id is null)
            db.Templates.Add(template);
        else if (template.Version != version)
            return new ChangedMeanwhile();
        (template.Name, template.Topic) = (input.Name!.Trim(), input.Topic);
        var newest = await db.TemplateVersions.Where(v => v.TemplateId == template.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        // A new text touches the row also when the clock has not moved, so that two who write at once meet there.
        if (template.Write(TextOf(input), newest, byUserId, now) != newest && id is not null)
            db.Entry(template).Property(t => t.ChangedAt).IsModified = true;
        var saved = await db.SaveOrRefuseAsync(cancellationToken);
        return saved.IsOk ? template.Id : saved.Refusal;
    }

    /// <summary>What stands in the form, trimmed; empty nynorsk is none.</summary>
    public static TemplateText TextOf(TemplateInput input) =>
        new(input.SubjectNb?.Trim() ?? "", Lines(input.BodyNb) ?? "", Blank(input.SubjectNn), Lines(input.BodyNn));

    /// <summary>Whether it could be sent; a refusal points at its field.</summary>
    public static Result Check(TemplateInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Trim().Length > 120)
            return InvalidInput.In(nameof(input.Name), "Skriv et navn på malen, høyst 120 tegn. Bare dere ser det.");
        if (!Topics.Contains(input.Topic))
            return InvalidInput.In(nameof(input.Topic), "Velg hva e-posten handler om.");
        return Check(TextOf(input));
    }

    /// <summary>Whether the text could be sent.</summary>
    public static Result Check(TemplateText text)
    {
        if (MarkdownText.Parse(text.SubjectNb, text.BodyNb).Refusal is { } nb)
            return nb with { Field = nb.Field + "Nb" };
        if (text.SubjectNn is null && text.BodyNn is null)
            return Result.Ok;
        if (MarkdownText.Parse(text.SubjectNn, text.BodyNn).Refusal is { } nn)
            return nn with { Field = nn.Field + "Nn" };
        return Result.Ok;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Lines(string? text) => Blank(text)?.ReplaceLineEndings("\n");
}
