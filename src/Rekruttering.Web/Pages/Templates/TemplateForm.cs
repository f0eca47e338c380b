using System.ComponentModel.DataAnnotations;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>The form of a template, also what a preview is made from.</summary>
public sealed class TemplateForm
{
    [StringLength(120)]
    public string? Name { get; set; }

    public ReservationScope? Topic { get; set; }

    [StringLength(MarkdownText.SubjectLimit)]
    public string? SubjectNb { get; set; }

    [StringLength(MarkdownText.BodyLimit)]
    public string? BodyNb { get; set; }

    [StringLength(MarkdownText.SubjectLimit)]
    public string? SubjectNn { get; set; }

    [StringLength(MarkdownText.BodyLimit)]
    public string? BodyNn { get; set; }

    /// <summary>The row's version when the form was filled.</summary>
    public int Version { get; set; }

    /// <summary>What is saved and checked. No topic is none of those that may be chosen.</summary>
    public TemplateInput Input => new(Name, Topic ?? ReservationScope.NoContact, SubjectNb, BodyNb, SubjectNn, BodyNn);

    public static TemplateForm Of(MailTemplate template, TemplateVersion text) => Of(text.Content, template.Name, text.Topic, template.Version);

    public static TemplateForm Of(TemplateStarter starter) => Of(starter.Text, starter.Name, starter.Topic, 0);

    private static TemplateForm Of(TemplateText text, string name, ReservationScope topic, int version) => new()
    {
        Name = name,
        Topic = topic,
        SubjectNb = text.SubjectNb,
        BodyNb = text.BodyNb,
        SubjectNn = text.SubjectNn,
        BodyNn = text.BodyNn,
        Version = version,
    };
}
