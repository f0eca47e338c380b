using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>Where an offer stands, as the student is told it.</summary>
public enum OfferState { Asks, Accepted, Waiting, Declined, AskLater, Expired, Withdrawn, JobOver }

/// <summary>An offer and its job as the student sees them. Reads only.</summary>
public sealed record OfferOnScreen(SummerJob Job, JobOffer Offer, int WaitingNumber, DateTime Now)
{
    public bool MayAccept => Offer.MayAccept(Job, Now);
    public bool MayDecline => Offer.MayDecline(Job, Now);

    public OfferState State => Offer.Status switch
    {
        OfferStatus.Accepted => OfferState.Accepted,
        OfferStatus.WaitingList => OfferState.Waiting,
        OfferStatus.Declined => OfferState.Declined,
        _ when Job.Status != JobStatus.Open => OfferState.JobOver,
        OfferStatus.Withdrawn => OfferState.Withdrawn,
        _ when !MayAccept => OfferState.Expired,
        OfferStatus.AskLater => OfferState.AskLater,
        _ => OfferState.Asks,
    };

    /// <summary>What may still be answered, other than what was answered. Whoever has a seat, or waits for one, has nothing to be asked later.</summary>
    public IReadOnlyList<OfferAnswer> Choices =>
    [
        .. MayAccept && State is not (OfferState.Accepted or OfferState.Waiting) ? [OfferAnswer.Yes] : Array.Empty<OfferAnswer>(),
        .. MayDecline && State != OfferState.Declined ? [OfferAnswer.No] : Array.Empty<OfferAnswer>(),
        .. MayAccept && State is not (OfferState.AskLater or OfferState.Accepted or OfferState.Waiting) ? [OfferAnswer.Later] : Array.Empty<OfferAnswer>(),
    ];

    /// <summary>When one who has a seat should call if nobody has: two weeks after the answer, and a week before the job at the latest.</summary>
    public DateOnly CallBy
    {
        get
        {
            var answered = OsloTime.DateOf(Offer.AnsweredAt ?? Now);
            var (fortnight, weekBefore) = (answered.AddDays(14), Job.From.AddDays(-7));
            return fortnight < weekBefore ? fortnight : weekBefore > answered ? weekBefore : Job.From;
        }
    }

    /// <summary>The offer of a link.</summary>
    public static async Task<OfferOnScreen> ReadAsync(RekrutteringDb db, Guid offerId, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var offer = await db.JobOffers.AsNoTracking().SingleAsync(o => o.Id == offerId, ct);
        var job = await db.SummerJobs.AsNoTracking().SingleAsync(j => j.Id == offer.JobId, ct);
        var line = offer.Status == OfferStatus.WaitingList
            ? await OfferFreeSeat.InLine(db.JobOffers.Where(o => o.JobId == job.Id)).Select(o => o.Id).ToListAsync(ct)
            : [];
        return new(job, offer, line.IndexOf(offerId) + 1, now);
    }
}
