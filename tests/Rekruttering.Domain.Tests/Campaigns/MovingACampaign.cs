using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Campaigns;

/// <summary>Every verb of a campaign in every state: the legal moves happen, the others are refused and change nothing.</summary>
public sealed class MovingACampaign
{
    private static readonly DateTime Now = new(2027, 1, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Writer = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    private static readonly Dictionary<string, (Func<Campaign, Result> Do, CampaignStatus To)> Verbs = new()
    {
        ["schedule"] = (c => c.Schedule(Guid.CreateVersion7(), Now, TimeSpan.FromHours(1), Now), CampaignStatus.Scheduled),
        ["unschedule"] = (c => c.Unschedule(), CampaignStatus.Draft),
        ["start"] = (c => c.Start(Now), CampaignStatus.Running),
        ["pause"] = (c => c.Pause(null), CampaignStatus.Paused),
        ["resume"] = (c => c.Resume(Now), CampaignStatus.Running),
        ["finish"] = (c => c.Finish(Now), CampaignStatus.Finished),
        ["cancel"] = (c => c.Cancel(Now), CampaignStatus.Cancelled),
        ["discard"] = (c => c.Discard(Now), CampaignStatus.Cancelled),
    };

    public static TheoryData<CampaignStatus, string, bool> EveryVerbInEveryState()
    {
        HashSet<(CampaignStatus, string)> legal =
        [
            (CampaignStatus.Draft, "schedule"), (CampaignStatus.Draft, "cancel"), (CampaignStatus.Draft, "discard"),
            (CampaignStatus.Scheduled, "unschedule"), (CampaignStatus.Scheduled, "start"), (CampaignStatus.Scheduled, "cancel"),
            (CampaignStatus.Running, "pause"), (CampaignStatus.Running, "finish"), (CampaignStatus.Running, "cancel"),
            (CampaignStatus.Paused, "resume"), (CampaignStatus.Paused, "cancel"),
        ];
        var data = new TheoryData<CampaignStatus, string, bool>();
        foreach (var state in Enum.GetValues<CampaignStatus>())
        {
            foreach (var verb in Verbs.Keys)
                data.Add(state, verb, legal.Contains((state, verb)));
        }
        return data;
    }

    [Theory, MemberData(nameof(EveryVerbInEveryState))]
    public void A_verb_is_carried_out_where_it_is_legal_and_refused_elsewhere(CampaignStatus from, string verb, bool legal)
    {
        var campaign = In(from);

        var result = Verbs[verb].Do(campaign);

        Assert.Equal(legal, result.IsOk);
        Assert.Equal(legal ? Verbs[verb].To : from, campaign.Status);
    }

    [Fact]
    public void Only_a_draft_is_changed()
    {
        foreach (var state in Enum.GetValues<CampaignStatus>().Where(s => s != CampaignStatus.Draft))
        {
            var campaign = In(state);
            Assert.IsType<CampaignNotDraft>(campaign.Edit("Nytt", Guid.CreateVersion7(), "", Other, Now).Refusal);
            Assert.IsType<CampaignNotDraft>(campaign.Spare(true, 7).Refusal);
            Assert.IsType<CampaignNotDraft>(campaign.AskForRelease(Now).Refusal);
            Assert.Equal(("Vår", Writer, false), (campaign.Name, campaign.WrittenById, campaign.OnlyInformed));
        }
    }

    [Fact]
    public void A_mail_sent_again_opens_a_finished_campaign_and_no_cancelled_one()
    {
        Assert.True(In(CampaignStatus.Finished).Reopen(Now).IsOk);
        Assert.IsType<CampaignOver>(In(CampaignStatus.Cancelled).Reopen(Now).Refusal);
        Assert.IsType<CampaignOver>(In(CampaignStatus.Draft).Reopen(Now).Refusal);
    }

    [Fact]
    public void An_invitation_is_not_sent_again_when_its_meeting_has_begun()
    {
        var campaign = In(CampaignStatus.Draft);
        campaign.InviteTo(new CampaignEvent(Now.AddDays(1), Now.AddDays(1).AddHours(2), "Rådhuset"));
        Assert.True(campaign.Schedule(Guid.CreateVersion7(), Now, TimeSpan.FromHours(1), Now).IsOk && campaign.Start(Now).IsOk);

        Assert.True(campaign.Reopen(Now.AddDays(1).AddSeconds(-1)).IsOk);
        Assert.False(campaign.Reopen(Now.AddDays(1)).IsOk);
        Assert.True(campaign.Finish(Now).IsOk);
        Assert.False(campaign.Reopen(Now.AddDays(1)).IsOk);
        Assert.Equal(CampaignStatus.Finished, campaign.Status);
    }

    [Fact]
    public void A_start_that_comes_too_late_makes_a_draft_that_says_so()
    {
        var campaign = In(CampaignStatus.Scheduled);

        Assert.IsType<CampaignTooLate>(campaign.Start(Now.AddHours(1).AddSeconds(1)).Refusal);

        Assert.Equal((CampaignStatus.Draft, true), (campaign.Status, campaign.MissedItsTime));
    }

    [Fact]
    public void A_campaign_that_is_a_draft_again_has_no_text()
    {
        var (undone, late) = (In(CampaignStatus.Scheduled), In(CampaignStatus.Scheduled));
        Assert.NotNull(undone.TemplateVersionId);

        undone.Unschedule();
        late.Start(Now.AddDays(1));

        Assert.Equal((null, null), (undone.TemplateVersionId, late.TemplateVersionId));
    }

    [Fact]
    public void An_invitation_leaves_before_its_meeting_and_nothing_leaves_years_ahead()
    {
        var campaign = In(CampaignStatus.Draft);
        campaign.InviteTo(new CampaignEvent(Now.AddDays(3), Now.AddDays(3).AddHours(2), "Rådhuset"));
        var onMondays = new SendWindow([DayOfWeek.Monday], 8, 16);

        Assert.IsType<MeetingBeforeSending>(At(Now.AddDays(4), null).Refusal);
        Assert.IsType<MeetingBeforeSending>(At(Now.AddDays(4), new SendingLimits(null, Now.AddDays(9))).Refusal);
        Assert.IsType<MeetingBeforeHours>(At(Now, new SendingLimits(onMondays, Now.AddDays(9))).Refusal);
        Assert.IsType<StartsTooFarAhead>(At(Now.AddYears(2).AddDays(1), null).Refusal);
        Assert.True(At(Now, new SendingLimits(null, Now.AddDays(9))).IsOk);
        Assert.Equal(Now.AddDays(3), campaign.SendUntil);
        Assert.Equal((Now.AddDays(2), Now.AddDays(3)), (campaign.LimitOf(Now.AddDays(2)), campaign.LimitOf(null)));

        Result At(DateTime at, SendingLimits? limits) => campaign.Schedule(Guid.CreateVersion7(), at, TimeSpan.FromHours(1), Now, limits: limits);
    }

    [Fact]
    public void A_meeting_is_called_off_once_while_it_is_ahead_and_somebody_is_invited()
    {
        var campaign = In(CampaignStatus.Draft);
        campaign.InviteTo(new CampaignEvent(Now.AddDays(3), Now.AddDays(3).AddHours(2), "Rådhuset"));
        Assert.IsType<NobodyIsInvited>(campaign.CallOffMeeting(Now).Refusal);
        campaign.Schedule(Guid.CreateVersion7(), Now, TimeSpan.FromHours(1), Now);
        campaign.Start(Now);

        Assert.IsType<MeetingIsOver>(campaign.CallOffMeeting(Now.AddDays(4)).Refusal);
        Assert.True(campaign.CallOffMeeting(Now.AddDays(1)).IsOk);

        Assert.Equal((CampaignStatus.Cancelled, Now.AddDays(1)), (campaign.Status, campaign.EventCancelledAt));
        Assert.IsType<MeetingIsCalledOff>(campaign.CallOffMeeting(Now.AddDays(1)).Refusal);
        Assert.IsType<MeetingIsCalledOff>(campaign.Reopen(Now.AddDays(1)).Refusal);
    }

    [Fact]
    public void The_second_pair_of_eyes_did_not_write_last()
    {
        var template = new MailTemplate("5007", "Vår", ReservationScope.News, Now);
        var text = template.Write(new TemplateText("Hei", "Hei!", null, null), null, Other, Now.AddDays(-1));
        var campaign = In(CampaignStatus.Draft);

        Assert.False(campaign.IsSecondPair(Writer, text));
        Assert.True(campaign.IsSecondPair(Other, text));
    }

    [Fact]
    public void Who_changes_the_text_of_anothers_draft_has_written_it()
    {
        var template = new MailTemplate("5007", "Vår", ReservationScope.News, Now);
        var text = template.Write(new TemplateText("Hei", "Hei!", null, null), null, Other, Now.AddMinutes(1));

        Assert.False(In(CampaignStatus.Draft).IsSecondPair(Other, text));
        Assert.True(In(CampaignStatus.Draft).IsSecondPair(Writer, text));
    }

    [Fact]
    public void A_draft_saved_after_the_text_was_changed_is_its_savers()
    {
        var template = new MailTemplate("5007", "Vår", ReservationScope.News, Now);
        var text = template.Write(new TemplateText("Hei", "Hei!", null, null), null, Other, Now.AddMinutes(1));
        var campaign = In(CampaignStatus.Draft);

        Assert.True(campaign.Edit("Vår", template.Id, "", Writer, Now.AddMinutes(2)).IsOk);

        Assert.False(campaign.IsSecondPair(Writer, text));
        Assert.True(campaign.IsSecondPair(Other, text));
    }

    private static Campaign In(CampaignStatus state)
    {
        var campaign = new Campaign("5007", "Vår", Guid.CreateVersion7(), "", Writer, Now);
        string[] path = state switch
        {
            CampaignStatus.Draft => [],
            CampaignStatus.Scheduled => ["schedule"],
            CampaignStatus.Running => ["schedule", "start"],
            CampaignStatus.Paused => ["schedule", "start", "pause"],
            CampaignStatus.Finished => ["schedule", "start", "finish"],
            _ => ["cancel"],
        };
        foreach (var verb in path)
            Assert.True(Verbs[verb].Do(campaign).IsOk);
        Assert.Equal(state, campaign.Status);
        return campaign;
    }
}
