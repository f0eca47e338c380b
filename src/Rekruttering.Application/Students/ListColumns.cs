using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>A column of the list of students. The name is always there and is none of these.</summary>
/// <param name="Key">As it is kept.</param>
/// <param name="Label">The header.</param>
/// <param name="SortBy">The order that its header gives, or null.</param>
/// <param name="Sheet">The columns of an export that say the same.</param>
public sealed record ListColumn(string Key, string Label, string? SortBy, IReadOnlyList<string> Sheet);

/// <summary>What the list can show, and what somebody has chosen of it.</summary>
public static class ListColumns
{
    /// <summary>The study place, with its city and country beneath.</summary>
    public const string Place = "sted";

    /// <summary>How long ago.</summary>
    public const string LastContact = "kontakt";

    /// <summary>In the order they are shown.</summary>
    public static IReadOnlyList<ListColumn> All { get; } =
    [
        new("ar", "Studieår", "ar", ["Hvor i studiet", "Lisens fra", "Lisens til"]),
        new("semester", "Semester", null, ["Semester"]),
        new("lop", "Studieløp", null, ["Studieløp"]),
        new("ferdig", "Ferdig", null, ["Regnet ferdig"]),
        new("sommer", "Kan arbeide som", null, ["Kan arbeide som"]),
        new(Place, "Studiested", "sted", ["Studiested", "Studieland"]),
        new("hjem", "Hjemkommune", null, ["Hjemkommune"]),
        new("tilknytning", "Tilknytning", null, ["Tilknytning"]),
        new(LastContact, "Siste kontakt", "kontakt", ["Siste kontakt"]),
        new("ansvarlig", "Kontaktperson", null, ["Kontaktperson"]),
        new("epost", "E-post", null, ["E-post"]),
        new("telefon", "Telefon", null, ["Telefon"]),
        new("sprak", "Språk", null, ["Målform"]),
        new("kilde", "Kilde", null, ["Kilde"]),
    ];

    /// <summary>For whoever has chosen none.</summary>
    public static IReadOnlyList<ListColumn> Usual { get; } = [.. All.Where(c => c.Key is "ar" or Place or LastContact or "ansvarlig")];

    /// <summary>Reads "ar,sted": what is unknown is left out, and nothing at all is <see cref="Usual"/>.</summary>
    public static IReadOnlyList<ListColumn> Parse(string? text) =>
        text is not null && All.Where(c => text.Split(',').Contains(c.Key)).ToList() is { Count: > 0 } chosen ? chosen : Usual;

    /// <summary>"ar,sted"; null for the usual ones.</summary>
    public static string? Text(IEnumerable<string> keys)
    {
        var chosen = All.Where(c => keys.Contains(c.Key)).ToList();
        return chosen.Count == 0 || chosen.SequenceEqual(Usual) ? null : string.Join(',', chosen.Select(c => c.Key));
    }

    /// <summary>The texts of one student, parallel to the columns.</summary>
    internal static IReadOnlyList<string?> Cells(IReadOnlyList<ListColumn> columns, Student s, DateOnly today, string? contactPerson)
    {
        var cells = new string?[columns.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Cell(columns[i].Key, s, today, contactPerson);
        return cells;
    }

    private static string? Cell(string column, Student s, DateOnly today, string? contactPerson) => column switch
    {
        "ar" => StudentWords.Stage(today, s) + (StudentWords.Licence(today, s.LicenceFrom, s.LicenceTo) is { } licence ? $", {licence}" : ""),
        "semester" => StudentWords.Semester(today, s),
        "lop" => StudentWords.Of(s.Progression),
        "ferdig" => StudentWords.Graduation(today, s),
        "sommer" => StudentWords.Of(SummerWork.Of(s.Details, today)),
        "hjem" => Kommuner.Find(s.HomeKommune)?.Name,
        "tilknytning" => StudentWords.Of(s.Ties),
        "ansvarlig" => contactPerson,
        "epost" => s.Email,
        "telefon" => StudentWords.Phone(s.Phone),
        "sprak" => StudentWords.Of(s.WrittenForm),
        "kilde" => s.Source,
        _ => null,
    };
}
