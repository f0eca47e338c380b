using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Campaigns;

/// <summary>A text the kommune mails again and again. Every save is a new version; a sent mail keeps the one it was made from.</summary>
public sealed class MailTemplate : IKommuneOwned, IVersioned
{
    private readonly List<TemplateVersion> _versions = [];

    private MailTemplate() { }

    public MailTemplate(string kommuneNumber, string name, ReservationScope topic, DateTime now) =>
        (Id, KommuneNumber, Name, Topic, CreatedAt, ChangedAt) = (Guid.CreateVersion7(), kommuneNumber, name, topic, now, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string Name { get; set; } = "";

    /// <summary>What the next version is about, see <see cref="TemplateVersion.Topic"/>; also what the newest is.</summary>
    public ReservationScope Topic { get; set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime? ArchivedAt { get; set; }
    public int Version { get; set; } = 1;
    public IReadOnlyList<TemplateVersion> Versions => _versions;

    /// <summary>When the text or the name was changed last; also what makes two who write at once meet.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Adds a version; the same text as the newest, about the same, adds none and gives that one back.</summary>
    /// <param name="newest">The newest version there is, or null for the first.</param>
    public TemplateVersion Write(TemplateText text, TemplateVersion? newest, Guid? byUserId, DateTime now)
    {
        if (newest is not null && newest.Content == text && newest.Topic == Topic)
            return newest;
        var version = new TemplateVersion(this, (newest?.Number ?? 0) + 1, text, byUserId, now);
        _versions.Add(version);
        ChangedAt = now;
        return version;
    }
}

/// <summary>Subject and Markdown body in both målformer; nynorsk may be empty and falls back to bokmål.</summary>
public sealed record TemplateText(string SubjectNb, string BodyNb, string? SubjectNn, string? BodyNn)
{
    /// <summary>Whether there is a nynorsk text.</summary>
    public bool HasNynorsk => !string.IsNullOrWhiteSpace(SubjectNn) && !string.IsNullOrWhiteSpace(BodyNn);

    /// <summary>Subject and body for a reader: nynorsk where it is asked for and written, else bokmål.</summary>
    public (string Subject, string Body, WrittenForm Form) For(WrittenForm wanted) =>
        wanted == WrittenForm.Nynorsk && HasNynorsk ? (SubjectNn!, BodyNn!, WrittenForm.Nynorsk) : (SubjectNb, BodyNb, WrittenForm.Bokmaal);
}

/// <summary>A template as it stood at one time; never changed.</summary>
public sealed class TemplateVersion : IKommuneOwned
{
    private TemplateVersion() { }

    internal TemplateVersion(MailTemplate template, int number, TemplateText text, Guid? byUserId, DateTime now)
    {
        (Id, TemplateId, KommuneNumber, Number, Topic) = (Guid.CreateVersion7(), template.Id, template.KommuneNumber, number, template.Topic);
        (SubjectNb, BodyNb, SubjectNn, BodyNn, CreatedById, CreatedAt) = (text.SubjectNb, text.BodyNb, text.SubjectNn, text.BodyNn, byUserId, now);
    }

    public Guid Id { get; private set; }
    public Guid TemplateId { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public int Number { get; private set; }

    /// <summary>
    /// What the mail is about, so that a reservation against it counts: Jobs, Lis1, News or Events. It stands with the text: a greeting that was
    /// planned as News is not mailed to those who said no to News because somebody calls the template something else meanwhile.
    /// </summary>
    public ReservationScope Topic { get; private set; }

    public string SubjectNb { get; private set; } = "";
    public string BodyNb { get; private set; } = "";
    public string? SubjectNn { get; private set; }
    public string? BodyNn { get; private set; }
    public Guid? CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }

    public TemplateText Content => new(SubjectNb, BodyNb, SubjectNn, BodyNn);

    /// <summary>Subject and body for a reader, see <see cref="TemplateText.For"/>.</summary>
    public (string Subject, string Body, WrittenForm Form) For(WrittenForm wanted) => Content.For(wanted);
}
