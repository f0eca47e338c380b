using System.Globalization;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Demo;

/// <summary>
/// Invented medical students of one kommune: all study places, every stage from the first semester to graduated, with the gaps a real
/// list has. The same kommune and day give the same people in the same order, however many are taken; addresses are at the example domains.
/// </summary>
public static class InventedStudents
{
    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];
    private static readonly string[] Sources = ["Egen liste", "Studenten selv", "Sommerjobb tidligere år", "Tips fra familie"];

    private static readonly StudyPlaceEntry[] AtHome = [.. StudyPlaceCatalogue.All.Where(place => place.IsNorwegian)];
    private static readonly StudyPlaceEntry[] Abroad = [.. StudyPlaceCatalogue.All.Where(place => !place.IsNorwegian)];

    /// <summary>An endless row of them.</summary>
    /// <param name="today">What the stages are counted from.</param>
    public static IEnumerable<StudentDetails> Of(string kommuneNumber, DateOnly today)
    {
        var chance = new Random(int.Parse(kommuneNumber, CultureInfo.InvariantCulture));
        var neighbours = Kommuner.All.Where(k => k.FylkeNumber == kommuneNumber[..2] && k.Number != kommuneNumber).Select(k => k.Number).ToArray();
        for (var number = 1; ; number++)
            yield return One(chance, number, kommuneNumber, neighbours, today);
    }

    private static StudentDetails One(Random chance, int number, string kommuneNumber, string[] neighbours, DateOnly today)
    {
        var (first, last) = Name(chance);
        var place = Place(chance);
        var start = Start(chance, place, today);
        var semester = StudyStage.On(today, start, 0).Semester!.Value;
        var delay = chance.Next(100) < 8 ? chance.Next(1, 3) : 0;
        var end = start.Plus(place.Semesters - 1 + delay);
        var informed = chance.Next(100) < 80;
        var licence = semester - delay > StudyStage.LicenceAfterSemester && place.IsNorwegian && chance.Next(100) < 60;
        return new StudentDetails
        {
            FirstName = first,
            LastName = last,
            Email = chance.Next(100) < 96 ? Address(first, last, number) : null,
            Phone = chance.Next(100) < 85 ? $"+474123{chance.Next(10_000):0000}" : null,
            BirthYear = chance.Next(100) < 70 ? start.Year - 19 - chance.Next(4) : null,
            HomeKommune = chance.Next(100) < 88 || neighbours.Length == 0 ? kommuneNumber : Pick(chance, neighbours),
            StudyPlaceCode = place.Code,
            CountryCode = place.Country,
            StartTerm = start,
            DelayTerms = delay,
            GraduationYear = end.Year,
            GraduationMonth = end.Season == Season.Spring ? 6 : 12,
            Progression = semester - delay > place.Semesters ? Progression.Completed : delay > 0 && chance.Next(3) == 0 ? Progression.OnLeave : Progression.Ordinary,
            WrittenForm = chance.Next(100) switch { < 88 => WrittenForm.Bokmaal, < 98 => WrittenForm.Nynorsk, _ => WrittenForm.English },
            Ties = chance.Next(100) switch { < 60 => new(GrewUp: ""), < 70 => new(Family: "Besteforeldre"), < 75 => new(GrewUp: "", Family: "Foreldre"), < 82 => new(Partner: ""), < 86 => new(Other: "Familien har hytte her"), _ => Ties.None },
            LicenceFrom = licence ? DayIn(start.Plus(StudyStage.LicenceAfterSemester)) : null,
            LicenceTo = licence ? DayIn(start.Plus(place.Semesters + 2)) : null,
            Source = Pick(chance, Sources),
            LegalBasis = informed ? LegalBasis.Consent : LegalBasis.PublicTask,
            CollectedOn = today.AddDays(-chance.Next(20, 700)),
        };
    }

    private static (string First, string Last) Name(Random chance)
    {
        var roll = chance.Next(InventedNames.Origins.Sum(origin => origin.Share));
        var origin = InventedNames.Origins[0];
        foreach (var candidate in InventedNames.Origins)
        {
            origin = candidate;
            if ((roll -= candidate.Share) < 0)
                break;
        }
        var first = Pick(chance, origin.First);
        if (origin.Share > 50 && chance.Next(100) < 12)
            first = $"{first} {Pick(chance, origin.First)}";
        var last = Pick(chance, origin.Last);
        return (first, chance.Next(100) < 5 ? $"{last}-{Pick(chance, InventedNames.Origins[0].Last)}" : last);
    }

    // Two of five at home.
    private static StudyPlaceEntry Place(Random chance) => Pick(chance, chance.Next(100) < 40 ? AtHome : Abroad);

    private static Term Start(Random chance, StudyPlaceEntry place, DateOnly today)
    {
        var start = Term.Of(today).Plus(-chance.Next(0, 14));
        return start.Season == Season.Spring && !place.StartsInSpringToo ? start.Plus(-1) : start;
    }

    private static string Address(string first, string last, int number)
    {
        var name = SearchText.Fold($"{first}.{last}").Replace(' ', '.').Replace("'", "", StringComparison.Ordinal);
        return $"{name}{number}@{Domains[number % Domains.Length]}";
    }

    private static DateOnly DayIn(Term term) => new(term.Year, term.Season == Season.Spring ? 1 : 8, 15);

    private static T Pick<T>(Random chance, T[] from) => from[chance.Next(from.Length)];
}
