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

    /// <summary>So far ahead a time of sending may be; beyond it is a slip of the finger.</summary>
    public const int MostYearsAhead = 2;

    private Campaign() { }

    public Campaign(string kommuneNumber, string name, Guid templateId, string audience, Guid byUserId, DateTime now) =>
        (Id, KommuneNumber, Name, TemplateId, Audience, CreatedById, CreatedAt, WrittenById, WrittenAt) =
            (Guid.CreateVersion7(), kommuneNumber, name, templateId, audience, byUserId, now, byUserId, now);

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Guid TemplateId { get; private set; }

    /// <summary>The text that is sent: fixed when the campaign is scheduled, and null again when it is taken back.</summary>
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

    /// <summary>When it last began or went on, UTC: a person has looked at what failed before that.</summary>
    public DateTime? RunsSince { get; private set; }

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

    public DateTime? EventFrom { get; private set; }
    public DateTime? EventTo { get; private set; }
    public string? EventPlace { get; private set; }

    /// <summary>When the meeting was called off, UTC; null while it stands.</summary>
    public DateTime? EventCancelledAt { get; private set; }

    /// <summary>The meeting that it invites to, or null; every mail then brings it to the calendar.</summary>
    public CampaignEvent? Event => EventFrom is { } from && EventTo is { } to ? new CampaignEvent(from, to, EventPlace ?? "") : null;

    /// <summary>The hours in which its mails may leave; null is always. The kommune's own, as it was when the time was set.</summary>
    public SendWindow? Window { get; private set; }

    /// <summary>After this instant no mail of it leaves, UTC; null is no limit.</summary>
    public DateTime? SendUntil { get; private set; }

    /// <summary>The stretch that is open now or next, which every claim looks at; both null where nothing limits.</summary>
    public DateTime? OpensAt { get; private set; }

    /// <inheritdoc cref="OpensAt"/>
    public DateTime? ClosesAt { get; private set; }

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

    /// <summary>What it invites to; null is nothing.</summary>
    public Result InviteTo(CampaignEvent? invited)
    {
        if (Status != CampaignStatus.Draft)
            return new CampaignNotDraft();
        (EventFrom, EventTo, EventPlace) = (invited?.From, invited?.To, invited?.Place);
        return Result.Ok;
    }

    /// <summary>
    /// Who made last what would be sent, the draft or its text. One and not both: a colleague who mends a word in the text would else leave
    /// nobody of two who may release it.
    /// </summary>
    /// <param name="text">The text that would be sent.</param>
    public Guid LastWriter(TemplateVersion text) => text.CreatedAt > WrittenAt && text.CreatedById is { } mender ? mender : WrittenById;

    /// <summary>Whether this person is a second pair of eyes: somebody else was the last to write.</summary>
    /// <param name="byUserId">Who wants to release it.</param>
    /// <param name="text">The text that would be sent.</param>
    public bool IsSecondPair(Guid byUserId, TemplateVersion text) => byUserId != LastWriter(text);

    /// <summary>The writer is done and waits for somebody else.</summary>
    public Result AskForRelease(DateTime now)
    {
        if (Status != CampaignStatus.Draft)
            return new CampaignNotDraft();
        ReleaseAskedAt ??= now;
        return Result.Ok;
    }

    /// <summary>When it would start, of the time that is asked for and the limits: the first open hour. A time that has passed means now.</summary>
    public Result<DateTime> StartAt(DateTime at, DateTime now, SendingLimits? limits = null)
    {
        var start = at < now ? now : at;
        if (start > now.AddYears(MostYearsAhead))
            return new StartsTooFarAhead();
        if (EventFrom <= start)
            return new MeetingBeforeSending();
        if (limits?.Until <= start)
            return new EndsBeforeItBegins();
        if (limits?.Window?.At(start).Opens is { } opens && opens > start)
            start = opens;
        return LimitOf(limits?.Until) <= start ? EventFrom <= start ? new MeetingBeforeHours() : new NoTimeToSend() : start;
    }

    /// <summary>Fixes the text and sets the time: the first open hour from the one that is asked for. A time that has passed means now.</summary>
    public Result Schedule(Guid templateVersionId, DateTime at, TimeSpan mayBeLate, DateTime now, Guid? byUserId = null, SendingLimits? limits = null)
    {
        if (!May(CampaignStatus.Scheduled))
            return new CampaignNotDraft();
        var planned = StartAt(at, now, limits);
        if (!planned.IsOk)
            return planned.Refusal;
        var (start, until) = (planned.Value, LimitOf(limits?.Until));
        (TemplateVersionId, ScheduledAt, MissedItsTime, ReleasedById) = (templateVersionId, start, false, byUserId);
        (Window, SendUntil, OpensAt, ClosesAt) = (limits?.Window, until, null, null);
        NotAfter = Earlier(start + mayBeLate, SendUntil);
        Status = CampaignStatus.Scheduled;
        return Result.Ok;
    }

    /// <summary>Until when it may send: the limit that is asked for, or the beginning of the meeting where that comes first; null is no limit.</summary>
    public DateTime? LimitOf(DateTime? asked) => asked < EventFrom ? asked : EventFrom ?? asked;

    /// <summary>Finds the stretch in which it may send, now or next. Past <see cref="SendUntil"/> it stays closed.</summary>
    public void TurnWindow(DateTime now)
    {
        if (Window is null && SendUntil is null)
            return;
        var (opens, closes) = Window?.At(now) ?? (StartedAt ?? now, SendUntil!.Value);
        (OpensAt, ClosesAt) = (opens, Earlier(closes, SendUntil));
    }

    /// <summary>Takes a scheduled campaign back to a draft without a time.</summary>
    public Result Unschedule()
    {
        if (!May(CampaignStatus.Draft))
            return StartedAt is null ? new CampaignNotScheduled() : new CampaignHasStarted();
        (Status, ScheduledAt, NotAfter, TemplateVersionId, ReleasedById, ReleaseAskedAt) = (CampaignStatus.Draft, null, null, null, null, null);
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
            (Status, ScheduledAt, NotAfter, TemplateVersionId, MissedItsTime) = (CampaignStatus.Draft, null, null, null, true);
            return new CampaignTooLate();
        }
        (Status, StartedAt, RunsSince) = (CampaignStatus.Running, now, now);
        TurnWindow(now);
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
    public Result Resume(DateTime now)
    {
        if (Status != CampaignStatus.Paused)
            return new CampaignNotPaused();
        (Status, PauseReason, RunsSince) = (CampaignStatus.Running, null, now);
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

    /// <summary>
    /// A person sends one mail of a finished campaign again, at once and whatever the hour; it finishes anew when that one is settled.
    /// </summary>
    public Result Reopen(DateTime now)
    {
        if (EventCancelledAt is not null)
            return new MeetingIsCalledOff();
        if (Status is CampaignStatus.Draft or CampaignStatus.Scheduled or CampaignStatus.Cancelled)
            return new CampaignOver();
        if (EventFrom <= now)
            return new MeetingHasBegun();
        if (Status != CampaignStatus.Finished)
            return Result.Ok;
        (Status, RunsSince) = (CampaignStatus.Running, now);
        (FinishedAt, Window, SendUntil, OpensAt, ClosesAt) = (null, null, null, null, null);
        return Result.Ok;
    }

    /// <summary>Gives up a draft. What was released meanwhile is stopped by <see cref="Cancel"/> and by somebody who has seen that.</summary>
    public Result Discard(DateTime now) => Status == CampaignStatus.Draft ? Cancel(now) : new CampaignNotDraft();

    /// <summary>Stops for good; the caller cancels the rows that have not left.</summary>
    public Result Cancel(DateTime now)
    {
        if (!May(CampaignStatus.Cancelled))
            return new CampaignOver();
        (Status, FinishedAt) = (CampaignStatus.Cancelled, now);
        return Result.Ok;
    }

    /// <summary>
    /// The meeting will not be: nobody more is invited, and the caller cancels the rows that have not left and tells those who have the
    /// invitation. It cannot be taken back, for the calendars have lost it.
    /// </summary>
    public Result CallOffMeeting(DateTime now)
    {
        if (WhyNotCallOff(now) is { } refusal)
            return refusal;
        EventCancelledAt = now;
        return Status is CampaignStatus.Running or CampaignStatus.Paused ? Cancel(now) : Result.Ok;
    }

    /// <summary>Whether its meeting can be called off.</summary>
    public bool MayCallOff(DateTime now) => WhyNotCallOff(now) is null;

    private Refusal? WhyNotCallOff(DateTime now) =>
        EventFrom is null || StartedAt is null ? new NobodyIsInvited()
        : EventCancelledAt is not null ? new MeetingIsCalledOff()
        : EventTo <= now ? new MeetingIsOver()
        : null;

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;

    private bool May(CampaignStatus to) => CampaignMoves.IsLegal(Status, to);
}
