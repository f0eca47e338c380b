using Rekruttering.Application.Statistics;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Web.Pages.Statistics;

/// <summary>One thing to do about a gap.</summary>
/// <param name="What">The step.</param>
/// <param name="Why">Why it would help, in numbers.</param>
/// <param name="Link">The text of the button.</param>
/// <param name="Href">Where it leads; null where there is no page that would be right.</param>
public sealed record CoverageStep(string What, string Why, string Link, string? Href);

/// <summary>What the gaps of the newest year suggest doing next, the widest first.</summary>
public static class CoverageSteps
{
    private const int CountriesToName = 3;
    private const int SchoolsToName = 3;

    /// <param name="signUpsAreOpen">Whether there is a link that leads to where students sign up.</param>
    public static IReadOnlyList<CoverageStep> Of(CoverageOfKommune coverage, string kommune, StudyPlaceList places, DateOnly today, bool signUpsAreOpen)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        var newest = coverage.Newest;
        var steps = newest.Countries.Where(c => c.Code.Length > 0 && IsOpen(c.Coverage)).OrderByDescending(c => c.Coverage.Gap!.Value.Least).ThenByDescending(c => c.Coverage.Gap!.Value.Most)
            .Take(CountriesToName).Select(country => InCountry(newest, country, places, signUpsAreOpen)).ToList();
        if (IsOpen(newest.Total))
        {
            steps.Insert(0, signUpsAreOpen
                ? new CoverageStep("Del påmeldingslenken", "Den som ikke står her, melder seg selv og bekrefter på e-post.", "Lenken, QR-kode og tekster", "/dekning/del")
                : new CoverageStep("Åpne påmeldingssiden", "Da kan den som ikke står her, melde seg selv. Lenken kan deles på nettsiden, med skoler og med studentlag.", "Se hvordan", "/dekning/del"));
            steps.Add(Ask($"Spør rådgiverne på videregående i {kommune}", "De vet ofte hvem som begynte på medisin de siste seks årene, og kan sende teksten under videre til dem.", signUpsAreOpen));
        }
        if (newest.Countries.FirstOrDefault(c => c.Code.Length == 0) is { } nowhere)
            steps.Add(new CoverageStep($"Skriv studieland på {StatisticsWords.Counted(nowhere.Coverage.Known, "student", "studenter")}", "Da havner de på riktig rad over.", "Se studentene", Students(newest, nowhere.Code)));
        steps.AddRange(newest.Countries.Where(c => c.Coverage.IsMoreThanCounted).Select(c => new CoverageStep($"Se over {Known(c.Coverage.Known)} dere kjenner i {Place(c.Code)}",
            "Flere er kjent enn talt: noen kan være ferdige, ha sluttet, eller høre hjemme et annet sted.", "Se studentene", Students(newest, c.Code))));
        // SSB publishes the autumn's count about March (domain facts 4.2).
        if (newest.Year < today.Year - (today.Month >= 4 ? 1 : 2))
            steps.Add(new CoverageStep("Hent inn nyere tall", $"De nyeste her er fra {newest.Year}. Nye tall kommer omtrent i mars hvert år.", "Hent inn statistikk", "/import/statistikk"));
        return steps;
    }

    /// <summary>The list of those who are known in a country, as many as the number says; null for what no filter can tell: "andre land".</summary>
    public static string? Students(YearOfCoverage year, string code) => code is CountedCountry.Others or CountedCountry.Abroad ? null
        : "/studenter" + new StudentFilter { Country = code.Length == 0 ? StudentFilter.Nobody : code, CountedOn = year.CountedOn }.ToQuery();

    private static bool IsOpen(Coverage coverage) => coverage.Gap is { Most: null or > 0, IsUnknown: false };

    private static CoverageStep InCountry(YearOfCoverage year, CountryCoverage country, StudyPlaceList places, bool signUpsAreOpen)
    {
        var (known, gap) = (country.Coverage.Known, country.Coverage.Gap!.Value);
        var missing = gap.Least == 0 && gap.Most is { } most ? $"Inntil {most} til" : $"{Capital(gap.ToString())} til";
        if (known > 0)
            return new CoverageStep($"Spør {Known(known)} dere kjenner i {Place(country.Code)}", $"{missing} studerer der. Medisinstudenter hjemmefra kjenner ofte hverandre, og kan sende teksten under videre.", "Se dem", Students(year, country.Code));
        return Ask($"Spør på studiestedene i {Place(country.Code)}", $"{missing} studerer der, og dere kjenner ingen. {Schools(country.Code, places)}", signUpsAreOpen);
    }

    // Whoever is asked needs a text with the link; without one the answers are written in by hand.
    private static CoverageStep Ask(string what, string why, bool signUpsAreOpen) =>
        signUpsAreOpen ? new(what, why, "Finn teksten", "/dekning/del") : new(what, why, "Legg til en student", "/studenter/ny");

    private static string Schools(string code, StudyPlaceList places)
    {
        var schools = places.All.Where(place => place.Country == code).Select(place => place.Name).Take(SchoolsToName).ToList();
        var who = code == CountedCountry.Norway ? "Norsk medisinstudentforening har lokallag på alle studiestedene" : "ANSA og Norsk medisinstudentforening utland har lokallag ute";
        return schools.Count == 0 ? $"{who}, og kan dele teksten under." : $"{who}. Begynn med {string.Join(", ", schools)}.";
    }

    private static string Capital(string text) => char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];

    // "Andre land" and "Utlandet" are words; the countries are names.
    private static string Place(string code) => code is CountedCountry.Others or CountedCountry.Abroad ? CountedCountry.Name(code).ToLowerInvariant() : CountedCountry.Name(code);

    private static string Known(int known) => known == 1 ? "den ene" : $"de {known}";
}
