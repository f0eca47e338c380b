using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Jobs;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Campaigns;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Contact;

/// <summary>A question that waits for the kommune, oldest first.</summary>
public sealed record WaitingQuestion(Guid InquiryId, Guid StudentId, string Student, string Text, string? Job, DateTime AskedAt, int Days);

/// <summary>An offer without an answer whose deadline is within a week, nearest first.</summary>
public sealed record EndingOffer(Guid OfferId, Guid StudentId, string Student, Guid JobId, string Job, DateTime Deadline, bool AskedToWait, bool IsArchived);

/// <summary>A job where a seat is free and somebody waits for one.</summary>
public sealed record FreeSeat(Guid JobId, string Job, int Free, int Waiting);

/// <summary>A campaign that needs a person: paused, missed its time, or with mails whose fate is unknown.</summary>
public sealed record StuckCampaign(Guid CampaignId, string Name, string Why);

/// <summary>A student who must be told what is stored, by the date of GDPR art. 14(3): one month after we got the data.</summary>
public sealed record UninformedStudents(int Count, DateOnly FirstDue);

/// <summary>A student nobody has been in touch with for six months; those never in touch first.</summary>
public sealed record QuietStudent(Guid StudentId, string Student, Term? CountedFrom, int? HeldSemester, Term? LastTerm, int? StudyTerms, string? Phone, DateTime? LastContactAt)
{
    /// <summary>Where the student stands on a day.</summary>
    public StudyStage StageOn(DateOnly day) => ((HeldSemester is { } held ? new StudyStage(held) : StudyStage.On(Term.Of(day), CountedFrom)) with { Length = StudyTerms ?? StudyStage.Terms }).EndingWith(LastTerm, Term.Of(day));
}

/// <summary>Something a student has done, newest first.</summary>
public sealed record NewsItem(Guid StudentId, string Student, TimelineKind Kind, string Summary, DateTime At);

/// <summary>What the plan holds for a month of the year ahead.</summary>
public sealed record MonthAhead(DateOnly Month, IReadOnlyList<string> Items);

/// <summary>All that waits for the recruiter, in the order it should be settled.</summary>
public sealed record Morning(
    IReadOnlyList<WaitingQuestion> Questions,
    IReadOnlyList<EndingOffer> EndingOffers,
    IReadOnlyList<FreeSeat> FreeSeats,
    IReadOnlyList<StuckCampaign> StuckCampaigns,
    IReadOnlyList<StuckMail> Mails,
    int MailCount,
    Standstill? Standstill,
    UninformedStudents? Uninformed,
    IReadOnlyList<QuietStudent> Quiet,
    int QuietCount,
    IReadOnlyList<NewsItem> News,
    int NewsCount,
    int ActiveStudents)
{
    /// <summary>Nothing waits.</summary>
    public bool IsSettled => Questions.Count + EndingOffers.Count + FreeSeats.Count + StuckCampaigns.Count + MailCount + QuietCount == 0 && Uninformed is null && Standstill is null;
}

/// <summary>Reads the morning page of the kommune in scope. Only reads; the same numbers however often it is opened.</summary>
public sealed class MorningPage(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Without contact for longer than this, a student has gone quiet.</summary>
    public const int QuietMonths = 6;

    /// <summary>How many lines of a long list are shown; the count is always of all.</summary>
    public const int Shown = 10;

    private static readonly TimelineKind[] NewsKinds =
        [TimelineKind.OfferAnswered, TimelineKind.QuestionAsked, TimelineKind.Lis1WishesStated, TimelineKind.Reserved, TimelineKind.SignedUp, TimelineKind.SignedUpAgain];

    /// <param name="seenAt">The line between old and new, UTC; null for everything.</param>
    public async Task<Morning> ReadAsync(DateTime? seenAt, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var quiet = Quiet(OsloTime.ToUtc(OsloTime.FromUtc(now).AddMonths(-QuietMonths)));
        var contact = TimelineEntry.ContactKinds.ToArray();
        var news = db.Timeline.Where(e => NewsKinds.Contains(e.Kind) && e.ActorId == null && (seenAt == null || e.At > seenAt));
        return new(
            await QuestionsAsync(now, ct),
            await EndingOffersAsync(now, ct),
            await FreeSeatsAsync(now, ct),
            await StuckCampaignsAsync(ct),
            await db.Stuck(db.PersonalStuck(now)).Take(Shown).ToListAsync(ct),
            await db.PersonalStuck(now).CountAsync(ct),
            await db.StandstillAsync(now, ct),
            await UninformedAsync(ct),
            await quiet
                .Select(s => new { Student = s, Last = db.Timeline.Where(e => e.StudentId == s.Id && contact.Contains(e.Kind)).Max(e => (DateTime?)e.At) })
                .OrderBy(q => q.Last != null).ThenBy(q => q.Last).ThenBy(q => q.Student.CollectedOn).ThenBy(q => q.Student.Id).Take(Shown)
                .Select(q => new QuietStudent(q.Student.Id, q.Student.FirstName + " " + q.Student.LastName, q.Student.StagedFrom, q.Student.HeldSemester, q.Student.LastTerm, q.Student.StudyTerms, q.Student.Phone, q.Last))
                .ToListAsync(ct),
            await quiet.CountAsync(ct),
            await news.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Shown)
                .Join(db.Students, e => e.StudentId, s => s.Id, (e, s) => new NewsItem(s.Id, s.FirstName + " " + s.LastName, e.Kind, e.Summary, e.At))
                .ToListAsync(ct),
            await news.CountAsync(ct),
            await db.Students.CountAsync(s => s.Status == StudentStatus.Active, ct));
    }

    /// <summary>The twelve months from this one, with what is planned in each: mailings, answer deadlines, first days at work and LIS1 starts.</summary>
    public async Task<IReadOnlyList<MonthAhead>> YearAsync(CancellationToken ct)
    {
        var today = OsloTime.DateOf(clock.UtcNow());
        var first = new DateOnly(today.Year, today.Month, 1);
        var until = OsloTime.StartOf(first.AddMonths(12));
        var plans = new List<(DateOnly Day, string What)>();
        var campaigns = await db.Campaigns.Where(c => c.Status == CampaignStatus.Scheduled && c.ScheduledAt < until).Select(c => new { c.Name, c.ScheduledAt }).ToListAsync(ct);
        plans.AddRange(campaigns.Select(c => (OsloTime.DateOf(c.ScheduledAt!.Value), $"Utsending: {c.Name}")));
        var from = OsloTime.StartOf(first);
        var deadlines = await db.SummerJobs.Where(j => j.Status == JobStatus.Open && j.AnswerDeadline >= from && j.AnswerDeadline < until).Select(j => new { j.Title, j.AnswerDeadline }).ToListAsync(ct);
        plans.AddRange(deadlines.Select(j => (OsloTime.DateOf(j.AnswerDeadline), $"Svarfrist: {j.Title}")));
        var starts = await db.SummerJobs.Where(j => j.Status != JobStatus.Cancelled && j.Status != JobStatus.Draft && j.From >= first && j.From < first.AddMonths(12)).Select(j => new { j.Title, j.From }).ToListAsync(ct);
        plans.AddRange(starts.Select(j => (j.From, $"Første dag: {j.Title}")));
        plans.AddRange(Enumerable.Range(0, 12).Select(i => first.AddMonths(i)).Where(m => m.Month is 3 or 9).Select(m => (m, $"LIS1 begynner {(m.Month == 3 ? "1. mars" : "1. september")}")));
        return [.. Enumerable.Range(0, 12).Select(i => first.AddMonths(i)).Select(m => new MonthAhead(m, [.. plans.Where(p => p.Day.Year == m.Year && p.Day.Month == m.Month).OrderBy(p => p.Day).Select(p => p.What)]))];
    }

    private async Task<IReadOnlyList<WaitingQuestion>> QuestionsAsync(DateTime now, CancellationToken ct)
    {
        var today = OsloTime.DateOf(now).DayNumber;
        var rows = await (from i in db.Inquiries
                          where i.SettledAt == null
                          join s in db.Students on i.StudentId equals s.Id
                          join o in db.JobOffers on i.OfferId equals o.Id into offers
                          from o in offers.DefaultIfEmpty()
                          join j in db.SummerJobs on o.JobId equals j.Id into jobs
                          from j in jobs.DefaultIfEmpty()
                          orderby i.AskedAt, i.Id
                          select new { i.Id, StudentId = s.Id, s.FirstName, s.LastName, i.Text, Job = (string?)j.Title, i.AskedAt }).ToListAsync(ct);
        return [.. rows.Select(r => new WaitingQuestion(r.Id, r.StudentId, $"{r.FirstName} {r.LastName}", r.Text, r.Job, r.AskedAt, today - OsloTime.DateOf(r.AskedAt).DayNumber))];
    }

    private async Task<IReadOnlyList<EndingOffer>> EndingOffersAsync(DateTime now, CancellationToken ct)
    {
        var week = now.AddDays(7);
        return await (from o in db.JobOffers
                      where (o.Status == OfferStatus.Offered || o.Status == OfferStatus.AskLater) && o.Deadline >= now && o.Deadline <= week
                      join s in db.Students on o.StudentId equals s.Id
                      join j in db.SummerJobs on o.JobId equals j.Id
                      where j.Status == JobStatus.Open
                      orderby o.Deadline, s.SearchName
                      select new EndingOffer(o.Id, s.Id, s.FirstName + " " + s.LastName, j.Id, j.Title, o.Deadline, o.Status == OfferStatus.AskLater, s.Status == StudentStatus.Archived)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<FreeSeat>> FreeSeatsAsync(DateTime now, CancellationToken ct)
    {
        var today = OsloTime.DateOf(now);
        var jobs = await db.SummerJobs.Where(j => j.Status == JobStatus.Open && j.From > today && db.JobOffers.Any(o => o.JobId == j.Id && o.Status == OfferStatus.WaitingList))
            .OrderBy(j => j.Title).ThenBy(j => j.Id).ToListAsync(ct);
        var counts = await db.CountSeatsAsync(jobs, ct);
        return [.. jobs.Where(j => counts[j.Id].NextMayBeAsked).Select(j => new FreeSeat(j.Id, j.Title, counts[j.Id].Free, counts[j.Id].Waiting))];
    }

    private async Task<IReadOnlyList<StuckCampaign>> StuckCampaignsAsync(CancellationToken ct)
    {
        var rows = await db.Campaigns
            .Select(c => new { c.Id, c.Name, c.Status, c.PauseReason, c.MissedItsTime, Uncertain = db.Messages.Count(m => m.CampaignId == c.Id && m.State == MessageState.Uncertain) })
            .Where(c => c.Status == CampaignStatus.Paused || c.Uncertain > 0 || (c.MissedItsTime && c.Status == CampaignStatus.Draft))
            .OrderBy(c => c.Name).ToListAsync(ct);
        return [.. rows.Select(c => new StuckCampaign(c.Id, c.Name,
            c.Uncertain == 1 ? "1 e-post er usikker: den kan være levert."
            : c.Uncertain > 1 ? $"{c.Uncertain} e-poster er usikre: de kan være levert."
            : c.Status == CampaignStatus.Paused ? c.PauseReason ?? "Utsendingen er satt på pause."
            : "Utsendingen ble ikke startet i tide."))];
    }

    private async Task<UninformedStudents?> UninformedAsync(CancellationToken ct)
    {
        var uninformed = db.Students.Where(s => s.Status == StudentStatus.Active && s.InformedAt == null);
        var count = await uninformed.CountAsync(ct);
        return count == 0 ? null : new(count, OsloTime.DateOf(await uninformed.MinAsync(s => s.CreatedAt, ct)).AddMonths(1));
    }

    // A student we have only just heard of has not gone quiet: the six months count from the last contact or, without one, from
    // the day the data were collected.
    private IQueryable<Student> Quiet(DateTime before)
    {
        var collectedBefore = OsloTime.DateOf(before);
        var contact = TimelineEntry.ContactKinds.ToArray();
        return db.Students
            .Where(s => s.Status == StudentStatus.Active && s.Progression != Progression.Discontinued && s.CollectedOn < collectedBefore)
            .Where(s => !s.Reservations.Any(r => r.Scope == ReservationScope.NoContact))
            .Where(s => !db.Timeline.Any(e => e.StudentId == s.Id && contact.Contains(e.Kind) && e.At >= before));
    }
}
