using Quartz;
using Rekruttering.Application.Students.Joining;

namespace Rekruttering.Web.Jobs;

/// <summary>Deletes sign-ups whose time is over.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetSignUpsJob(ForgetSignUps forget) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await forget.ExecuteAsync(cancellationToken);
}
