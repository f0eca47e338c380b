using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Students.Joining;

/// <summary>What somebody typed who stands in the register already, held against what stands there: for the recruiter, who decides.</summary>
internal static class SignUpNews
{
    /// <summary>One line a field, as a change would say it, and what stays as it is.</summary>
    public static string Text(Student student, StudentDetails typed, SignUp signUp)
    {
        var now = student.Details;
        var changes = StudentChanges.Between(now, now with
        {
            FirstName = typed.FirstName,
            LastName = typed.LastName,
            Email = typed.Email,
            Phone = typed.Phone ?? now.Phone,
            HomeKommune = typed.HomeKommune ?? now.HomeKommune,
            StudyPlaceCode = typed.StudyPlaceCode,
            StudyPlaceText = typed.StudyPlaceText,
            CountryCode = typed.CountryCode,
            StudyTerms = typed.StudyTerms,
            PreclinicalYears = typed.PreclinicalYears,
            StartTerm = typed.StartTerm,
            GraduationYear = typed.GraduationYear ?? now.GraduationYear,
            GraduationMonth = typed.GraduationYear is null ? now.GraduationMonth : typed.GraduationMonth,
            WrittenForm = typed.WrittenForm,
            Ties = typed.Ties.And(now.Ties),
        }, _ => now.ContactName);
        var unwanted = signUp.Unwanted().Select(StudentWords.Of).ToList();
        var reserved = student.Reservations.Select(r => StudentWords.Of(r.Scope)).ToList();
        return string.Join('\n', new[]
        {
            changes.Count == 0 ? "Det samme som står her." : "Ingenting er endret. Dette ble skrevet:",
            changes.Count == 0 ? null : StudentChanges.Text(changes),
            unwanted.Count == 0 ? "Vil ha alle slags e-poster." : $"Vil ikke ha e-post om {string.Join(", ", unwanted)}.",
            reserved.Count == 0 ? null : $"Er fortsatt reservert mot {string.Join(", ", reserved)}: bare studenten selv kan endre det.",
            student.Status == StudentStatus.Archived ? "Står i arkivet." : null,
        }.OfType<string>());
    }
}
