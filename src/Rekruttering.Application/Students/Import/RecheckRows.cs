using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>
/// Decides one row of a dry run anew, and with it those whose outcome hangs on it: rows of the file, and rows about a student of the register, that share an
/// address or a folded name with it, and those that share one with them. All others decide as before, because they are looked up by nothing else.
/// To be called within a transaction, and saved by the caller.
/// </summary>
internal sealed class RecheckRows(RekrutteringDb db, ErasedPersons erased)
{
    /// <param name="mended">The row, tracked, with its cells as they are now.</param>
    /// <param name="before">Its <see cref="ImportRow.Who"/> until now: rows that met it then must look again.</param>
    public async Task ExecuteAsync(ImportBatch batch, ImportRow mended, string before, DateOnly today, CancellationToken ct)
    {
        var (rows, readings, index) = await AroundAsync(batch, mended, before, today, ct);
        foreach (var row in rows)
            RowOutcome.Of(row.Number, readings[row.Number], index, takePossibleDuplicates: false).WriteOn(row);
        await using var decided = new BulkUpdate<ImportRow>(db, RowOutcome.Columns);
        foreach (var row in rows)
            decided.Update(row);
    }

    /// <summary>Who may be meant by a row of a dry run, with the rows before it in mind. Writes nothing.</summary>
    public async Task<RowLikeness> LikenessAsync(ImportBatch batch, ImportRow asked, DateOnly today, CancellationToken ct)
    {
        var (rows, readings, index) = await AroundAsync(batch, asked, asked.Who, today, ct);
        foreach (var row in rows.Where(row => row.Number < asked.Number))
            _ = RowOutcome.Of(row.Number, readings[row.Number], index, takePossibleDuplicates: false);
        return RowLikeness.Of(readings[asked.Number], index);
    }

    private async Task<(IReadOnlyList<ImportRow> Rows, IReadOnlyDictionary<int, RowReading> Readings, PersonIndex Index)> AroundAsync(
        ImportBatch batch, ImportRow mended, string before, DateOnly today, CancellationToken ct)
    {
        var reader = await db.ReaderAsync(batch, today, ct);
        var file = (await db.ImportRows.Where(r => r.BatchId == batch.Id).Select(r => new { r.Number, r.Who }).ToListAsync(ct))
            .SelectMany(r => KeysOf(r.Who).Select(key => (Key: key, r.Number))).ToLookup(pair => pair.Key, pair => pair.Number, StringComparer.Ordinal);
        var rows = new SortedDictionary<int, ImportRow>();
        var readings = new Dictionary<int, RowReading>();
        var students = new Dictionary<Guid, Student>();
        var said = RowAnswers.None;
        var wanted = KeysOf(before).Concat(KeysOf(mended.Who)).SelectMany(key => file[key]).Append(mended.Number).ToHashSet();
        while (wanted.Count > 0)
        {
            var numbers = wanted.ToList();
            foreach (var row in await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id && numbers.Contains(r.Number)).ToListAsync(ct))
            {
                rows[row.Number] = row.Number == mended.Number ? mended : row;
                readings[row.Number] = reader.Read(rows[row.Number].CellTexts());
            }
            var persons = numbers.Select(number => readings[number].Person).OfType<ParsedPerson>().ToList();
            said = await RowAnswers.ReadAsync(db, batch.Id, rows.Values, reader, ct);
            var met = await db.StudentsForAsync(batch.KommuneNumber, persons, said, QueryTrackingBehavior.NoTracking, ct);
            foreach (var (id, student) in met)
                students.TryAdd(id, student);
            var keys = persons.SelectMany(p => p.Keys()).Concat((await db.KnownAsync([.. met.Values], ct)).SelectMany(known => known.Keys));
            wanted = [.. keys.SelectMany(key => file[key]).Where(number => !rows.ContainsKey(number))];
        }
        var index = new PersonIndex { NameOf = reader.NameOf, Erased = await erased.ReadAsync(batch.KommuneNumber, readings.Values.Select(r => r.Person), ct) };
        index.NextChunk(await db.KnownAsync(students.Values, ct), said);
        return ([.. rows.Values], readings, index);
    }

    /// <summary>What a row is looked up by, from its folded name and address.</summary>
    private static IEnumerable<string> KeysOf(string who)
    {
        var words = who.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(word => word.Contains('@', StringComparison.Ordinal));
        return words[true].Select(address => "@" + address).Append(SearchText.NameKey(string.Join(' ', words[false])));
    }
}
