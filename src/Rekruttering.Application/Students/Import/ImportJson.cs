using System.Text.Json;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>The lists that an import keeps in its rows, as JSON texts.</summary>
public static class ImportJson
{
    private static readonly JsonSerializerOptions Options = RowSnapshot.Json;

    /// <summary>As it is stored.</summary>
    public static string Write<T>(IReadOnlyList<T> list) => list.Count == 0 ? "[]" : JsonSerializer.Serialize(list, Options);

    /// <summary>The file's column names, without those that were dropped.</summary>
    public static IReadOnlyList<string> ColumnNames(this ImportBatch batch) => Read<string>(batch.Columns);

    /// <summary>The columns of fødselsnummer that never came in.</summary>
    public static IReadOnlyList<string> DroppedColumnNames(this ImportBatch batch) => Read<string>(batch.DroppedColumns);

    /// <summary>What was read of a workbook with several sheets, and what was not; empty for all other files.</summary>
    public static IReadOnlyList<ImportSheet> SheetsOfFile(this ImportBatch batch) => Read<ImportSheet>(batch.Sheets);

    /// <summary>The name of the sheet that a row stands on; null where the list is one sheet or a text file.</summary>
    public static string? SheetOf(this IReadOnlyList<ImportSheet> sheets, int number) => sheets.FirstOrDefault(sheet => sheet.IsRead && sheet.Tab == RowNumber.Tab(number))?.Name;

    /// <summary>What each column means.</summary>
    public static IReadOnlyList<ImportField> Fields(this ImportBatch batch) => Read<ImportField>(batch.Mapping);

    /// <summary>The answer for the whole file.</summary>
    public static FileAnswers Answers(this ImportBatch batch) => new(batch.Source, batch.LegalBasis, batch.CollectedOn) { Splits = Read<SplitAnswer>(batch.Splits) };

    /// <summary>The cells as the file has them.</summary>
    public static IReadOnlyList<string> CellTexts(this ImportRow row) => Read<string>(row.Cells);

    /// <summary>What was left empty or wants mending.</summary>
    public static IReadOnlyList<string> WarningSentences(this ImportRow row) => Read<string>(row.Warnings);

    /// <summary>Field by field, old and new.</summary>
    public static IReadOnlyList<FieldChange> FieldChanges(this ImportRow row) => Read<FieldChange>(row.Changes);

    /// <summary>Who a person said that the row is; null when nobody has.</summary>
    public static RowAnswer? Said(this ImportRow row) => row.Answer is { } answer ? JsonSerializer.Deserialize<RowAnswer>(answer, Options) : null;

    /// <summary>As it is stored.</summary>
    public static string Write(RowAnswer answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>A student's details, to be put back some day.</summary>
    public static string Write(StudentDetails details) => JsonSerializer.Serialize(details, Options);

    /// <summary>The same, for memory.</summary>
    public static byte[] Pack(StudentDetails details) => JsonSerializer.SerializeToUtf8Bytes(details, Options);

    /// <summary>What <see cref="Pack"/> packed.</summary>
    public static StudentDetails Unpack(byte[] packed) => JsonSerializer.Deserialize<StudentDetails>(packed, Options)!;

    /// <summary>The student as it stood before the row was carried out, and as the row left it; null for a row that changed nobody.</summary>
    public static (StudentDetails Before, StudentDetails After)? Change(this ImportRow row) =>
        row is { Before: { } before, After: { } after } ? (JsonSerializer.Deserialize<StudentDetails>(before, Options)!, JsonSerializer.Deserialize<StudentDetails>(after, Options)!) : null;

    /// <summary>What the row has under one meaning; empty where the file has no such column.</summary>
    public static string Under(this IReadOnlyList<string> cells, IReadOnlyList<ImportField> fields, ImportField field)
    {
        for (var i = 0; i < fields.Count && i < cells.Count; i++)
            if (fields[i] == field)
                return cells[i].Trim();
        return "";
    }

    /// <summary>The name as the row has it, before anybody has understood it.</summary>
    public static string NameIn(this IReadOnlyList<string> cells, IReadOnlyList<ImportField> fields)
    {
        var who = $"{cells.Under(fields, ImportField.FirstName)} {cells.Under(fields, ImportField.LastName)}".Trim();
        return who.Length == 0 && fields.FirstOrDefault(ImportFields.IsWholeName) is var whole and not ImportField.Ignore ? cells.Under(fields, whole) : who;
    }

    /// <summary>A whole name taken apart; null where the file has two columns for it, or it cannot be.</summary>
    public static (string First, string Last)? NameApart(this IReadOnlyList<string> cells, IReadOnlyList<ImportField> fields)
    {
        var whole = fields.FirstOrDefault(ImportFields.IsWholeName);
        var (first, last) = NameText.Full(cells.Under(fields, whole), whole == ImportField.FullNameLastFirst);
        return whole != ImportField.Ignore && first.Value is { } before && last.Value is { } after ? (before, after) : null;
    }

    /// <summary>What <see cref="ImportRow.Who"/> holds.</summary>
    internal static string WhoIn(this IReadOnlyList<string> cells, IReadOnlyList<ImportField> fields)
    {
        var who = SearchText.Fold($"{cells.NameIn(fields)} {EmailText.Of(cells.Under(fields, ImportField.Email))}");
        return who.Cut(ImportRow.WhoLength);
    }

    private static List<T> Read<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<List<T>>(json, Options)!;
}
