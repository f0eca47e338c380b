using System.Globalization;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>What is different between two states of a student, in the words of the screens; and how it stands on the timeline.</summary>
public static class StudentChanges
{
    /// <summary>Each field of the register with its label, in the order of the card.</summary>
    private static readonly (string Label, Func<StudentDetails, Func<Guid, string?>, string?> Text)[] Fields =
    [
        ("Fornavn", (d, _) => d.FirstName),
        ("Etternavn", (d, _) => d.LastName),
        ("E-post", (d, _) => d.Email),
        ("Telefon", (d, _) => StudentWords.Phone(d.Phone)),
        ("Fødselsår", (d, _) => d.BirthYear?.ToString(CultureInfo.InvariantCulture)),
        ("Hjemkommune", (d, _) => Kommuner.Find(d.HomeKommune)?.Name ?? d.HomeKommune),
        ("Studiested", (d, _) => StudentWords.Place(d.StudyPlaceCode, d.StudyPlaceText)),
        ("Studieland", (d, _) => Countries.Find(d.CountryCode)?.Name ?? d.CountryCode),
        ("Studiestart", (d, _) => d.StartTerm?.ToString()),
        ("Semestre forsinket", (d, _) => d.DelayTerms == 0 ? null : d.DelayTerms.ToString(CultureInfo.InvariantCulture)),
        ("Ferdig", (d, _) => Graduation(d.GraduationYear, d.GraduationMonth)),
        ("Studieløp", (d, _) => StudentWords.Of(d.Progression)),
        ("Permisjon fra", (d, _) => d.LeaveFrom?.ToString()),
        ("Lisens fra", (d, _) => Day(d.LicenceFrom)),
        ("Lisens til", (d, _) => Day(d.LicenceTo)),
        ("Tilknytning", (d, _) => StudentWords.Of(d.Ties)),
        ("Språk i e-post", (d, _) => StudentWords.Of(d.WrittenForm)),
        ("Kontaktperson", (d, name) => d.ContactPersonId is { } id ? name(id) ?? "en tidligere kollega" : d.ContactName),
        ("Merknad", (d, _) => d.Note),
        ("Kilde", (d, _) => d.Source),
        ("Behandlingsgrunnlag", (d, _) => StudentWords.Of(d.LegalBasis)),
        ("Hentet inn", (d, _) => Day(d.CollectedOn)),
    ];

    /// <summary>What differs, in the order of the card; empty when nothing does.</summary>
    /// <param name="nameOf">The name of a contact person.</param>
    public static IReadOnlyList<FieldChange> Between(StudentDetails before, StudentDetails after, Func<Guid, string?> nameOf) =>
        [.. Fields.Select(f => new FieldChange(f.Label, f.Text(before, nameOf), f.Text(after, nameOf))).Where(c => c.Old != c.New)];

    /// <summary>Each field that either of two says something of, in the order of the card, also where both say the same.</summary>
    public static IReadOnlyList<FieldChange> Sides(StudentDetails one, StudentDetails other, Func<Guid, string?> nameOf) =>
        [.. Fields.Select(f => new FieldChange(f.Label, f.Text(one, nameOf), f.Text(other, nameOf))).Where(side => side.Old is not null || side.New is not null)];

    /// <summary>Each field in words, by its label; null where nothing is known.</summary>
    public static IReadOnlyDictionary<string, string?> Facts(StudentDetails details, Func<Guid, string?> nameOf) =>
        Fields.ToDictionary(f => f.Label, f => f.Text(details, nameOf), StringComparer.Ordinal);

    /// <summary>"Endret telefon og studiested".</summary>
    public static string Summary(IReadOnlyList<FieldChange> changes)
    {
        var labels = changes.Select(c => c.Field == "E-post" ? "e-post" : char.ToLower(c.Field[0], CultureInfo.InvariantCulture) + c.Field[1..]);
        return "Endret " + labels.Listed();
    }

    /// <summary>One line a field: "Telefon: 483 53 392 → 900 00 000". <see cref="LabelsIn"/> reads the labels back.</summary>
    public static string Text(IReadOnlyList<FieldChange> changes) =>
        string.Join('\n', changes.Select(c => $"{c.Field}: {Short(c.Old)} → {Short(c.New)}"));

    /// <summary>The labels of the fields that a text of changes is about.</summary>
    public static IEnumerable<string> LabelsIn(string? text) =>
        Fields.Select(f => f.Label).Where(label => text is not null && ("\n" + text).Contains($"\n{label}: ", StringComparison.Ordinal));

    /// <summary>"juni 2028", "2028" or null.</summary>
    public static string? Graduation(int? year, int? month) => (year, month) switch
    {
        (null, _) => null,
        ({ } y, null) => y.ToString(CultureInfo.InvariantCulture),
        ({ } y, { } m) => $"{StudentForm.MonthName(m)} {y}",
    };

    private static string? Day(DateOnly? day) => day?.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("nb-NO"));

    private static string Short(string? value)
    {
        if (value is null)
            return "(tomt)";
        var line = value.ReplaceLineEndings(" ");
        return line.Length > 200 ? line[..200] + "…" : line;
    }
}
