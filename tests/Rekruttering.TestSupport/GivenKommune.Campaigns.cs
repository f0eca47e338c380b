using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.TestSupport;

/// <summary>Templates and campaigns.</summary>
public sealed partial class GivenKommune
{
    /// <summary>A template with one version.</summary>
    public async Task<MailTemplate> Template(string subject = "Hilsen fra {{kommune}}", string body = "Hei {{fornavn|du}}!\n\n[Ønsker]({{lenke_lis1}})\n\nHilsen {{avsender}}",
        string? subjectNn = null, string? bodyNn = null, ReservationScope topic = ReservationScope.News)
    {
        var template = new MailTemplate(Number, "Hilsen", topic, app.Clock.Now);
        template.Write(new TemplateText(subject, body, subjectNn, bodyNn), null, null, app.Clock.Now);
        await Save(template);
        return template;
    }

    /// <summary>A campaign to all active students, planned for a time (now when none is given).</summary>
    public async Task<Campaign> Campaign(MailTemplate? template = null, DateTime? at = null, string audience = "", SendingLimits? limits = null)
    {
        template ??= await Template();
        var user = await User(Role.Recruiter);
        var campaign = new Campaign(Number, "Vårhilsen", template.Id, audience, user.Id, app.Clock.Now);
        if (campaign.Schedule(template.Versions[^1].Id, at ?? app.Clock.Now, TimeSpan.FromHours(6), app.Clock.Now, limits: limits).Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
        await Save(campaign);
        return campaign;
    }

    /// <summary>Who writes and who answers, as it should be before mail goes out.</summary>
    public Task Settings(Action<KommuneSettings>? with = null) => app.In<object?>(Number, async services =>
    {
        var db = services.GetRequiredService<RekrutteringDb>();
        var settings = await db.KommuneSettings.FindAsync(Number);
        if (settings is null)
            db.KommuneSettings.Add(settings = new KommuneSettings(Number));
        (settings.SenderName, settings.SenderTitle, settings.ReplyTo, settings.Phone) = ("Kari Nordmann", "kommuneoverlege", "kari@example.com", "+4774000000");
        (settings.DpoName, settings.DpoEmail) = ("Per Vern", "vern@example.com");
        with?.Invoke(settings);
        await db.SaveChangesAsync();
        return null;
    });

    /// <summary>Many students at once.</summary>
    public async Task<IReadOnlyList<Student>> Students(int count)
    {
        var students = Enumerable.Range(0, count).Select(i => Domain.Students.Student.Create(Number, new StudentDetails
        {
            FirstName = $"Kari{i}",
            LastName = "Berg",
            Email = $"student{i}-{Number}@example.com",
            Source = "Oppgitt av studenten",
            LegalBasis = LegalBasis.PublicTask,
            CollectedOn = DateOnly.FromDateTime(app.Clock.Now),
        }, app.Clock.Now)).ToList();
        await Save([.. students]);
        return students;
    }
}
