using Rekruttering.Application.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>One fact on the card: what, and when it was changed by hand when it does not stand as it came.</summary>
public sealed record Fact(string Label, string Value, FieldOrigin? Changed);

/// <summary>The facts of a card in groups. What is not known is left out.</summary>
public static class Facts
{
    private static readonly (string Heading, string[] Labels)[] Groups =
    [
        ("Studiet", ["Studiested", "Studieland", "Studiestart", "Semestre forsinket", "Studieløp", "Permisjon fra", "Ferdig", "Lisens fra", "Lisens til"]),
        ("Kontakt", ["E-post", "Telefon", "Språk i e-post", "Kontaktperson"]),
        ("Tilhørighet", ["Hjemkommune", "Tilknytning", "Fødselsår", "Merknad"]),
    ];

    public static IEnumerable<(string Heading, IReadOnlyList<Fact> Facts)> Of(StudentCardView card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var values = StudentChanges.Facts(card.Student.Details, _ => card.ContactPerson);
        foreach (var (heading, labels) in Groups)
        {
            var known = labels.Where(label => values[label] is not null).Select(label => new Fact(label, values[label]!, card.Origins.GetValueOrDefault(label))).ToList();
            if (known.Count > 0)
                yield return (heading, known);
        }
    }
}
