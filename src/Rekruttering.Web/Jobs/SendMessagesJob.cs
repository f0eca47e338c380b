using Quartz;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Web.Jobs;

/// <summary>Drains the outbox.</summary>
[DisallowConcurrentExecution]
internal sealed class SendMessagesJob(SendMessages send) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await send.ExecuteAsync(cancellationToken);
}
