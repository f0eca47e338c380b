using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>Somebody of the audience, by name.</summary>
public sealed record NamedStudent(Guid Id, string Name);

/// <summary>What a campaign would do if it were started now. Errors stop it; warnings are for a person to see.</summary>
public sealed record CampaignCheck(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>How many would get a mail.</summary>
    public int Recipients { get; init; }

    /// <summary>Some of them, to show the mail for: those who were not informed first.</summary>
    public IReadOnlyList<NamedStudent> Some { get; init; } = [];

    /// <summary>Who would get none, by reason.</summary>
    public IReadOnlyDictionary<LeftOutReason, IReadOnlyList<NamedStudent>> LeftOut { get; init; } = new Dictionary<LeftOutReason, IReadOnlyList<NamedStudent>>();

    /// <summary>About how long the sending takes; null when there is no limit a minute.</summary>
    public TimeSpan? Duration { get; init; }
}

/// <summary>Looks at a draft as the start would: the same audience, the same text.</summary>
public sealed class CheckCampaign(RekrutteringDb db, Audience audience, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const int RecentDays = 7;

    /// <summary>Null when there is no such campaign.</summary>
    public async Task<CampaignCheck?> ExecuteAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken) is not { } campaign)
            return null;
        var template = await db.Templates.AsNoTracking().SingleAsync(t => t.Id == campaign.TemplateId, cancellationToken);
        var text = await db.TemplateVersions.AsNoTracking().Where(v => v.TemplateId == template.Id).OrderByDescending(v => v.Number).Select(v => v.Content).FirstAsync(cancellationToken);
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var seen = await CountAsync(campaign, template.Topic, cancellationToken);
        var recent = await MailedLatelyAsync(campaign, cancellationToken);
        return new CampaignCheck([.. Errors(template, text, seen)], [.. Warnings(settings, text, seen, recent)])
        {
            Recipients = seen.Recipients,
            Some = [.. seen.Uninformed.Concat(seen.Others).Take(20)],
            LeftOut = seen.LeftOut.OrderByDescending(pair => pair.Value.Count).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<NamedStudent>)pair.Value),
            Duration = mail.Value.PerMinute > 0 ? TimeSpan.FromMinutes(Math.Ceiling((double)seen.Recipients / mail.Value.PerMinute)) : null,
        };
    }

    private static IEnumerable<string> Errors(MailTemplate template, TemplateText text, Seen seen)
    {
        if (template.ArchivedAt is not null)
            yield return "Malen er arkivert. Velg en annen.";
        if (WriteTemplate.Check(text).Refusal is { } refusal)
            yield return $"Teksten kan ikke sendes: {refusal.Sentence}";
        if (seen.Recipients == 0)
            yield return "Ingen ville fått e-posten. Velg studenter på en annen måte.";
    }

    private static IEnumerable<string> Warnings(KommuneSettings? settings, TemplateText text, Seen seen, int recent)
    {
        if (string.IsNullOrWhiteSpace(settings?.SenderName))
            yield return "Ingen person står som avsender. E-posten går ut i kommunens navn. Avsender settes under Innstillinger.";
        if (string.IsNullOrWhiteSpace(settings?.ReplyTo))
            yield return "Svaradresse mangler. Svarer noen på e-posten, kommer det ikke fram til dere. Den settes under Innstillinger.";
        if (seen.UninformedCount > 0 && (string.IsNullOrWhiteSpace(settings?.DpoEmail) || string.IsNullOrWhiteSpace(settings.LegalBasisText)))
            yield return $"{Students(seen.UninformedCount)} får for første gang vite hva dere har lagret, men personvernombud eller hjemmel mangler under Innstillinger.";
        if (!text.HasNynorsk && seen.Nynorsk > 0)
            yield return $"{Students(seen.Nynorsk)} leser nynorsk, men malen har bare bokmål.";
        if (seen.English > 0)
            yield return $"{Students(seen.English)} leser helst engelsk og får bokmål.";
        if (recent > 0)
            yield return $"{Students(recent)} har fått e-post fra dere de siste {RecentDays} dagene.";
    }

    private static string Students(int count) => count == 1 ? "1 student" : $"{count} studenter";

    private async Task<Seen> CountAsync(Campaign campaign, ReservationScope topic, CancellationToken cancellationToken)
    {
        var seen = new Seen();
        await foreach (var (student, reason) in audience.ReadAsync(campaign.Audience, topic, cancellationToken))
            seen.Add(student, reason);
        return seen;
    }

    private async Task<int> MailedLatelyAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var since = now.AddDays(-RecentDays);
        return await StudentFilter.FromQuery(campaign.Audience).Apply(db.Students, OsloTime.DateOf(now))
            .CountAsync(s => db.Timeline.Any(e => e.StudentId == s.Id && e.Kind == TimelineKind.MailSent && e.At > since), cancellationToken);
    }

    private sealed class Seen
    {
        private const int Most = 20;

        public int Recipients { get; private set; }
        public int Nynorsk { get; private set; }
        public int English { get; private set; }
        public int UninformedCount { get; private set; }
        public List<NamedStudent> Uninformed { get; } = [];
        public List<NamedStudent> Others { get; } = [];
        public Dictionary<LeftOutReason, List<NamedStudent>> LeftOut { get; } = [];

        public void Add(Student student, LeftOutReason? reason)
        {
            var named = new NamedStudent(student.Id, student.FullName);
            if (reason is { } why)
            {
                if (!LeftOut.TryGetValue(why, out var same))
                    LeftOut[why] = same = [];
                same.Add(named);
                return;
            }
            Recipients++;
            Nynorsk += student.WrittenForm == WrittenForm.Nynorsk ? 1 : 0;
            English += student.WrittenForm == WrittenForm.English ? 1 : 0;
            UninformedCount += student.InformedAt is null ? 1 : 0;
            var some = student.InformedAt is null ? Uninformed : Others;
            if (some.Count < Most)
                some.Add(named);
        }
    }
}
