using Rekruttering.Application.Privacy;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Students.Import;

/// <summary>What becomes of one row, decided and not yet carried out.</summary>
internal sealed record RowOutcome(ImportOutcome Outcome, RowReading Reading, KnownPerson? Known, StudentDetails? After, IReadOnlyList<FieldChange> Changes, string? Reason)
{
    private const string Archived = "Studenten er arkivert i registeret. Importen endrer ikke noe og henter ikke studenten tilbake.";

    private const string Erased = "Personen er slettet fra registeret og hentes ikke inn igjen fra en liste. Har studenten selv bedt om å stå her igjen, løft sperren fra siden «Ny student» og legg til for hånd.";

    /// <summary>What <see cref="WriteOn"/> writes.</summary>
    public static readonly IReadOnlyList<string> Columns = [nameof(ImportRow.Outcome), nameof(ImportRow.Reason), nameof(ImportRow.Question), nameof(ImportRow.UnknownPlace), nameof(ImportRow.StudentId), nameof(ImportRow.Warnings), nameof(ImportRow.Changes)];

    /// <summary>Decides, and lets later rows of the same file know whom this one brought or changed.</summary>
    /// <param name="row">The row's number in the file.</param>
    /// <param name="reading">The row, understood.</param>
    /// <param name="index">Whom it may be about.</param>
    /// <param name="takePossibleDuplicates">The recruiter takes in those who may be duplicates as new.</param>
    public static RowOutcome Of(int row, RowReading reading, PersonIndex index, bool takePossibleDuplicates)
    {
        if (reading.Person is not { } person)
            return new(ImportOutcome.Refused, reading, null, null, [], reading.Reason);
        var match = PersonMatch.Of(person, index, index.SaidOf(row));
        if (match.Same is { } known)
            return Met(known, person, reading, index);
        if (person.Email is { } address && index.Erased.Addresses.Contains(address))
            return new(ImportOutcome.Refused, reading, null, null, [], Erased);
        // Others may share the name or the telephone: a person says that it is one of those, and no choice for a whole list does.
        if (index.SaidOf(row) is null && WasErased(person, index.Erased) is { } shared)
            return new(ImportOutcome.PossibleDuplicate, reading, match.Perhaps, null, [], match.Why is { } why ? $"{why} {shared}" : shared);
        if (match.IsLost || (match.Perhaps is not null && !takePossibleDuplicates))
            return new(ImportOutcome.PossibleDuplicate, reading, match.Perhaps, null, [], match.Why);
        var brought = new KnownPerson(person.AsNew(), studentId: null, row: row);
        index.Keep(brought);
        return new(ImportOutcome.New, reading, brought, brought.Details, [], match.Why);
    }

    private static string? WasErased(ParsedPerson person, ErasedMarks erased)
    {
        var shared = person.Phone is { } phone && erased.Phones.Contains(phone) ? "dette telefonnummeret" : erased.NameKeys.Contains(person.NameKey) ? "dette navnet" : null;
        return shared is null ? null : $"En med {shared} er slettet fra registeret og skal ikke hentes tilbake av en liste. Ta inn raden bare om det er en annen, eller om studenten selv har bedt om å stå her igjen.";
    }

    private static RowOutcome Met(KnownPerson known, ParsedPerson person, RowReading reading, PersonIndex index)
    {
        if (known.IsArchived)
            return new(ImportOutcome.Same, reading, known, null, [], Archived);
        var after = known.With(person);
        if (after == known.Details)
            return new(ImportOutcome.Same, reading, known, null, [], null);
        var changes = StudentChanges.Between(known.Details, after, index.NameOf);
        known.Details = after;
        index.Keep(known);
        return new(ImportOutcome.Changed, reading, known, after, changes, null);
    }

    /// <summary>Writes the decision on the row.</summary>
    public void WriteOn(ImportRow row)
    {
        (row.Outcome, row.Reason, row.Question, row.UnknownPlace, row.StudentId) = (Outcome, Reason, Reading.Question, Reading.UnknownPlace, Known?.StudentId);
        row.Warnings = ImportJson.Write(Reading.Warnings);
        row.Changes = ImportJson.Write(Changes);
    }
}
