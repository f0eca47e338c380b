namespace Rekruttering.Domain.Campaigns;

/// <summary>The life of a campaign; <see cref="CampaignMoves"/> holds every legal move.</summary>
public enum CampaignStatus
{
    Draft,
    Scheduled,
    Running,
    Paused,
    Finished,
    Cancelled,
}

/// <summary>The legal moves between states, in one place. Everything else is refused.</summary>
public static class CampaignMoves
{
    private static readonly Dictionary<CampaignStatus, CampaignStatus[]> Legal = new()
    {
        [CampaignStatus.Draft] = [CampaignStatus.Scheduled, CampaignStatus.Cancelled],
        // Back to a draft: taken back by a person, or not started in time.
        [CampaignStatus.Scheduled] = [CampaignStatus.Draft, CampaignStatus.Running, CampaignStatus.Cancelled],
        [CampaignStatus.Running] = [CampaignStatus.Paused, CampaignStatus.Finished, CampaignStatus.Cancelled],
        [CampaignStatus.Paused] = [CampaignStatus.Running, CampaignStatus.Cancelled],
        // One of its mails is sent again by a person.
        [CampaignStatus.Finished] = [CampaignStatus.Running],
        [CampaignStatus.Cancelled] = [],
    };

    /// <summary>Whether a campaign may go from one state to another.</summary>
    public static bool IsLegal(CampaignStatus from, CampaignStatus to) => Legal[from].Contains(to);
}
