using Quartz;
using Rekruttering.Application.Students.Import;

namespace Rekruttering.Web.Jobs;

/// <summary>Deletes, every night, what stands in the rows of old imports.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetImportsJob(ForgetImports forget) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await forget.ExecuteAsync(cancellationToken);
}
