using Rekruttering.Domain.Common;

namespace Rekruttering.Domain.Students;

/// <summary>
/// A choice of students with a name that the whole kommune shares. It holds the filter, never the students: who is in it is found each time.
/// Whoever uses it (a campaign, an offer) takes a copy of the filter, so that a segment can be changed and deleted without touching what was made of it.
/// </summary>
public sealed class Segment : IKommuneOwned, IVersioned
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    private Segment() { }

    /// <param name="query">The student filter as the register's query, e.g. "?land=PL&amp;ar=5".</param>
    public Segment(string kommuneNumber, string name, string query, Guid byUserId, DateTime now)
    {
        (Id, KommuneNumber, CreatedById, CreatedAt) = (Guid.CreateVersion7(), kommuneNumber, byUserId, now);
        Rename(name, now);
        Change(query, now);
    }

    public Guid Id { get; private set; }
    public string KommuneNumber { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The name folded: two names that differ in case or accents are the same name.</summary>
    public string NameKey { get; private set; } = "";

    public string Query { get; private set; } = "";
    public Guid CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public int Version { get; set; } = 1;

    /// <summary>Another name; the caller has checked it.</summary>
    public void Rename(string name, DateTime now) => (Name, NameKey, UpdatedAt) = (name, SearchText.Fold(name), now);

    /// <summary>Another filter under the same name.</summary>
    public void Change(string query, DateTime now) => (Query, UpdatedAt) = (query, now);
}

/// <summary>There is a segment of that name.</summary>
/// <param name="SegmentId">Which.</param>
/// <param name="Name">As it is written.</param>
public sealed record SegmentNameTaken(Guid SegmentId, string Name) : Refusal($"Det finnes allerede et utvalg som heter «{Name}». Velg et annet navn, eller bytt ut filtrene i det.");
