using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Application.Jobs;

/// <summary>Ends a job for good: what is still open is withdrawn, its unsent mails stopped, the students told by mail and the timelines too, in one save.</summary>
public abstract class EndJob(RekrutteringDb db, TimeProvider clock)
{
    protected async Task<Result> EndAsync(Guid jobId, Guid byUserId, Func<SummerJob, Result> end, string why, CancellationToken ct)
    {
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            return new NotFound();
        if (end(job) is { IsOk: false } refused)
            return refused;
        var offers = await db.JobOffers.Where(o => o.JobId == jobId).ToListAsync(ct);
        var students = await db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => db.JobOffers.Any(o => o.JobId == jobId && o.StudentId == s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var heard = await db.Messages.Where(m => OfferMails.Reached.Contains(m.State) && m.Kind == MessageKind.Offer && db.JobOffers.Any(o => o.JobId == jobId && o.Id == m.SubjectId))
            .Select(m => m.SubjectId!.Value).ToListAsync(ct);
        foreach (var offer in offers)
        {
            var kind = OfferMails.EndMailOf(offer, job, job.Status, heard.Contains(offer.Id), clock.UtcNow());
            if (!offer.EndWith(job))
                continue;
            await db.StopUnsentMailsAsync(offer, clock.UtcNow(), ct);
            if (kind is { } mail)
                db.PlanEnd(offer, students[offer.StudentId], mail, clock.UtcNow());
            db.Timeline.Add(new TimelineEntry(offer.KommuneNumber, offer.StudentId, TimelineKind.OfferWithdrawn, clock.UtcNow(),
                $"Tilbudet om «{job.Title}» falt bort: {why}", actorId: byUserId, subjectId: offer.Id));
        }
        return await db.SaveOrRefuseAsync(ct);
    }
}

/// <summary>No more offers and answers. Who has a seat keeps it, and may still give it back; who waits for one is told that there was none.</summary>
public sealed class CloseJob(RekrutteringDb db, TimeProvider clock) : EndJob(db, clock)
{
    public Task<Result> ExecuteAsync(Guid jobId, Guid byUserId, CancellationToken ct) =>
        EndAsync(jobId, byUserId, job => job.Close(), "sommerjobben er avsluttet.", ct);
}

/// <summary>The job will not be. Those who have a seat lose it; the mail that tells them takes the days out of their calendars.</summary>
public sealed class CancelJob(RekrutteringDb db, TimeProvider clock) : EndJob(db, clock)
{
    private readonly TimeProvider _clock = clock;

    /// <summary>Refused for a job that has been: those who worked there would be told that it will not be.</summary>
    public Task<Result> ExecuteAsync(Guid jobId, Guid byUserId, CancellationToken ct) =>
        EndAsync(jobId, byUserId, job => job.To < OsloTime.DateOf(_clock.UtcNow()) ? new JobHasBeen() : job.Cancel(), "sommerjobben er avlyst.", ct);
}

/// <summary>What has been cannot be cancelled.</summary>
public sealed record JobHasBeen() : Refusal("Sommerjobben har vært, så den kan ikke avlyses.");
