using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Import;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Privacy;

/// <summary>
/// Where a person stands besides her own rows: as the search text of a segment or an audience, in the words of a log, and in rows of lists that were never
/// tied to her. She is known by every address and every name that the register has had of her.
/// </summary>
internal sealed partial class ErasedTraces
{
    /// <summary>What stands in the place of a search text that was a person.</summary>
    public const string Gone = "(slettet)";

    private readonly RekrutteringDb _db;
    private readonly Student _student;
    private readonly DateOnly _today;
    private readonly List<(string First, string Last)> _names;

    private ErasedTraces(RekrutteringDb db, Student student, DateOnly today, List<(string First, string Last)> names, List<string> addresses, List<string> phones) =>
        (_db, _student, _today, _names, Addresses, Phones, NameKeys) =
        (db, student, today, names, addresses, phones, names.ConvertAll(n => SearchText.NameKey($"{n.First} {n.Last}")).Distinct().ToList());

    /// <summary>Every address she has had here, folded as <see cref="Student.EmailKey"/> is: now, before an edit, before a merge, and where a mail went.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Every telephone number she has had here, in E.164: now, and before a merge.</summary>
    public IReadOnlyList<string> Phones { get; }

    /// <summary>Every name she has had here, as <see cref="Student.NameKey"/> is: now, and before a merge.</summary>
    public IReadOnlyList<string> NameKeys { get; }

    /// <summary>To be read while she still is in the register.</summary>
    public static async Task<ErasedTraces> OfAsync(RekrutteringDb db, Student student, DateOnly today, CancellationToken ct)
    {
        var id = student.Id;
        var aliases = (await db.StudentAliases.AsNoTracking().Where(a => a.StudentId == id).ToListAsync(ct)).ConvertAll(a => a.Was());
        var edits = await db.Timeline.Where(e => e.StudentId == id && e.Text != null && e.Text.Contains("E-post: ")).Select(e => e.Text!).ToListAsync(ct);
        var written = await db.Messages.Where(m => m.StudentId == id && m.ToAddress != null).Select(m => m.ToAddress!).Distinct().ToListAsync(ct);
        var addresses = aliases.ConvertAll(a => a.Email).Prepend(student.Email).Concat(written)
            .Concat(edits.SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("E-post: ", StringComparison.Ordinal)).SelectMany(line => Address().Matches(line).Select(m => m.Value)))
            .Select(text => EmailAddress.TryParse(text, out var address) ? address.Key : null).OfType<string>().Distinct().ToList();
        return new(db, student, today, [(student.FirstName, student.LastName), .. aliases.Select(a => (a.FirstName, a.LastName))], addresses,
            aliases.ConvertAll(a => a.Phone).Prepend(student.Phone).OfType<string>().Distinct().ToList());
    }

    /// <summary>Rows of lists that met her, that carry an address of hers, or that were never tied to anybody and have her name, where nobody else here has it.</summary>
    [SuppressMessage("Globalization", "CA1304", Justification = "Becomes the engine's lower().")]
    [SuppressMessage("Globalization", "CA1311", Justification = "Becomes the engine's lower().")]
    [SuppressMessage("Performance", "CA1862", Justification = "The engines know no StringComparison.")]
    [SuppressMessage("Globalization", "CA1310", Justification = "The engines know no StringComparison.")]
    public async Task<IQueryable<ImportRow>> RowsAsync(CancellationToken ct)
    {
        var (id, key) = (_student.Id, _student.NameKey);
        var cells = Addresses.Select(address => $"\"{address}\"").ToList();
        var shared = await _db.Students.AnyAsync(s => s.Id != id && s.NameKey == key, ct);
        var who = shared ? [] : _names.SelectMany(n => new[] { $"{n.First} {n.Last}", $"{n.Last}, {n.First}", $"{n.Last} {n.First}" }).Select(name => SearchText.Fold(name) + " ").Distinct().ToList();
        return _db.ImportRows.Where(r => r.StudentId == id || cells.Any(address => r.Cells.ToLower().Contains(address)) || (r.StudentId == null && who.Any(name => (r.Who + " ").StartsWith(name))));
    }

    /// <summary>Takes her out of segments, audiences and logs. An audience that was she alone finds nobody afterwards, and never all.</summary>
    [SuppressMessage("Performance", "CA1847", Justification = "PostgreSQL's provider knows Contains of a text, and not of a letter.")]
    public async Task CleanAsync(CancellationToken ct)
    {
        foreach (var segment in await _db.Segments.ToListAsync(ct))
            if (IsNamedIn(segment.Name) || await IsSoughtAsync(StudentFilter.FromQuery(segment.Query).Search, ct))
                _db.Segments.Remove(segment);
        foreach (var audience in await _db.Campaigns.Where(c => c.Audience.Contains("sok=")).Select(c => c.Audience).Distinct().ToListAsync(ct))
            if (StudentFilter.FromQuery(audience) is var filter && await IsSoughtAsync(filter.Search, ct))
                await _db.Campaigns.Where(c => c.Audience == audience).ExecuteUpdateAsync(set => set.SetProperty(c => c.Audience, (filter with { Search = Gone }).ToQuery()).SetProperty(c => c.Version, c => c.Version + 1), ct);
        var choices = await _db.Exports.Where(e => e.Choice.Contains("«")).Select(e => e.Choice).Union(_db.BulkChanges.Where(c => c.Choice.Contains("«")).Select(c => c.Choice)).ToListAsync(ct);
        foreach (var choice in choices)
        {
            if (Sought().Match(choice) is not { Success: true, Groups: var groups } || !await IsSoughtAsync(groups[1].Value, ct))
                continue;
            var clean = choice.Replace(groups[1].Value, Gone, StringComparison.Ordinal);
            await _db.Exports.Where(e => e.Choice == choice).ExecuteUpdateAsync(set => set.SetProperty(e => e.Choice, clean), ct);
            await _db.BulkChanges.Where(c => c.Choice == choice).ExecuteUpdateAsync(set => set.SetProperty(c => c.Choice, clean).SetProperty(c => c.Version, c => c.Version + 1), ct);
        }
    }

    /// <summary>An address of hers, or her first and last name.</summary>
    private bool IsNamedIn(string? text)
    {
        var words = SearchText.Words(text).Split(' ');
        var folded = SearchText.Fold(text);
        return Addresses.Any(address => folded.Contains(address, StringComparison.Ordinal))
            || _names.Exists(n => SearchText.Words(n.First).Split(' ').Intersect(words).Any() && SearchText.Words(n.Last).Split(' ').Intersect(words).Any());
    }

    /// <summary>A search that names her, or that by a part of her name or address finds her and nobody else.</summary>
    private async Task<bool> IsSoughtAsync(string? search, CancellationToken ct)
    {
        if (search is null || IsNamedIn(search))
            return search is not null;
        var hers = _names.Select(n => SearchText.Fold($"{n.First} {n.Last}")).Concat(Addresses).ToList();
        if (!SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => hers.Exists(text => text.Contains(word, StringComparison.Ordinal)) && !_student.SearchPlace.Contains(word, StringComparison.Ordinal)))
            return false;
        var id = _student.Id;
        return !await new StudentFilter { Search = search, Status = StatusFilter.All }.Apply(_db, _today).AnyAsync(s => s.Id != id, ct);
    }

    [GeneratedRegex(@"[^\s→]+@[^\s→]+")]
    private static partial Regex Address();

    [GeneratedRegex("som passer med «(.+)»")]
    private static partial Regex Sought();
}
