using Quartz;
using Rekruttering.Application.Campaigns;

namespace Rekruttering.Web.Jobs;

/// <summary>Starts the campaigns whose time has come.</summary>
[DisallowConcurrentExecution]
internal sealed class StartCampaignsJob(StartDueCampaigns start) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await start.ExecuteAsync(cancellationToken);
}
