using Quartz;
using Rekruttering.Application.Students.Import;

namespace Rekruttering.Web.Jobs;

/// <summary>Goes on with imports that are being carried out, also those that a crash left in the middle.</summary>
[DisallowConcurrentExecution]
internal sealed class ContinueImportsJob(ContinueImports imports) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await imports.ExecuteAsync(ct: cancellationToken);
}
