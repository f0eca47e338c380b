using Quartz;
using Rekruttering.Application.Jobs;

namespace Rekruttering.Web.Jobs;

/// <summary>Ends the offers whose deadline has passed.</summary>
[DisallowConcurrentExecution]
internal sealed class ExpireOffersJob(ExpireOffers expire) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await expire.ExecuteAsync(cancellationToken);
}
