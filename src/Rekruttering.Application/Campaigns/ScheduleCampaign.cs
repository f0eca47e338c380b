using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Campaigns;

/// <summary>What was on the screen of the one who releases a draft: another draft or text than that is not released.</summary>
/// <param name="Version">The row's version.</param>
/// <param name="TextId">The version of the text; null where none was shown.</param>
/// <param name="Warnings">That the warnings were seen.</param>
public sealed record SeenDraft(int Version, Guid? TextId, bool Warnings)
{
    /// <summary>How many the screen said would get it; null where it said nothing.</summary>
    public int? Recipients { get; init; }
}

/// <summary>What the one who releases a draft says of when its mails may leave.</summary>
/// <param name="AlsoOutsideHours">The kommune's hours do not count for this one.</param>
/// <param name="Until">Not later than this, UTC; null is no limit. An invitation is never sent after its meeting begins.</param>
public sealed record AskedLimits(bool AlsoOutsideHours, DateTime? Until)
{
    /// <summary>That not all will get it in time was seen.</summary>
    public bool TooLateSeen { get; init; }
}

/// <summary>
/// Releases a draft: fixes its text to the newest version of the template and sets the time. Never earlier than after a short while in
/// which it can be taken back (<c>Campaigns:GraceSeconds</c>, 30 when not set).
/// </summary>
public sealed class ScheduleCampaign(RekrutteringDb db, CheckCampaign check, IConfiguration configuration, TimeProvider clock)
{
    /// <param name="id">The draft.</param>
    /// <param name="seen">What the one who releases it has looked at.</param>
    /// <param name="at">When, UTC; null for now.</param>
    /// <param name="limits">Whether the kommune's hours count, and until when it may send.</param>
    /// <param name="byUserId">Who releases it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> ExecuteAsync(Guid id, SeenDraft seen, DateTime? at, AskedLimits limits, Guid byUserId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(limits);
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return new NotFound();
        if (campaign.Version != seen.Version)
            return new ChangedMeanwhile();
        var now = clock.UtcNow();
        if (at < now.AddMinutes(-1))
            return new TimeOfSendingPassed();
        var text = await db.TextOf(campaign).SingleAsync(cancellationToken);
        if (seen.TextId is { } looked && looked != text.Id)
            return new TextChangedMeanwhile();
        var settings = await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new KommuneSettings(campaign.KommuneNumber);
        if (settings.TwoPersonRule && !campaign.IsSecondPair(byUserId, text))
            return new ReleasedByTheWriter();
        var found = await check.ExecuteAsync(id, cancellationToken);
        if (found!.Errors is [var error, ..])
            return new CampaignNotReady(error);
        if (seen.Recipients is { } counted && counted != found.Recipients)
            return new RecipientsChangedMeanwhile(counted, found.Recipients);
        if (found.Warnings.Count > 0 && !seen.Warnings)
            return new WarningsNotSeen();
        var start = at > now + Grace ? at.Value : now + Grace;
        var (window, until) = (limits.AlsoOutsideHours ? null : settings.Window, campaign.LimitOf(limits.Until));
        if (campaign.Schedule(text.Id, start, TimeSpan.FromHours(settings.LateStartHours), now, byUserId, new SendingLimits(window, limits.Until)) is { IsOk: false } refused)
            return refused;
        var forecast = found.Load.From(start, window, until);
        return forecast.CutOff > 0 && !limits.TooLateSeen ? new SomeWouldBeTooLate(forecast.CutOff) : await db.SaveOrRefuseAsync(cancellationToken);
    }

    /// <summary>
    /// Why a draft could not be released for a time (null is now) and limits, whatever else stands in its way; null when it could. For those who only ask: a release
    /// asks the draft itself.
    /// </summary>
    public Refusal? WhyNotAt(Campaign campaign, DateTime? at, SendingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var now = clock.UtcNow();
        return at < now.AddMinutes(-1) ? new TimeOfSendingPassed() : campaign.StartAt(at > now + Grace ? at.Value : now + Grace, now, limits).Refusal;
    }

    /// <summary>How long a release can be taken back before the first mail.</summary>
    public TimeSpan Grace => TimeSpan.FromSeconds(configuration.GetValue("Campaigns:GraceSeconds", 30));
}

/// <summary>Something stops it, and what.</summary>
public sealed record CampaignNotReady(string Why) : Refusal(Why);

/// <summary>Students came or went since the page was opened: a list was brought in, or the draft lay open over night.</summary>
public sealed record RecipientsChangedMeanwhile(int Before, int Now) : Refusal(
    $"Nå er det {Now} {(Now == 1 ? "student" : "studenter")} som får e-posten, og ikke {Before} som da du åpnet siden. Se over hvem det er, og planlegg så utsendingen.");

/// <summary>The warnings are there to be seen.</summary>
public sealed record WarningsNotSeen() : Refusal("Se gjennom advarslene og kryss av for at du har sett dem.");

/// <summary>The limit comes before all have got it.</summary>
public sealed record SomeWouldBeTooLate(int Count) : Refusal(
    $"Om lag {Count} {(Count == 1 ? "student" : "studenter")} rekker ikke å få e-posten før fristen. Velg en senere frist, start tidligere, eller kryss av for at du vil sende likevel.");

/// <summary>Yesterday's mail cannot be sent.</summary>
public sealed record TimeOfSendingPassed() : Refusal("Tidspunktet er passert. Velg et som kommer, eller send nå.");

/// <summary>The text on the screen, or what it is about, is not the newest any more.</summary>
public sealed record TextChangedMeanwhile() : Refusal("Malen er endret siden du åpnet siden. Se på teksten og mottakerne på nytt før du sender.");
