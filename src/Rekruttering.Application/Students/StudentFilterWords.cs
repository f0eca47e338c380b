using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>One value of a filter, as it stands in the address and as people read it.</summary>
public sealed record FilterWord<T>(T Value, string Name, string Label) where T : struct, Enum;

/// <summary>The values of one filter, in the order they are offered.</summary>
public sealed class FilterWords<T>(params IReadOnlyList<FilterWord<T>> all) where T : struct, Enum
{
    /// <summary>As offered in a list of choices.</summary>
    public IReadOnlyList<FilterWord<T>> All => all;

    /// <summary>The value with this name in the address, or null.</summary>
    public T? Find(string? name) => all.FirstOrDefault(word => string.Equals(word.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The name in the address.</summary>
    public string? Of(T? value) => value is { } v ? all.First(word => word.Value.Equals(v)).Name : null;

    /// <summary>What people read.</summary>
    public string Label(T value) => all.First(word => word.Value.Equals(value)).Label;
}

public sealed partial record StudentFilter
{
    /// <summary>"ar": 1–6, ikke-begynt, ferdig, ukjent.</summary>
    public static readonly FilterWords<StageFilter> StageNames = new(
        new(StageFilter.Year1, "1", "1. år"), new(StageFilter.Year2, "2", "2. år"), new(StageFilter.Year3, "3", "3. år"),
        new(StageFilter.Year4, "4", "4. år"), new(StageFilter.Year5, "5", "5. år"), new(StageFilter.Year6, "6", "6. år"),
        new(StageFilter.NotBegun, "ikke-begynt", "ikke begynt"), new(StageFilter.Finished, "ferdig", "ferdig"), new(StageFilter.Unknown, "ukjent", "ukjent år"));

    /// <summary>"status".</summary>
    public static readonly FilterWords<StatusFilter> StatusNames = new(
        new(StatusFilter.Active, "aktive", "Aktive"), new(StatusFilter.Archived, "arkiverte", "Arkiverte"), new(StatusFilter.All, "alle", "Alle, også arkiverte"));

    /// <summary>Those of <see cref="StatusNames"/> that stand in an address.</summary>
    public static readonly FilterWords<StatusFilter> OtherStatusNames = new([.. StatusNames.All.Skip(1)]);

    /// <summary>"reservasjon".</summary>
    public static readonly FilterWords<ReservationFilter> ReservationNames = new(
        new(ReservationFilter.None, "ingen", "uten reservasjon"), new(ReservationFilter.Some, "noen", "med en reservasjon"),
        new(ReservationFilter.Jobs, "sommerjobb", "reservert mot sommerjobb"), new(ReservationFilter.Lis1, "lis1", "reservert mot LIS1"),
        new(ReservationFilter.News, "nytt", "reservert mot nyheter"), new(ReservationFilter.Events, "arrangement", "reservert mot arrangement"),
        new(ReservationFilter.AllCampaigns, "utsendinger", "reservert mot alle utsendinger"), new(ReservationFilter.NoContact, "kontakt", "reservert mot all kontakt"));

    /// <summary>"lop".</summary>
    public static readonly FilterWords<Progression> ProgressionNames = new(
        new(Domain.Students.Progression.Ordinary, "ordinart", "i ordinært løp"), new(Domain.Students.Progression.OnLeave, "permisjon", "i permisjon"),
        new(Domain.Students.Progression.ResearchTrack, "forskerlinje", "på forskerlinje"), new(Domain.Students.Progression.Completed, "fullfort", "som har fullført"),
        new(Domain.Students.Progression.Discontinued, "avbrutt", "som har avbrutt"));

    /// <summary>"tilknytning".</summary>
    public static readonly FilterWords<TieFilter> TieNames = new(
        new(TieFilter.GrewUp, "oppvokst", "vokst opp her"), new(TieFilter.Family, "familie", "med familie her"), new(TieFilter.Partner, "partner", "med partner herfra"),
        new(TieFilter.Other, "annen", "med annen tilknytning"), new(TieFilter.Some, "noen", "med en tilknytning"), new(TieFilter.None, "ingen", "uten kjent tilknytning"));

    /// <summary>The choice as a plain sentence without its full stop: "Studenter i Polen, 5. år, uten reservasjon".</summary>
    /// <param name="places">The kommune's study places, to name one that it has added.</param>
    public string Describe(StudyPlaceList? places = null)
    {
        var who = Status switch { StatusFilter.Archived => "Arkiverte studenter", StatusFilter.All => "Studenter, også arkiverte", _ => "Studenter" };
        if (!IsNarrowed)
            return Status switch { StatusFilter.Archived => "Alle arkiverte studenter", StatusFilter.All => "Alle studenter, også arkiverte", _ => "Alle studenter" };
        if (StudyPlace is not null)
            who += $" ved {(places ?? StudyPlaceList.Shared).Find(StudyPlace)?.Name ?? (places is null ? "et studiested dere har lagt til" : "et studiested som er tatt bort")}";
        if (Countries.Find(Country) is { } country)
            who += $" i {country.Name}";
        if (Kommuner.Find(HomeKommune) is { } home)
            who += $" fra {home.Name}";
        return string.Join(", ", Phrases().Prepend(who).OfType<string>());
    }

    private static string InWords(DateOnly day) => day.ToString("d. MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("nb-NO"));

    private IEnumerable<string?> Phrases() =>
    [
        Country == Nobody ? "uten studieland" : null,
        Stage is { } stage ? StageNames.Label(stage) : null,
        Progression is { } progression ? ProgressionNames.Label(progression) : null,
        Reservation is { } reservation ? ReservationNames.Label(reservation) : null,
        LicensedOn is { } day ? $"med lisens {InWords(day)}" : null,
        CountedOn is { } counted ? $"med i dekningen {InWords(counted)}" : null,
        Tie is { } tie ? TieNames.Label(tie) : null,
        ContactPerson is { } person ? person == Guid.Empty ? "uten kontaktperson" : "med én bestemt kontaktperson" : null,
        Search is { } search ? $"som passer med «{search}»" : null,
    ];
}
