using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Campaigns;

/// <summary>
/// One mailing to an audience. Its states and their moves stand in <see cref="CampaignMoves"/>.
/// What happened to each recipient stands on its <see cref="Contact.Message"/> row; nothing is counted here.
/// </summary>
public sealed class Campaign : IKommuneOwned, IVersioned
{
    /// <summary>Longest <see cref="PauseReason"/>.</summary>
    public const int LongestReason = 500;

    private Campaign() { }

    public Campaign(string kommuneNumber, string name, Guid templateId, string audience, Guid byUserId, DateTime now) =>
        (Id, KommuneNumber, Name, TemplateId, Audience, CreatedById, CreatedAt, WrittenById, WrittenAt) =
            (Guid.CreateVersion7(), kommuneNumber, name, templateId, audience, byUserId, now, byUserId, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Guid TemplateId { get; private set; }

    /// <summary>The text that is sent: fixed when the campaign is scheduled.</summary>
    public Guid? TemplateVersionId { get; private set; }

    /// <summary>The student filter as the register's query string, e.g. "land=PL&amp;ar=5"; evaluated and frozen at the start.</summary>
    public string Audience { get; private set; } = "";

    public CampaignStatus Status { get; private set; }

    /// <summary>When it is to start, UTC.</summary>
    public DateTime? ScheduledAt { get; private set; }

    /// <summary>
    /// When the program was down at the time: it still starts until this instant, and not later.
    /// A restored server once sent a morning's campaign in the afternoon (knadh/listmonk#1801).
    /// </summary>
    public DateTime? NotAfter { get; private set; }

    public DateTime? StartedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Why it is paused, for the recruiter; null when a person paused it or it runs.</summary>
    public string? PauseReason { get; private set; }

    /// <summary>True when the time of sending passed, and the limit too, while the program was down.</summary>
    public bool MissedItsTime { get; private set; }

    public Guid CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who made the draft what it is: whoever saved it last.</summary>
    public Guid WrittenById { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>When the writer asked that somebody else releases it; null when nobody did, or the draft was changed since.</summary>
    public DateTime? ReleaseAskedAt { get; private set; }

    /// <summary>Who set the time.</summary>
    public Guid? ReleasedById { get; private set; }

    /// <summary>Leaves out those who do not know yet what is stored about them, instead of telling them in this mail.</summary>
    public bool OnlyInformed { get; private set; }

    /// <summary>Leaves out those who got a mail in so many days before the start; 0 is nobody.</summary>
    public int QuietDays { get; private set; }

    public int Version { get; set; } = 1;

    /// <summary>Changes a draft.</summary>
    public Result Edit(string name, Guid templateId, string audience, Guid byUserId, DateTime now)
    {
        if (Status != CampaignStatus.Draft)
            return new CampaignNotDraft();
        (Name, TemplateId, Audience, WrittenById, WrittenAt, ReleaseAskedAt) = (name, templateId, audience, byUserId, now, null);
        return Result.Ok;
    }

    /// <summary>Whom of the audience to spare.</summary>
    public Result Spare(bool onlyInformed, int quietDays)
    {
        if (Status != CampaignStatus.Draft)
            return new CampaignNotDraft();
        (OnlyInformed, QuietDays) = (onlyInformed, quietDays);
        return Result.Ok;
    }

    /// <summary>
    /// Whether this person is a second pair of eyes: did not save the draft last, nor change its text after that.
    /// </summary>
    /// <param name="byUserId">Who wants to release it.</param>
    /// <param name="text">The text that would be sent.</param>
    public bool IsSecondPair(Guid byUserId, TemplateVersion text) =>
        byUserId != WrittenById && !(text.CreatedById == byUserId && text.CreatedAt > WrittenAt);

    /// <summary>The writer is done and waits for somebody else.</summary>
    public Result AskForRelease(DateTime now)
    {
        if (Status != CampaignStatus.Draft)
            return new CampaignNotDraft();
        ReleaseAskedAt ??= now;
        return Result.Ok;
    }

    /// <summary>Fixes the text and sets the time. A time that has passed means now.</summary>
    public Result Schedule(Guid templateVersionId, DateTime at, TimeSpan mayBeLate, DateTime now, Guid? byUserId = null)
    {
        if (!May(CampaignStatus.Scheduled))
            return new CampaignNotDraft();
        (TemplateVersionId, ScheduledAt, MissedItsTime) = (templateVersionId, at < now ? now : at, false);
        (NotAfter, ReleasedById) = (ScheduledAt + mayBeLate, byUserId);
        Status = CampaignStatus.Scheduled;
        return Result.Ok;
    }

    /// <summary>Takes a scheduled campaign back to a draft without a time.</summary>
    public Result Unschedule()
    {
        if (!May(CampaignStatus.Draft))
            return new CampaignNotScheduled();
        (Status, ScheduledAt, NotAfter, ReleasedById, ReleaseAskedAt) = (CampaignStatus.Draft, null, null, null, null);
        return Result.Ok;
    }

    /// <summary>
    /// Starts a scheduled campaign whose time has come. Too late, it goes back to a draft and says so.
    /// The caller freezes the audience in the same save.
    /// </summary>
    public Result Start(DateTime now)
    {
        if (Status != CampaignStatus.Scheduled || ScheduledAt > now)
            return new CampaignNotScheduled();
        if (NotAfter < now)
        {
            (Status, ScheduledAt, NotAfter, MissedItsTime) = (CampaignStatus.Draft, null, null, true);
            return new CampaignTooLate();
        }
        (Status, StartedAt) = (CampaignStatus.Running, now);
        return Result.Ok;
    }

    /// <summary>No new mail is claimed from now on.</summary>
    public Result Pause(string? reason)
    {
        if (!May(CampaignStatus.Paused))
            return new CampaignNotRunning();
        (Status, PauseReason) = (CampaignStatus.Paused, reason);
        return Result.Ok;
    }

    /// <summary>Goes on where it stopped: every row knows whether it was sent.</summary>
    public Result Resume()
    {
        if (Status != CampaignStatus.Paused)
            return new CampaignNotPaused();
        (Status, PauseReason) = (CampaignStatus.Running, null);
        return Result.Ok;
    }

    /// <summary>Nothing is left to send. Only the send job calls it, when every row is settled.</summary>
    public Result Finish(DateTime now)
    {
        if (!May(CampaignStatus.Finished))
            return new CampaignNotRunning();
        (Status, FinishedAt) = (CampaignStatus.Finished, now);
        return Result.Ok;
    }

    /// <summary>A person sends one mail of a finished campaign again; it finishes anew when that one is settled.</summary>
    public Result Reopen()
    {
        if (Status is CampaignStatus.Running or CampaignStatus.Paused)
            return Result.Ok;
        if (Status != CampaignStatus.Finished)
            return new CampaignOver();
        (Status, FinishedAt) = (CampaignStatus.Running, null);
        return Result.Ok;
    }

    /// <summary>Stops for good; the caller cancels the rows that have not left.</summary>
    public Result Cancel(DateTime now)
    {
        if (!May(CampaignStatus.Cancelled))
            return new CampaignOver();
        (Status, FinishedAt) = (CampaignStatus.Cancelled, now);
        return Result.Ok;
    }

    private bool May(CampaignStatus to) => CampaignMoves.IsLegal(Status, to);
}
