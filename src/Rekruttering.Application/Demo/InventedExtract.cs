using System.Globalization;
using System.Text;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Demo;

/// <summary>Invented students as a list that a kommune might have kept: UTF-8 with a mark first, <c>;</c> between the cells, the columns of Norwegian Excel.</summary>
public static class InventedExtract
{
    private static readonly string[] Header =
        ["Etternavn", "Fornavn", "E-post", "Mobil", "Hjemkommune", "Studiested", "Land", "Startet", "Ferdig (ca)", "Målform", "Tilknytning", "Kilde", "Grunnlag", "Dato innhentet"];

    /// <summary>The list as a file.</summary>
    public static byte[] File(IEnumerable<StudentDetails> students)
    {
        var text = new StringBuilder().AppendJoin(';', Header).Append("\r\n");
        foreach (var student in students)
            text.AppendJoin(';', Cells(student)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string?[] Cells(StudentDetails student) =>
    [
        student.LastName,
        student.FirstName,
        student.Email,
        student.Phone,
        Kommuner.Find(student.HomeKommune)?.Name,
        StudyPlaceCatalogue.Find(student.StudyPlaceCode)?.Name ?? student.StudyPlaceText,
        Countries.Find(student.CountryCode)?.Name,
        student.StartTerm?.ToString(),
        student.GraduationYear?.ToString(CultureInfo.InvariantCulture),
        student.WrittenForm switch { WrittenForm.Nynorsk => "nynorsk", WrittenForm.English => "engelsk", _ => "bokmål" },
        StudentWords.Of(student.Ties) is { } ties ? $"\"{ties}\"" : null,
        student.Source,
        student.LegalBasis == LegalBasis.Consent ? "samtykke" : "offentlig oppgave",
        student.CollectedOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
    ];
}
