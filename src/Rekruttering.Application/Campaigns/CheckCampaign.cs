using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Campaigns;

/// <summary>Looks at a draft as the start would: the same audience, the same text.</summary>
public sealed class CheckCampaign(RekrutteringDb db, Audience audience, DeadLinks links, RenderSample sample, ReplyAddresses answers, PublicAddress address, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const int RecentDays = 7;

    /// <summary>Null when there is no such campaign.</summary>
    public async Task<CampaignCheck?> ExecuteAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken) is not { } campaign)
            return null;
        var template = await db.Templates.AsNoTracking().SingleAsync(t => t.Id == campaign.TemplateId, cancellationToken);
        var version = await db.TextOf(campaign).SingleAsync(cancellationToken);
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(campaign.KommuneNumber);
        var seen = new AudienceSummary(version.Content, settings, await MailedLatelyAsync(cancellationToken));
        await foreach (var (student, reason) in audience.ReadAsync(campaign, version.Topic, cancellationToken))
            seen.Add(student, reason);
        var load = SendingLoad.Of(seen.Recipients, await CampaignReport.AheadAsync(db, campaign.Id, cancellationToken), seen.Domains, mail.Value);
        var forecast = load.From(clock.UtcNow(), settings.Window, campaign.EventFrom);
        var whoAnswers = await AnswersAsync(seen, settings, cancellationToken);
        return new CampaignCheck([.. Errors(campaign, template, version.Content, seen), .. await UnwrittenAsync(new TextForMany(version.Content, version.Topic), seen, settings, cancellationToken)],
            [.. new[] { address.WhyNobodyCanOpen(mail.Value.TransportInUse) }.OfType<string>(), .. Warnings(settings, version.Content, seen), .. await links.ReadAsync(version.Content, cancellationToken), .. Unanswered(whoAnswers), .. TooLate(forecast, campaign)])
        {
            Recipients = seen.Recipients,
            TextId = version.Id,
            Some = [.. seen.Uninformed.Concat(seen.Others).Take(20)],
            LeftOut = seen.LeftOut.OrderByDescending(pair => pair.Value.Count).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<NamedStudent>)pair.Value),
            Load = load,
            Forecast = forecast,
            Answers = whoAnswers,
        };
    }

    private IEnumerable<string> Errors(Campaign campaign, MailTemplate template, TemplateText text, AudienceSummary seen)
    {
        if (campaign.EventFrom <= clock.UtcNow())
            yield return "Møtet har allerede begynt. Velg et nytt tidspunkt for det.";
        if (campaign.EventFrom > clock.UtcNow().AddYears(Campaign.MostYearsAhead))
            yield return $"Møtet er mer enn {Campaign.MostYearsAhead} år fram. Se etter om årstallet er riktig.";
        if (template.ArchivedAt is not null)
            yield return "Malen er arkivert. Velg en annen.";
        if (WriteTemplate.Check(text).Refusal is { } refusal)
            yield return $"Teksten kan ikke sendes: {refusal.Sentence}";
        foreach (var fault in TextFaults.In(text))
            yield return fault;
        if (mail.Value.TransportInUse == MailTransportKind.Smtp && !MailOptions.IsAddress(mail.Value.From))
            yield return "Adressen e-postene skal sendes fra, er ikke satt opp. Den som drifter løsningen, må gjøre det (Mail:From).";
        if (seen.Recipients == 0)
            yield return "Ingen ville fått e-posten. Velg studenter på en annen måte.";
    }

    private async Task<string[]> UnwrittenAsync(TextForMany text, AudienceSummary seen, KommuneSettings settings, CancellationToken cancellationToken) =>
        WriteTemplate.Check(text.Content).IsOk && await sample.FirstThatFailsAsync(text, seen.Extremes, settings, cancellationToken) is { } student
            ? [$"E-posten til {student.FullName} kan ikke lages. Skriv teksten i malen på en annen måte. Hjelper ikke det, står feilen i loggen til den som drifter løsningen."] : [];

    private static IEnumerable<string> Warnings(KommuneSettings settings, TemplateText text, AudienceSummary seen)
    {
        if (string.IsNullOrWhiteSpace(settings.SenderName))
            yield return "Ingen person står som avsender. E-posten går ut i kommunens navn. Avsender settes under Innstillinger.";
        if (seen.UninformedCount > 0 && (string.IsNullOrWhiteSpace(settings.DpoEmail) || string.IsNullOrWhiteSpace(settings.LegalBasisText)))
            yield return $"{Students(seen.UninformedCount)} får for første gang vite hva dere har lagret, men personvernombud eller hjemmel mangler under Innstillinger.";
        if (seen.WithEmptyFields > 0)
            yield return $"{Students(seen.WithEmptyFields)} får tomme felter i teksten: {string.Join("; ", seen.Worst.Select(one => $"{one.Name} ({string.Join(", ", one.Fields)})"))}. "
                + "Skriv i malen hva som skal stå i stedet, for eksempel {{studiested|studiestedet ditt}}.";
        if (!text.HasNynorsk)
            yield return seen.Nynorsk > 0 ? $"{Students(seen.Nynorsk)} leser nynorsk, men malen har bare bokmål." : "Malen har ikke tekst på nynorsk. Alle får bokmål.";
        if (seen.English > 0)
            yield return $"{Students(seen.English)} leser helst engelsk og får bokmål.";
        foreach (var oddity in TextFaults.Oddities(text))
            yield return oddity;
        if (seen.MailedLately > 0)
            yield return $"{Students(seen.MailedLately)} har fått e-post fra dere de siste {RecentDays} dagene.";
    }

    private static IEnumerable<string> Unanswered(IReadOnlyList<(Mailbox? To, int Mails)> answers)
    {
        if (answers.FirstOrDefault(one => one.To is null) is { Mails: > 0 and var mails })
            yield return answers.Count == 1
                ? "Svaradresse mangler. Svarer noen på e-posten, kommer det ikke fram til dere. Den settes under Innstillinger."
                : $"{Students(mails)} har ingen kontaktperson, og svaradresse mangler. Svarer de på e-posten, kommer det ikke fram til dere. Svaradressen settes under Innstillinger.";
    }

    private static IEnumerable<string> TooLate(SendingForecast forecast, Campaign campaign)
    {
        if (forecast.CutOff > 0 && campaign.EventFrom is not null)
            yield return $"Om lag {Students(forecast.CutOff)} rekker ikke å få innbydelsen før møtet begynner.";
    }

    // Who answers goes by the contact person, and several may have the kommune's own address.
    private async Task<IReadOnlyList<(Mailbox? To, int Mails)>> AnswersAsync(AudienceSummary seen, KommuneSettings settings, CancellationToken cancellationToken)
    {
        await answers.LoadAsync(seen.ContactPersons.Keys.Where(id => id != Guid.Empty).Select(id => (id, settings.KommuneNumber)), cancellationToken);
        return [.. seen.ContactPersons.GroupBy(one => answers.For(one.Key, settings), one => one.Value).Select(one => (one.Key, one.Sum())).OrderByDescending(one => one.Item2)];
    }

    private static string Students(int count) => count == 1 ? "1 student" : $"{count} studenter";

    private async Task<HashSet<Guid>> MailedLatelyAsync(CancellationToken cancellationToken)
    {
        var since = clock.UtcNow().AddDays(-RecentDays);
        return await db.Timeline.Where(e => e.Kind == TimelineKind.MailSent && e.At > since).Select(e => e.StudentId).Distinct().ToHashSetAsync(cancellationToken);
    }
}
