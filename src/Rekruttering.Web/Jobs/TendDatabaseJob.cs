using Quartz;
using Rekruttering.Application.Data;

namespace Rekruttering.Web.Jobs;

/// <summary>Lets the database engine look after itself.</summary>
[DisallowConcurrentExecution]
internal sealed class TendDatabaseJob(TendDatabase tend) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await tend.ExecuteAsync(cancellationToken);
}
