using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>One field of a student that can be copied and put back by itself. The labels are those of <see cref="StudentChanges"/>.</summary>
internal sealed record StudentField(string Label, Func<StudentDetails, object?> Value, Func<StudentDetails, StudentDetails, StudentDetails> Copy);

/// <summary>Every field of a student, for whatever takes a change back: an import, a merge.</summary>
internal static class StudentFields
{
    public static readonly IReadOnlyList<StudentField> All =
    [
        new("Fornavn", d => d.FirstName, (to, from) => to with { FirstName = from.FirstName }),
        new("Etternavn", d => d.LastName, (to, from) => to with { LastName = from.LastName }),
        new("E-post", d => d.Email, (to, from) => to with { Email = from.Email }),
        new("Telefon", d => d.Phone, (to, from) => to with { Phone = from.Phone }),
        new("Fødselsår", d => d.BirthYear, (to, from) => to with { BirthYear = from.BirthYear }),
        new("Hjemkommune", d => d.HomeKommune, (to, from) => to with { HomeKommune = from.HomeKommune }),
        new("Studiested", d => (d.StudyPlaceCode, d.StudyPlaceText, d.StudyTerms, d.PreclinicalYears),
            (to, from) => to with { StudyPlaceCode = from.StudyPlaceCode, StudyPlaceText = from.StudyPlaceText, StudyTerms = from.StudyTerms, PreclinicalYears = from.PreclinicalYears }),
        new("Studieland", d => d.CountryCode, (to, from) => to with { CountryCode = from.CountryCode }),
        new("Studiestart", d => d.StartTerm, (to, from) => to with { StartTerm = from.StartTerm }),
        new("Semestre forsinket", d => d.DelayTerms, (to, from) => to with { DelayTerms = from.DelayTerms }),
        new("Ferdig", d => (d.GraduationYear, d.GraduationMonth), (to, from) => to with { GraduationYear = from.GraduationYear, GraduationMonth = from.GraduationMonth }),
        new("Studieløp", d => d.Progression, (to, from) => to with { Progression = from.Progression }),
        new("Permisjon fra", d => d.LeaveFrom, (to, from) => to with { LeaveFrom = from.LeaveFrom }),
        new("Lisens fra", d => d.LicenceFrom, (to, from) => to with { LicenceFrom = from.LicenceFrom }),
        new("Lisens til", d => d.LicenceTo, (to, from) => to with { LicenceTo = from.LicenceTo }),
        new("Tilknytning", d => d.Ties, (to, from) => to with { Ties = from.Ties }),
        new("Språk i e-post", d => d.WrittenForm, (to, from) => to with { WrittenForm = from.WrittenForm }),
        new("Kontaktperson", d => (d.ContactPersonId, d.ContactName), (to, from) => to with { ContactPersonId = from.ContactPersonId, ContactName = from.ContactName }),
        new("Merknad", d => d.Note, (to, from) => to with { Note = from.Note }),
        new("Kilde", d => d.Source, (to, from) => to with { Source = from.Source }),
        new("Behandlingsgrunnlag", d => d.LegalBasis, (to, from) => to with { LegalBasis = from.LegalBasis }),
        new("Hentet inn", d => d.CollectedOn, (to, from) => to with { CollectedOn = from.CollectedOn }),
    ];

    /// <summary>
    /// Puts back what was changed and nobody has changed since.
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
