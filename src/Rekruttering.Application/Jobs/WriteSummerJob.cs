using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Application.Jobs;

/// <summary>A new summer job, as a draft that nobody outside sees.</summary>
public sealed class WriteSummerJob(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <summary>The id of the draft, or what is wrong with the details.</summary>
    public async Task<Result<Guid>> ExecuteAsync(SummerJobDetails details, CancellationToken ct)
    {
        var written = SummerJob.Create(scope.Number!, Clean(details), clock.UtcNow());
        if (!written.IsOk)
            return written.Refusal;
        db.SummerJobs.Add(written.Value);
        await db.SaveChangesAsync(ct);
        return written.Value.Id;
    }

    /// <summary>The texts go out in mails: no fødselsnummer leaves in them.</summary>
    internal static SummerJobDetails Clean(SummerJobDetails details) => details with
    {
        Title = NationalId.Scrub(details.Title),
        Description = NationalId.Scrub(details.Description),
        Pay = details.Pay is null ? null : NationalId.Scrub(details.Pay),
        Housing = details.Housing is null ? null : NationalId.Scrub(details.Housing),
    };
}
