using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Application.Jobs;

/// <summary>Ends a job for good: what is still open is withdrawn, its unsent mails stopped and the timelines told, in one save.</summary>
public abstract class EndJob(RekrutteringDb db, TimeProvider clock)
{
    protected async Task<Result> EndAsync(Guid jobId, Guid byUserId, Func<SummerJob, Result> end, string why, CancellationToken ct)
    {
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            return new NotFound();
        if (end(job) is { IsOk: false } refused)
            return refused;
        var students = await db.Students.AsNoTracking().Include(s => s.Reservations)
            .Where(s => db.JobOffers.Any(o => o.JobId == jobId && o.Status == OfferStatus.Accepted && o.StudentId == s.Id)).ToDictionaryAsync(s => s.Id, ct);
        foreach (var offer in await db.JobOffers.Where(o => o.JobId == jobId).ToListAsync(ct))
        {
            var hadSeat = offer.Status == OfferStatus.Accepted;
            if (!offer.EndWith(job))
                continue;
            await db.StopUnsentMailsAsync(offer, clock.UtcNow(), ct);
            if (hadSeat)
                db.PlanJobCancelled(offer, students[offer.StudentId], clock.UtcNow());
            db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, offer.StudentId, TimelineKind.OfferWithdrawn, clock.UtcNow(),
                $"Tilbudet om «{job.Title}» falt bort: {why}", actorId: byUserId, subjectId: offer.Id));
        }
        return await db.SaveOrRefuseAsync(ct);
    }
}

/// <summary>No more offers and answers. Who has a seat keeps it, and may still give it back.</summary>
public sealed class CloseJob(RekrutteringDb db, TimeProvider clock) : EndJob(db, clock)
{
    public Task<Result> ExecuteAsync(Guid jobId, Guid byUserId, CancellationToken ct) =>
        EndAsync(jobId, byUserId, job => job.Close(), "sommerjobben er avsluttet.", ct);
}

/// <summary>The job will not be. Those who have a seat lose it, and are told by a mail that takes the days out of their calendars.</summary>
public sealed class CancelJob(RekrutteringDb db, TimeProvider clock) : EndJob(db, clock)
{
    private readonly TimeProvider _clock = clock;

    /// <summary>Refused for a job that has been: those who worked there would be told that it will not be.</summary>
    public Task<Result> ExecuteAsync(Guid jobId, Guid byUserId, CancellationToken ct) =>
        EndAsync(jobId, byUserId, job => job.To < OsloTime.DateOf(_clock.UtcNow()) ? new JobHasBeen() : job.Cancel(), "sommerjobben er avlyst.", ct);
}

/// <summary>What has been cannot be cancelled.</summary>
public sealed record JobHasBeen() : Refusal("Sommerjobben har vært, så den kan ikke avlyses.");
