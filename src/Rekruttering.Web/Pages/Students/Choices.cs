using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Students;

/// <summary>What can be chosen in the filters and forms of the register.</summary>
public static class Choices
{
    private static readonly Kommune[] KommunerByName = [.. Domain.Places.Kommuner.All.OrderBy(k => k.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("nb-NO"), ignoreCase: false))];
    private static readonly Dictionary<string, int> CountryOrder = Domain.Places.Countries.All.Index().ToDictionary(c => c.Item.Code, c => c.Index);

    /// <summary>The schools, by country.</summary>
    public static IEnumerable<SelectListItem> StudyPlaces(IEnumerable<StudyPlaceEntry>? places = null)
    {
        var groups = Domain.Places.Countries.All.ToDictionary(c => c.Code, c => new SelectListGroup { Name = c.Name });
        return (places ?? StudyPlaceCatalogue.All).OrderBy(p => CountryOrder[p.Country]).Select(p => new SelectListItem(p.FullName, p.Code) { Group = groups[p.Country] });
    }

    public static IEnumerable<SelectListItem> Countries() => Domain.Places.Countries.All.Select(c => new SelectListItem(c.Name, c.Code));

    /// <summary>How long a study may be, in semesters.</summary>
    public static IEnumerable<SelectListItem> Lengths() => Enumerable.Range(OwnStudyPlace.FewestSemesters, OwnStudyPlace.MostSemesters - OwnStudyPlace.FewestSemesters + 1)
        .Reverse().Select(terms => new SelectListItem($"{terms / 2}{(terms % 2 == 0 ? "" : "½")} år ({terms} semestre)", terms.ToString()));

    public static IEnumerable<SelectListItem> Kommuner() => KommunerByName.Select(k => new SelectListItem(k.Name, k.Number));

    public static IEnumerable<SelectListItem> Seasons() => [new("Høst", nameof(Season.Autumn)), new("Vår", nameof(Season.Spring))];

    public static IEnumerable<SelectListItem> Months() => Enumerable.Range(1, 12).Select(m => new SelectListItem(StudentForm.MonthName(m), m.ToString()));

    public static IEnumerable<SelectListItem> Progressions() => Enum.GetValues<Progression>().Select(p => new SelectListItem(StudentWords.Of(p), p.ToString()));

    public static IEnumerable<SelectListItem> WrittenForms() => Enum.GetValues<WrittenForm>().Select(w => new SelectListItem(StudentWords.Of(w), w.ToString()));

    public static IEnumerable<SelectListItem> Ties() => Enum.GetValues<TieKind>().Select(t => new SelectListItem(StudentWords.Of(t), t.ToString()));

    public static IEnumerable<SelectListItem> Reservations() => Enum.GetValues<ReservationScope>().Select(r => new SelectListItem("Vil ikke ha " + StudentWords.Of(r), r.ToString()));

    /// <summary>Colleagues, and nobody, as a filter.</summary>
    public static IEnumerable<SelectListItem> ContactPersons(IEnumerable<Colleague> colleagues) => colleagues.Select(c => new SelectListItem(c.Name, c.Id.ToString())).Prepend(new("Uten kontaktperson", StudentFilter.Nobody));

    /// <summary>The value of that filter.</summary>
    public static string? Of(Guid? contactPerson) => contactPerson == Guid.Empty ? StudentFilter.Nobody : contactPerson?.ToString();

    /// <summary>What can be done to many at once; where nobody is archived, nobody is taken back.</summary>
    public static IEnumerable<SelectListItem> BulkKinds(StatusFilter among) => new SelectListItem[]
    {
        new("Kontaktperson", nameof(BulkKind.ContactPerson)), new("Studieløp", nameof(BulkKind.Progression)), new("Tilknytning", nameof(BulkKind.AddTie)),
        new("Arkiver", nameof(BulkKind.Archive)), new("Hent tilbake", nameof(BulkKind.Restore)),
    }.Where(kind => among == StatusFilter.All || (kind.Value == nameof(BulkKind.Restore)) == (among == StatusFilter.Archived));

    /// <summary>No choice is made beforehand: the kommune's personvernombud decides what the register stands on.</summary>
    public static IEnumerable<SelectListItem> LegalBases() =>
    [
        new Option(nameof(LegalBasis.Consent), "Samtykke", "Studenten har sagt ja til å stå i registeret og vet hva som lagres (art. 6 nr. 1 a)."),
        new Option(nameof(LegalBasis.PublicTask), "Oppgave i allmennhetens interesse", "Kommunens ansvar for å ha leger. Studenten får vite det med den første e-posten (art. 6 nr. 1 e)."),
        new Option(nameof(LegalBasis.Application), "Henvendelse fra studenten", "Studenten har selv spurt om jobb eller bedt om å bli kontaktet (art. 6 nr. 1 b)."),
    ];
}
