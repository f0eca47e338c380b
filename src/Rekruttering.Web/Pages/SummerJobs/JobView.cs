using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Privacy;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.SummerJobs;

/// <summary>One offer with its student and what became of its latest mail.</summary>
/// <param name="HasHeard">A mail with the offer has reached the student, or may have.</param>
public sealed record OfferLine(JobOffer Offer, Student Student, MessageState? Mail, bool HasHeard)
{
    /// <summary>The student may not know of the offer.</summary>
    public string? MailTrouble => Mail switch
    {
        MessageState.Failed => "E-posten kom ikke fram",
        MessageState.Uncertain => "Usikkert om e-posten kom fram",
        MessageState.LeftOut => "Fikk ikke e-post",
        _ => null,
    };

    public bool IsOpen => Offer.Status is OfferStatus.Offered or OfferStatus.AskLater;
}

/// <summary>What a place is, in a word and a shape.</summary>
public enum SeatState { Taken, Offered, Free }

/// <summary>A job with everything its page shows. Reads only.</summary>
public sealed record JobView(SummerJob Job, SeatCount Seats, IReadOnlyList<OfferLine> Lines, KommuneSettings? Settings)
{
    /// <summary>More than so many places are told in numbers only.</summary>
    public const int MostDrawn = 60;

    public IEnumerable<OfferLine> Waiting => Lines.Where(l => l.Offer.Status == OfferStatus.WaitingList).OrderBy(l => l.Offer.WaitingSince).ThenBy(l => l.Offer.Id);
    public IEnumerable<OfferLine> Open => Lines.Where(l => l.IsOpen);
    public IEnumerable<OfferLine> Accepted => Lines.Where(l => l.Offer.Status == OfferStatus.Accepted);

    /// <summary>Whom closing or cancelling the job touches, and who of them is told by mail.</summary>
    public JobEnding EndingAs(JobStatus end, DateTime now) => new(end, [.. Lines
        .Where(l => l.IsOpen || l.Offer.Status == OfferStatus.WaitingList || (end == JobStatus.Cancelled && l.Offer.Status == OfferStatus.Accepted))
        .Select(line => EndedLine.Of(line, Job, end, now))]);

    /// <summary>The places in a row: who has one, who is asked, and what is free.</summary>
    public IEnumerable<(SeatState State, string? Name)> Row()
    {
        var asked = Open.OrderByDescending(l => l.Offer.HoldsSeat).ThenBy(l => l.Offer.OfferedAt).Take(Math.Max(0, Job.Seats - Seats.Taken)).ToList();
        return Accepted.Select(l => (SeatState.Taken, (string?)l.Student.FullName))
            .Concat(asked.Select(l => (SeatState.Offered, (string?)l.Student.FullName)))
            .Concat(Enumerable.Repeat((SeatState.Free, (string?)null), Math.Max(0, Job.Seats - Seats.Taken - asked.Count)));
    }

    /// <summary>Null for a job that is not this kommune's.</summary>
    public static async Task<JobView?> ReadAsync(RekrutteringDb db, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SummerJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is not { } job)
            return null;
        var offers = await db.JobOffers.AsNoTracking().Where(o => o.JobId == id).Join(db.Students.Include(s => s.Reservations), o => o.StudentId, s => s.Id, (o, s) => new { o, s }).ToListAsync(ct);
        var ids = offers.Select(x => (Guid?)x.o.Id).ToList();
        var mails = (await db.Messages.Where(m => ids.Contains(m.SubjectId) && (m.Kind == MessageKind.Offer || m.Kind == MessageKind.SeatFree))
            .Select(m => new { m.SubjectId, m.Kind, m.CreatedAt, m.State }).ToListAsync(ct))
            .ToLookup(m => m.SubjectId!.Value);
        var lines = offers.Select(x => new OfferLine(x.o, x.s, mails[x.o.Id].MaxBy(m => m.CreatedAt)?.State, mails[x.o.Id].Any(m => m.Kind == MessageKind.Offer && OfferMails.Reached.Contains(m.State))))
            .OrderBy(l => Order(l.Offer.Status)).ThenBy(l => l.Offer.WaitingSince).ThenBy(l => l.Student.SearchName, StringComparer.Ordinal).ToList();
        return new(job, await db.CountSeatsAsync(job, ct), lines, await db.KommuneSettings.AsNoTracking().SingleOrDefaultAsync(ct));
    }

    private static int Order(OfferStatus status) => status switch
    {
        OfferStatus.Accepted => 0,
        OfferStatus.WaitingList => 1,
        OfferStatus.AskLater => 2,
        OfferStatus.Offered => 3,
        OfferStatus.Declined => 4,
        OfferStatus.Expired => 5,
        _ => 6,
    };
}
