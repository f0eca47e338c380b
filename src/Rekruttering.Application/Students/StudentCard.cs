using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Contact;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>One line of the timeline, with who did it and the mail it tells of.</summary>
/// <param name="Actor">A colleague's name, or null for the student and for the program.</param>
public sealed record TimelineLine(Guid Id, TimelineKind Kind, DateTime At, string Summary, string? Text, string? Actor, string? MailSubject, string? MailText, Guid? SubjectId = null);

/// <summary>A summer job that was offered, and what the student said.</summary>
public sealed record CardOffer(Guid OfferId, Guid JobId, string Job, OfferStatus Status, DateTime OfferedAt, DateTime Deadline, DateTime? AnsweredAt, string? StudentMessage, DateOnly From, DateOnly To);

/// <summary>Where LIS1 is wanted in one intake, hospitals in order.</summary>
public sealed record CardWishes(Term Intake, DateTime StatedAt, string? Comment, IReadOnlyList<string> Hospitals);

/// <summary>A question of the student's that the kommune has not answered.</summary>
public sealed record CardQuestion(Guid InquiryId, string Text, DateTime AskedAt);

/// <summary>When a field last was changed by hand, and by whom.</summary>
public sealed record FieldOrigin(DateTime At, string? Actor);

/// <summary>Everything on the card of one student.</summary>
/// <param name="Origins">By the field's label; a field that is not there stands as it came from the source.</param>
public sealed record StudentCardView(
    Student Student, string? ContactPerson, DateTime? LastContactAt,
    IReadOnlyList<CardQuestion> Questions, IReadOnlyList<CardOffer> Offers, IReadOnlyList<CardWishes> Wishes,
    IReadOnlyList<TimelineLine> Timeline, int TimelineCount, IReadOnlyDictionary<string, FieldOrigin> Origins, int MailsWaiting, IReadOnlyList<StuckMail> Stuck)
{
    /// <summary>Mails of which nobody knows whether they arrived, campaigns' too.</summary>
    public int MailsUncertain => Stuck.Count(mail => mail.State == MessageState.Uncertain);
}

/// <summary>Reads the card of a student of the kommune in scope.</summary>
public sealed class StudentCard(RekrutteringDb db, TimeProvider clock)
{
    private static readonly TimelineKind[] ContactKinds = [.. TimelineEntry.ContactKinds];

    /// <summary>The card with so many of the newest lines of its timeline, or null when there is no such student for the one who asks.</summary>
    public async Task<StudentCardView?> ReadAsync(Guid id, int lines, CancellationToken ct = default)
    {
        if (await db.Students.AsNoTracking().Include(s => s.Reservations).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } student)
            return null;
        var entries = await db.Timeline.AsNoTracking().Where(e => e.StudentId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(lines).ToListAsync(ct);
        var edits = await db.Timeline.AsNoTracking().Where(e => e.StudentId == id && e.Kind == TimelineKind.Edited).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(200).ToListAsync(ct);
        var colleagues = await RegisterChecks.ColleaguesAsync(db, [student.ContactPersonId], ct);
        var names = await RegisterChecks.NamesOfAsync(db, [.. entries.Select(e => e.ActorId), .. edits.Select(e => e.ActorId)], ct);
        string? NameOf(Guid? user) => user is { } u ? names.GetValueOrDefault(u) : null;
        return new(
            student, colleagues.Values.FirstOrDefault() ?? student.ContactName,
            await db.Timeline.Where(e => e.StudentId == id && ContactKinds.Contains(e.Kind)).MaxAsync(e => (DateTime?)e.At, ct),
            await db.Inquiries.Where(i => i.StudentId == id && i.SettledAt == null).OrderBy(i => i.AskedAt).Select(i => new CardQuestion(i.Id, i.Text, i.AskedAt)).ToListAsync(ct),
            await OffersAsync(id, ct),
            await WishesAsync(id, ct),
            await LinesAsync(entries, NameOf, ct),
            await db.Timeline.CountAsync(e => e.StudentId == id, ct),
            Origins(edits, NameOf),
            await db.Messages.CountAsync(m => m.StudentId == id && (m.State == MessageState.Ready || m.State == MessageState.Deferred), ct),
            await db.Stuck(db.PersonalStuck(clock.UtcNow()).Where(m => m.StudentId == id)
                .Concat(db.Messages.Where(m => m.StudentId == id && m.CampaignId != null && m.State == MessageState.Uncertain))).ToListAsync(ct));
    }

    /// <summary>Who a student is now whose row went into another's: old addresses of the card still lead somewhere. Null when it did not.</summary>
    public Task<Guid?> MergedIntoAsync(Guid id, CancellationToken ct = default) =>
        db.StudentMerges.Where(m => m.AwayId == id && m.UndoneAt == null).Select(m => (Guid?)m.KeptId).FirstOrDefaultAsync(ct);

    private Task<List<CardOffer>> OffersAsync(Guid id, CancellationToken ct) =>
        (from o in db.JobOffers
         where o.StudentId == id
         join j in db.SummerJobs on o.JobId equals j.Id
         orderby o.OfferedAt descending
         select new CardOffer(o.Id, j.Id, j.Title, o.Status, o.OfferedAt, o.Deadline, o.AnsweredAt, o.StudentMessage, j.From, j.To)).ToListAsync(ct);

    private async Task<IReadOnlyList<CardWishes>> WishesAsync(Guid id, CancellationToken ct)
    {
        var lists = await db.Lis1Wishes.AsNoTracking().Include(w => w.Hospitals).Where(w => w.StudentId == id).OrderByDescending(w => w.Intake).ToListAsync(ct);
        if (lists.Count == 0)
            return [];
        var hospitals = await db.Hospitals.ToDictionaryAsync(h => h.Code, h => h.Name, ct);
        return [.. lists.Select(w => new CardWishes(w.Intake, w.StatedAt, w.Comment, [.. w.Hospitals.OrderBy(h => h.Rank).Select(h => hospitals[h.HospitalCode])]))];
    }

    private async Task<IReadOnlyList<TimelineLine>> LinesAsync(List<TimelineEntry> entries, Func<Guid?, string?> nameOf, CancellationToken ct)
    {
        var subjects = entries.Select(e => e.SubjectId).OfType<Guid>().Distinct().ToList();
        var mails = subjects.Count == 0 ? [] : await db.Messages.Where(m => subjects.Contains(m.Id)).Select(m => new { m.Id, m.Subject, m.Text }).ToDictionaryAsync(m => m.Id, ct);
        return [.. entries.Select(e =>
        {
            var mail = e.SubjectId is { } subject ? mails.GetValueOrDefault(subject) : null;
            return new TimelineLine(e.Id, e.Kind, e.At, e.Summary, e.Text, nameOf(e.ActorId), mail?.Subject, mail?.Text, e.SubjectId);
        })];
    }

    private static Dictionary<string, FieldOrigin> Origins(List<TimelineEntry> edits, Func<Guid?, string?> nameOf)
    {
        var origins = new Dictionary<string, FieldOrigin>(StringComparer.Ordinal);
        foreach (var edit in edits)
            foreach (var label in StudentChanges.LabelsIn(edit.Text))
                origins.TryAdd(label, new(edit.At, nameOf(edit.ActorId)));
        return origins;
    }
}
