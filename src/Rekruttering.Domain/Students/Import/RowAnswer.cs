namespace Rekruttering.Domain.Students.Import;

/// <summary>Whom a row is likened to: a student of the register, or whoever an earlier row of the file brings.</summary>
/// <param name="StudentId">The student; null while there is only the row.</param>
/// <param name="Row">The number of the row.</param>
public readonly record struct PersonInReach(Guid? StudentId, int? Row)
{
    /// <summary>"s" and the id, or "r" and the number: as a form sends it.</summary>
    public override string ToString() => StudentId is { } id ? $"s{id:N}" : $"r{Row}";

    /// <summary>What <see cref="ToString"/> wrote; null for anything else.</summary>
    public static PersonInReach? Parse(string? text) =>
        text is ['s', .. var id] && Guid.TryParse(id, out var student) ? new(student, null)
        : text is ['r', .. var number] && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var row) ? new(null, row)
        : null;
}

/// <summary>What a person said of a row that may be somebody who is known already.</summary>
/// <param name="Same">The one it is; null when it is somebody else.</param>
/// <param name="Apart">Those it was likened to and is not: only those that were shown to the one who answered.</param>
/// <param name="ById">Who said so.</param>
public sealed record RowAnswer(PersonInReach? Same, IReadOnlyList<PersonInReach> Apart, Guid? ById)
{
    /// <summary>Everybody the answer speaks of.</summary>
    public IEnumerable<PersonInReach> Named() => Same is { } same ? Apart.Append(same) : Apart;
}
