using System.Runtime.CompilerServices;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Web.Pages.Campaigns;

/// <summary>A campaign's progress as server-sent events, one a second while something changes. The page is right without it.</summary>
internal static class CampaignStream
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    // A browser reconnects by itself; a stream without an end would hold its connection for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void MapCampaignStream(this IEndpointRouteBuilder routes) => routes.MapGet("/utsendinger/{id:guid}/strom", async (Guid id, CampaignReport report, TimeProvider clock, CancellationToken ct) =>
        await report.ProgressAsync(id, ct) is { } first ? Results.ServerSentEvents(Follow(id, first, report, clock, ct)) : Results.NotFound());

    private static async IAsyncEnumerable<Numbers> Follow(Guid id, CampaignProgress first, CampaignReport report, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        Numbers? before = null;
        for (var now = first; now is not null && !ct.IsCancellationRequested; now = await report.ProgressAsync(id, ct))
        {
            var numbers = new Numbers(now.Status.ToString(), now.Sent, now.Planned, now.Waiting, now.Done);
            if (numbers != before)
                yield return before = numbers;
            if (now.Status is not (CampaignStatus.Running or CampaignStatus.Scheduled) || clock.GetElapsedTime(started) > Longest)
                yield break;
            await Task.Delay(Pulse, clock, ct);
        }
    }

    private sealed record Numbers(string Status, int Sent, int Planned, int Waiting, int Done);
}
