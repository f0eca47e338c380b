using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Jobs;

/// <summary>What stands between a student and the offer.</summary>
/// <param name="Reason">Why no mail may go there, or null.</param>
/// <param name="AlreadyOffered">There is an offer of this job already.</param>
/// <param name="Fit">A warning that the recruiter may overrule.</param>
public sealed record OfferCandidate(Student Student, LeftOutReason? Reason, bool AlreadyOffered, LevelFit Fit)
{
    /// <summary>No ticking helps.</summary>
    public bool IsLeftOut => AlreadyOffered || Reason is not null;

    /// <summary>May be offered, after a person has looked.</summary>
    public bool NeedsLook => !IsLeftOut && Fit != LevelFit.Fits;

    /// <summary>The id alone, for logs.</summary>
    public override string ToString() => $"candidate {Student.Id}";
}

/// <summary>Who got the offer and who did not.</summary>
public sealed record OffersMade(IReadOnlyList<OfferCandidate> Offered, IReadOnlyList<OfferCandidate> LeftOut);

/// <summary>
/// Offers a job to chosen students. Offer, mail and timeline are one save; a student who has the offer is left out with that reason,
/// so that the same choice sent twice offers once.
/// </summary>
public sealed class OfferJob(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Longest words of the recruiter's own.</summary>
    public const int MostPersonalWords = 1000;

    /// <summary>Each chosen student of this kommune with what stands between; changes nothing.</summary>
    public async Task<IReadOnlyList<OfferCandidate>> PreviewAsync(SummerJob job, IReadOnlyCollection<Guid> studentIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var students = await db.Students.Include(s => s.Reservations).Where(s => studentIds.Contains(s.Id)).OrderBy(s => s.SearchName).ThenBy(s => s.Id).ToListAsync(ct);
        var offered = await db.JobOffers.Where(o => o.JobId == job.Id).Select(o => o.StudentId).ToHashSetAsync(ct);
        return [.. students.Select(s => new OfferCandidate(s, Message.ReasonToLeaveOut(s, ReservationScope.Jobs), offered.Contains(s.Id), LevelCheck.Of(s, job)))];
    }

    /// <param name="despiteWarning">The students that the recruiter has looked at and still wants.</param>
    public async Task<Result<OffersMade>> ExecuteAsync(Guid jobId, IReadOnlyCollection<Guid> studentIds, IReadOnlyCollection<Guid> despiteWarning, string? personalWords, Guid byUserId, CancellationToken ct)
    {
        for (var attempt = 0; attempt < AnswerOffer.MostAttempts; attempt++)
        {
            if (await TryAsync(jobId, studentIds, despiteWarning, personalWords, byUserId, ct) is { } result)
                return result;
            // The job was changed or answered, or a colleague offered to one of them: seen anew, that one is left out.
            db.ChangeTracker.Clear();
        }
        return new TooManyAtOnce();
    }

    private async Task<Result<OffersMade>?> TryAsync(Guid jobId, IReadOnlyCollection<Guid> studentIds, IReadOnlyCollection<Guid> despiteWarning, string? personalWords, Guid byUserId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.SummerJobs.SingleOrDefaultAsync(j => j.Id == jobId, ct) is not { } job)
            return (Result<OffersMade>)new NotFound();
        if (job.MayBeOffered(now) is { IsOk: false } refused)
            return (Result<OffersMade>)refused.Refusal;
        var candidates = await PreviewAsync(job, studentIds, ct);
        var chosen = candidates.Where(c => !c.IsLeftOut && (!c.NeedsLook || despiteWarning.Contains(c.Student.Id))).ToList();
        foreach (var candidate in chosen)
            Offer(job, candidate.Student, personalWords, byUserId, now);
        try
        {
            await db.SaveChangesAsync(ct);
            return (Result<OffersMade>)new OffersMade(chosen, [.. candidates.Except(chosen)]);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation() || exception is DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private void Offer(SummerJob job, Student student, string? personalWords, Guid byUserId, DateTime now)
    {
        var offer = new JobOffer(job, student, byUserId, now, personalWords is null ? null : NationalId.Scrub(personalWords));
        db.JobOffers.Add(offer);
        db.PlanOfferMail(offer, student, now);
        db.Timeline.Add(new TimelineEntry(job.KommuneNumber, student.Id, TimelineKind.OfferMade, now,
            $"Fikk tilbud om «{job.Title}», {job.Workplace}.", offer.PersonalWords, byUserId, offer.Id));
    }
}
