using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Students.Duplicates;

/// <summary>Two students who may be one; the one that had better stay stands first.</summary>
public sealed record AlikePair(Student One, Student Other, Likeness Likeness);

/// <summary>A page of them, the most alike first.</summary>
/// <param name="Count">All pairs.</param>
/// <param name="Page">From 1; the last one when a later one was asked for.</param>
public sealed record AlikePairs(IReadOnlyList<AlikePair> Pairs, int Count, int Page, int Pages);

/// <summary>
/// Goes through the whole register for pairs, each time anew, so that the list is never older than the register. Only those are compared who share
/// an address, a telephone, a folded name, or a word of the last name with the year and the initial: 100,000 students take a second or two.
/// </summary>
public sealed class ScanDuplicates(RekrutteringDb db)
{
    /// <summary>Pairs on a page.</summary>
    public const int PageSize = 20;

    /// <summary>An address or number that more than this many have is an office's, not a person's; their names are compared all the same.</summary>
    private const int MostWhoShare = 60;

    /// <param name="Initial">Of the first name, folded.</param>
    private readonly record struct Row(Guid Id, string Initial, PersonTraits Traits);

    private readonly record struct Found(int One, int Other, int Points);

    /// <summary>The pairs of a page; those marked as two persons are left out.</summary>
    public async Task<AlikePairs> ReadAsync(int page, CancellationToken ct = default)
    {
        var rows = await RowsAsync(ct);
        var marks = (await db.TwoPersons.AsNoTracking().Select(p => new { p.FirstId, p.SecondId }).ToListAsync(ct)).Select(p => (p.FirstId, p.SecondId)).ToHashSet();
        var found = Pairs(rows).Where(pair => !marks.Contains(TwoPersons.Ordered(rows[pair.One].Id, rows[pair.Other].Id)))
            .OrderByDescending(pair => pair.Points).ThenBy(pair => pair.One).ThenBy(pair => pair.Other).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.SelectMany(pair => new[] { rows[pair.One].Id, rows[pair.Other].Id }).Distinct().ToList();
        var students = await db.Students.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return new([.. shown.Select(pair => Pair(students[rows[pair.One].Id], students[rows[pair.Other].Id]))], found.Count, page, pages);
    }

    /// <summary>Whoever is in use stays, and of two the one who came first: more hangs on it.</summary>
    internal static AlikePair Pair(Student one, Student other)
    {
        var likeness = DuplicateRules.Compare(PersonTraits.Of(one), PersonTraits.Of(other));
        return (one.Status, one.CreatedAt).CompareTo((other.Status, other.CreatedAt)) <= 0 ? new(one, other, likeness) : new(other, one, likeness);
    }

    private async Task<List<Row>> RowsAsync(CancellationToken ct)
    {
        var rows = new List<Row>();
        await foreach (var s in db.Students.AsNoTracking().Where(s => s.KommuneNumber == db.ScopeNumber).OrderBy(s => s.NameKey).ThenBy(s => s.Id)
            .Select(s => new { s.Id, Initial = s.SearchName.Substring(0, 1), s.FirstName, s.NameKey, s.FamilyKey, s.EmailKey, s.Phone, s.BirthYear, s.StudyPlaceCode }).AsAsyncEnumerable().WithCancellation(ct))
            rows.Add(new(s.Id, s.Initial, new PersonTraits(s.FirstName, s.NameKey, s.FamilyKey, s.EmailKey, s.Phone, s.BirthYear, s.StudyPlaceCode)));
        return rows;
    }

    // A pair that shares several things is compared where the first of them brings it up.
    private static IEnumerable<Found> Pairs(List<Row> rows)
    {
        bool SameEmail(Likeness l) => l.HasSameEmail;
        bool SameReach(Likeness l) => l.HasSameEmail || l.HasSamePhone;
        var near = new HashSet<(int, int)>();
        return Alike(rows, row => row.Traits.EmailKey is { } email ? [email] : [], MostWhoShare, _ => false)
            .Concat(Alike(rows, row => row.Traits.Phone is { } phone ? [phone] : [], MostWhoShare, SameEmail))
            .Concat(Alike(rows, row => [row.Traits.NameKey], int.MaxValue, SameReach))
            .Concat(Alike(rows, row => row.Traits.BirthYear is { } year ? row.Traits.LastWords.Distinct().Select(word => $"{year}{row.Initial}{word}") : [], int.MaxValue, l => SameReach(l) || l.Name == NameLikeness.Same)
                .Where(pair => near.Add((pair.One, pair.Other))));
    }

    private static IEnumerable<Found> Alike(List<Row> rows, Func<Row, IEnumerable<string>> keys, int most, Func<Likeness, bool> isSeen)
    {
        // Nearly every key has one row only: a list is made for the second.
        var (first, blocks) = (new Dictionary<string, int>(rows.Count, StringComparer.Ordinal), new Dictionary<string, List<int>>(StringComparer.Ordinal));
        for (var i = 0; i < rows.Count; i++)
            foreach (var key in keys(rows[i]))
                if (!first.TryAdd(key, i))
                {
                    if (!blocks.TryGetValue(key, out var block))
                        blocks.Add(key, block = [first[key]]);
                    block.Add(i);
                }
        foreach (var block in blocks.Values.Where(block => block.Count <= most))
            for (var i = 0; i < block.Count; i++)
                for (var j = i + 1; j < block.Count; j++)
                {
                    var likeness = DuplicateRules.Compare(rows[block[i]].Traits, rows[block[j]].Traits);
                    if (likeness.Verdict != Sameness.Different && !isSeen(likeness))
                        yield return new(block[i], block[j], likeness.Points);
                }
    }
}
