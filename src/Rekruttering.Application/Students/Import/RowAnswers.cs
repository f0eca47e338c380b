using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>What persons have said of some rows that may be somebody known, and what it takes to find whom they meant.</summary>
internal sealed class RowAnswers
{
    /// <summary>Nobody has said anything: nearly always.</summary>
    public static readonly RowAnswers None = new([], []);

    private readonly Dictionary<int, RowAnswer> _answers;
    private readonly Dictionary<int, IReadOnlyList<string>> _rowKeys;

    private RowAnswers(Dictionary<int, RowAnswer> answers, Dictionary<int, IReadOnlyList<string>> rowKeys)
    {
        (_answers, _rowKeys) = (answers, rowKeys);
        Students = answers.Values.SelectMany(answer => answer.Named()).Select(who => who.StudentId).OfType<Guid>().ToFrozenSet();
    }

    /// <summary>The students that are spoken of: to be fetched beside those that the rows lead to by themselves.</summary>
    public IReadOnlySet<Guid> Students { get; }

    public RowAnswer? Of(int row) => _answers.GetValueOrDefault(row);

    /// <summary>What a row that is spoken of is found by.</summary>
    public IReadOnlyList<string> KeysOf(int row) => _rowKeys.GetValueOrDefault(row) ?? [];

    /// <summary>Reads the answers of some rows. A row of the file that is carried out by now is spoken of as the student that it made or met.</summary>
    public static async Task<RowAnswers> ReadAsync(RekrutteringDb db, Guid batchId, IEnumerable<ImportRow> rows, RowReader reader, CancellationToken ct)
    {
        var answers = rows.Where(row => row.Answer is not null).ToDictionary(row => row.Number, row => row.Said()!);
        var numbers = answers.Values.SelectMany(answer => answer.Named()).Select(who => who.Row).OfType<int>().Distinct().ToList();
        if (numbers.Count == 0)
            return answers.Count == 0 ? None : new(answers, []);
        var spokenOf = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batchId && numbers.Contains(r.Number)).ToListAsync(ct);
        var settled = spokenOf.Where(row => row is { AppliedAt: not null, StudentId: not null, Outcome: ImportOutcome.New or ImportOutcome.Changed or ImportOutcome.Same }).ToDictionary(row => row.Number, row => row.StudentId);
        PersonInReach Today(PersonInReach who) => who.Row is { } row && settled.TryGetValue(row, out var student) ? new(student, null) : who;
        return new(
            answers.ToDictionary(pair => pair.Key, pair => pair.Value with { Same = pair.Value.Same is { } same ? Today(same) : null, Apart = [.. pair.Value.Apart.Select(Today)] }),
            spokenOf.ToDictionary(row => row.Number, row => reader.Read(row.CellTexts()).Person?.Keys() ?? []));
    }
}
