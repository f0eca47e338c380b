using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>What the list is ordered by.</summary>
public enum StudentSort { Name, Stage, Place, LastContact }

/// <summary>The order of the list, as it stands in the address: "navn", "ar-synkende", "sted", "kontakt".</summary>
public readonly record struct StudentOrder(StudentSort By, bool Descending)
{
    private static readonly string[] Names = ["navn", "ar", "sted", "kontakt"];

    /// <summary>By name, for anything unknown.</summary>
    public static StudentOrder Parse(string? text)
    {
        var descending = text?.EndsWith("-synkende", StringComparison.Ordinal) == true;
        var by = Array.IndexOf(Names, descending ? text![..^9] : text);
        return by < 0 ? default : new((StudentSort)by, descending);
    }

    /// <inheritdoc/>
    public override string ToString() => Names[(int)By] + (Descending ? "-synkende" : "");
}

/// <summary>One line of the list.</summary>
/// <param name="Cells">The text of each column that was asked for; null where nothing is known, and for a column that is shown otherwise.</param>
public sealed record StudentRow(
    Guid Id, string Name, string? Place, string Where, DateTime? LastContactAt,
    bool IsReserved, bool IsArchived, bool IsAddressDead, bool HasNoAddress, bool HasDamagedName, IReadOnlyList<string?> Cells);

/// <summary>A page of the list.</summary>
/// <param name="Count">All that the filter finds.</param>
/// <param name="Page">From 1; the last one when a later one was asked for.</param>
/// <param name="RegisterIsEmpty">True when the kommune has no students at all, archived ones included.</param>
public sealed record StudentListPage(IReadOnlyList<StudentRow> Rows, int Count, int Page, int Pages, bool RegisterIsEmpty);

/// <summary>
/// Reads the register's list in two queries, however long it is: the page, whose ids come from an index alone and bring what stands about those
/// students elsewhere, and the count. A first page with room left needs no count. A search by name and nothing else counts and orders in the index of words.
/// </summary>
public sealed class StudentList(RekrutteringDb db, TimeProvider clock)
{
    /// <summary>Students on a page.</summary>
    public const int PageSize = 50;

    private static readonly DateTime Never = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimelineKind[] Contact = [.. TimelineEntry.ContactKinds];

    /// <summary>A page of what the filter finds, in the order asked for and then by name.</summary>
    /// <param name="columns">Those whose texts are wanted.</param>
    public async Task<StudentListPage> ReadAsync(StudentFilter filter, StudentOrder order, int page, IReadOnlyList<ListColumn> columns, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var today = OsloTime.DateOf(clock.UtcNow());
        var found = filter.Apply(db, today).AsNoTracking();
        var hits = filter.ApplyToWords(db);
        var ids = hits is not null && order.By == StudentSort.Name ? Ordered(hits, order) : Ordered(found, order, Term.Of(today).Index).Select(s => s.Id);
        Task<List<StudentRow>> RowsOf(int at) => RowsAsync(ids.Skip((at - 1) * PageSize).Take(PageSize + 1), columns, today, ct);

        var rows = page <= 1 ? await RowsOf(1) : [];
        var count = page <= 1 && rows.Count <= PageSize ? rows.Count : await (hits?.CountAsync(ct) ?? found.CountAsync(ct));
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        if (rows.Count == 0 && count > 0)
            rows = await RowsOf(page);
        return new([.. rows.Take(PageSize)], count, page, pages, count == 0 && !await db.Students.AnyAsync(ct));
    }

    /// <summary>All that the filter finds, in the order asked for.</summary>
    internal Task<List<Guid>> IdsAsync(StudentFilter filter, StudentOrder order, CancellationToken ct)
    {
        var today = OsloTime.DateOf(clock.UtcNow());
        return Ordered(filter.Apply(db, today), order, Term.Of(today).Index).Select(s => s.Id).ToListAsync(ct);
    }

    private static IOrderedQueryable<Student> Counted(IQueryable<Student> found) => found.OrderBy(s => s.StagedFrom == null || s.Progression == Progression.Discontinued);

    // After the last term, wherever the count had come to.
    private static Expression<Func<Student, bool>> IsPast(int now)
    {
        var term = Term.FromIndex(now);
        return s => s.LastTerm != null && s.LastTerm < term;
    }

    private IQueryable<Student> Ordered(IQueryable<Student> found, StudentOrder order, int now) => order switch
    {
        { By: StudentSort.Name, Descending: false } => found.OrderBy(s => s.SearchName).ThenBy(s => s.Id),
        { By: StudentSort.Name } => found.OrderByDescending(s => s.SearchName).ThenByDescending(s => s.Id),
        // By the semester of today, which a leave holds; those of whom it is unknown or who have given up come last either way.
        { By: StudentSort.Stage, Descending: false } => Counted(found).ThenBy(IsPast(now)).ThenBy(s => s.HeldSemester ?? now - (int?)(object?)s.StagedFrom + 1 ?? 0).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        { By: StudentSort.Stage } => Counted(found).ThenByDescending(IsPast(now)).ThenByDescending(s => s.HeldSemester ?? now - (int?)(object?)s.StagedFrom + 1 ?? 0).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        { By: StudentSort.Place, Descending: false } => found.OrderBy(s => s.SearchPlace).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        { By: StudentSort.Place } => found.OrderByDescending(s => s.SearchPlace).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        // Never is longest ago, on both engines: they disagree on where null belongs.
        { Descending: false } => found.OrderBy(s => db.Timeline.Where(e => e.StudentId == s.Id && Contact.Contains(e.Kind)).Max(e => (DateTime?)e.At) ?? Never).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        _ => found.OrderByDescending(s => db.Timeline.Where(e => e.StudentId == s.Id && Contact.Contains(e.Kind)).Max(e => (DateTime?)e.At) ?? Never).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
    };

    private static IQueryable<Guid> Ordered(IQueryable<StudentHit> hits, StudentOrder order) =>
        (order.Descending ? hits.OrderByDescending(h => h.SearchName).ThenByDescending(h => h.StudentId) : hits.OrderBy(h => h.SearchName).ThenBy(h => h.StudentId)).Select(h => h.StudentId);

    private async Task<List<StudentRow>> RowsAsync(IQueryable<Guid> page, IReadOnlyList<ListColumn> columns, DateOnly today, CancellationToken ct)
    {
        var found = await page.Join(db.Students.AsNoTracking(), id => id, s => s.Id, (id, s) => new
        {
            Student = s,
            LastContactAt = db.Timeline.Where(e => e.StudentId == s.Id && Contact.Contains(e.Kind)).Max(e => (DateTime?)e.At),
            IsReserved = s.Reservations.Any(),
            Colleague = db.Users.Where(u => u.Id == s.ContactPersonId && db.Memberships.Any(m => m.UserId == u.Id && m.KommuneNumber == s.KommuneNumber)).Select(u => u.DisplayName == "" ? u.Email : u.DisplayName).FirstOrDefault(),
        }).ToListAsync(ct);
        return [.. from row in found
                   let s = row.Student
                   select new StudentRow(
                       s.Id, s.FullName, StudentWords.Place(s.StudyPlaceCode, s.StudyPlaceText), StudentWords.Where(s.StudyPlaceCode, s.CountryCode),
                       row.LastContactAt, row.IsReserved, s.Status == StudentStatus.Archived, s.AddressDeadAt is not null, s.Email is null, s.HasDamagedName,
                       ListColumns.Cells(columns, s, today, row.Colleague ?? s.ContactName))];
    }
}
