namespace Rekruttering.Domain.Campaigns;

/// <summary>A meeting.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, after <paramref name="From"/>.</param>
/// <param name="Place">Where.</param>
public sealed record CampaignEvent(DateTime From, DateTime To, string Place);
