using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>
/// Changes a job. A deadline that is made later also counts for those who have not answered yet; an earlier one does not, for a mail has
/// promised them their time.
/// </summary>
public sealed class EditSummerJob(RekrutteringDb db)
{
    /// <param name="version">The version the form was made from: over a newer one it is refused, and nothing is lost.</param>
    /// <returns>Those who have said yes to other days than these: no mail tells them.</returns>
    public async Task<Result<JobEdited>> ExecuteAsync(Guid jobId, int version, SummerJobDetails details, CancellationToken ct)
    {
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            return new NotFound();
        if (job.Version != version)
            return new ChangedMeanwhile();
        var (days, deadline) = ((job.From, job.To), job.AnswerDeadline);
        if (job.Edit(WriteSummerJob.Clean(details), await db.CountSeatsAsync(job, ct)) is { IsOk: false } refused)
            return refused.Refusal;
        if (job.AnswerDeadline > deadline)
            await ExtendAsync(job, ct);
        if (await db.SaveOrRefuseAsync(ct) is { IsOk: false } late)
            return late.Refusal;
        return new JobEdited(days == (job.From, job.To) ? [] : await db.Students.AsNoTracking()
            .Where(s => db.JobOffers.Any(o => o.JobId == jobId && o.StudentId == s.Id && o.Status == OfferStatus.Accepted)).OrderBy(s => s.SearchName).ThenBy(s => s.Id).ToListAsync(ct));
    }

    private async Task ExtendAsync(SummerJob job, CancellationToken ct)
    {
        foreach (var offer in await db.JobOffers.Where(o => o.JobId == job.Id && (o.Status == OfferStatus.Offered || o.Status == OfferStatus.AskLater)).ToListAsync(ct))
            offer.Extend(job.AnswerDeadline);
    }
}

/// <summary>The job is changed.</summary>
/// <param name="ToCall">Said yes to other days.</param>
public sealed record JobEdited(IReadOnlyList<Student> ToCall);
