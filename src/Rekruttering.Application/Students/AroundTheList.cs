using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rekruttering.Application.Data;
using Rekruttering.Application.Places;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Places;

namespace Rekruttering.Application.Students;

/// <summary>Somebody who works for the kommune.</summary>
public sealed record Colleague(Guid Id, string Name);

/// <summary>A segment, by its name and its filter.</summary>
public sealed record NamedFilter(string Name, string Query);

/// <summary>A job that can be offered now.</summary>
public sealed record OfferableJob(Guid Id, string Title);

/// <summary>
/// What stands around the list of students: the shared segments by name, one's own columns, who can be a contact person, the jobs that students may be
/// chosen for here and now, and the study places to choose among.
/// </summary>
public sealed record ListSurroundings(
    IReadOnlyList<NamedFilter> Segments, IReadOnlyList<ListColumn> Columns, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<OfferableJob> OpenJobs, StudyPlaceList Places)
{
    /// <summary>The segment that is this filter; null when none is.</summary>
    public NamedFilter? Named(StudentFilter filter)
    {
        if (Segments.Count == 0)
            return null;
        var query = filter.ToQuery();
        return Segments.FirstOrDefault(s => s.Query == query);
    }
}

/// <summary>
/// Reads what stands around the list in one query: each one less is a twentieth of a page, for a handful of rows. The places of one's own, which few
/// kommuner have, are read only when there are some.
/// </summary>
public sealed class AroundTheList(RekrutteringDb db, ReadStudyPlaces places, TimeProvider clock)
{
    // A model and its query are of one engine and one kind of scope. The number of the kommune is handed over: what is read of a context is fixed with the query, but for the filters.
    private static readonly ConditionalWeakTable<IModel, Func<RekrutteringDb, string?, DateTime, IAsyncEnumerable<Part>>> Compiled = [];

    private enum Kind { Job, Segment, Member, Place }

    /// <summary>For one user of the kommune in scope.</summary>
    public async Task<ListSurroundings> ReadAsync(Guid userId, CancellationToken ct = default)
    {
        var parts = new List<Part>();
        await foreach (var part in Compiled.GetValue(db.Model, _ => Compile())(db, db.ScopeNumber, clock.UtcNow()).WithCancellation(ct))
            parts.Add(part);
        IEnumerable<Part> Of(Kind kind) => parts.Where(p => p.Kind == (int)kind);
        return new(
            [.. Of(Kind.Segment).OrderBy(p => SearchText.Fold(p.Name), StringComparer.Ordinal).Select(p => new NamedFilter(p.Name, p.Text!))],
            ListColumns.Parse(Of(Kind.Member).FirstOrDefault(p => p.Id == userId)?.Text),
            [.. Of(Kind.Member).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new Colleague(p.Id, p.Name))],
            [.. Of(Kind.Job).OrderBy(p => p.Day).ThenBy(p => p.Id).Select(p => new OfferableJob(p.Id, p.Name))],
            Of(Kind.Place).Any() ? await places.ReadChoicesAsync(ct) : StudyPlaceList.Shared);
    }

    private static Func<RekrutteringDb, string?, DateTime, IAsyncEnumerable<Part>> Compile() => EF.CompileAsyncQuery((RekrutteringDb db, string? kommune, DateTime now) =>
        db.SummerJobs.Where(j => j.Status == JobStatus.Open && j.AnswerDeadline > now).Select(j => new Part { Kind = (int)Kind.Job, Id = j.Id, Name = j.Title, Text = null, Day = j.From })
            .Concat(db.Segments.Select(s => new Part { Kind = (int)Kind.Segment, Id = s.Id, Name = s.Name, Text = s.Query, Day = null }))
            .Concat(db.Memberships.Where(m => m.KommuneNumber == kommune)
                .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new Part { Kind = (int)Kind.Member, Id = u.Id, Name = u.DisplayName == "" ? u.Email! : u.DisplayName, Text = u.ListColumns, Day = null }))
            .Concat(db.OwnStudyPlaces.Select(p => new Part { Kind = (int)Kind.Place, Id = p.Id, Name = p.Name, Text = null, Day = null })));

    private sealed class Part
    {
        public int Kind { get; init; }
        public Guid Id { get; init; }
        public string Name { get; init; } = "";

        /// <summary>A segment's filter, or a member's columns.</summary>
        public string? Text { get; init; }

        public DateOnly? Day { get; init; }
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
