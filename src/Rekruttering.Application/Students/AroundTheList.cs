using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>Somebody who works for the kommune.</summary>
public sealed record Colleague(Guid Id, string Name);

/// <summary>What stands around the list of students: the shared segments by name, one's own columns, and who can be a contact person.</summary>
public sealed record ListSurroundings(IReadOnlyList<Segment> Segments, IReadOnlyList<ListColumn> Columns, IReadOnlyList<Colleague> Colleagues)
{
    /// <summary>The segment that is this filter; null when none is.</summary>
    public Segment? Named(StudentFilter filter)
    {
        var query = filter.ToQuery();
        return Segments.FirstOrDefault(s => s.Query == query);
    }
}

/// <summary>Reads what stands around the list.</summary>
public sealed class AroundTheList(RekrutteringDb db)
{
    /// <summary>For one user of the kommune in scope.</summary>
    public async Task<ListSurroundings> ReadAsync(Guid userId, CancellationToken ct = default)
    {
        var segments = await db.Segments.AsNoTracking().OrderBy(s => s.NameKey).ToListAsync(ct);
        var members = await db.Memberships.Where(m => m.KommuneNumber == db.ScopeNumber)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, Name = u.DisplayName == "" ? u.Email! : u.DisplayName, u.ListColumns })
            .OrderBy(u => u.Name).ToListAsync(ct);
        return new(segments, ListColumns.Parse(members.Find(m => m.Id == userId)?.ListColumns), members.ConvertAll(m => new Colleague(m.Id, m.Name)));
    }
}

/// <summary>Remembers which columns somebody wants in the list.</summary>
public sealed class ChooseColumns(RekrutteringDb db)
{
    /// <summary>None, or the usual ones, is no choice of one's own.</summary>
    public async Task ExecuteAsync(Guid userId, IReadOnlyList<string> keys, CancellationToken ct = default)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        user.ListColumns = ListColumns.Text(keys);
        await db.SaveChangesAsync(ct);
    }
}
