using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students.Import;

/// <summary>What an import may change of a student, field by field, so that each can be put back by itself. The labels are those of <see cref="StudentChanges"/>.</summary>
internal static class ImportedFields
{
    private static readonly (string Label, Func<StudentDetails, object?> Value, Func<StudentDetails, StudentDetails, StudentDetails> Copy)[] All =
    [
        ("Fornavn", d => d.FirstName, (to, from) => to with { FirstName = from.FirstName }),
        ("Etternavn", d => d.LastName, (to, from) => to with { LastName = from.LastName }),
        ("E-post", d => d.Email, (to, from) => to with { Email = from.Email }),
        ("Telefon", d => d.Phone, (to, from) => to with { Phone = from.Phone }),
        ("Fødselsår", d => d.BirthYear, (to, from) => to with { BirthYear = from.BirthYear }),
        ("Hjemkommune", d => d.HomeKommune, (to, from) => to with { HomeKommune = from.HomeKommune }),
        ("Studiested", d => (d.StudyPlaceCode, d.StudyPlaceText), (to, from) => to with { StudyPlaceCode = from.StudyPlaceCode, StudyPlaceText = from.StudyPlaceText }),
        ("Studieland", d => d.CountryCode, (to, from) => to with { CountryCode = from.CountryCode }),
        ("Studiestart", d => d.StartTerm, (to, from) => to with { StartTerm = from.StartTerm }),
        ("Ferdig", d => (d.GraduationYear, d.GraduationMonth), (to, from) => to with { GraduationYear = from.GraduationYear, GraduationMonth = from.GraduationMonth }),
        ("Språk i e-post", d => d.WrittenForm, (to, from) => to with { WrittenForm = from.WrittenForm }),
        ("Tilknytning", d => d.Ties, (to, from) => to with { Ties = from.Ties }),
        ("Merknad", d => d.Note, (to, from) => to with { Note = from.Note }),
    ];

    /// <summary>
    /// Puts back what the import changed and nobody has changed since.
    /// </summary>
    /// <returns>The details as they would be, and the labels of the fields that somebody changed since and that are left as they are.</returns>
    public static (StudentDetails Details, IReadOnlyList<string> Kept) PutBack(StudentDetails now, StudentDetails before, StudentDetails after)
    {
        var (details, kept) = (now, new List<string>());
        foreach (var (label, value, copy) in All.Where(field => !Equals(field.Value(before), field.Value(after))))
        {
            if (Equals(value(now), value(after)))
                details = copy(details, before);
            else if (!Equals(value(now), value(before)))
                kept.Add(label);
        }
        return (details, kept);
    }
}
