using System.Globalization;
using System.Text;
using Rekruttering.Application.Statistics;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Statistics;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Demo;

/// <summary>
/// Invented counts of medical students, as a CSV file of PxWeb: every kommune of the fylke, four autumns, small cells hidden behind ":". For the one kommune
/// they fit the people who were invented for it: some countries have students that nobody knows, and one has fewer than are known.
/// </summary>
public static class InventedStatistics
{
    private static readonly (string Code, string Name)[] Countries =
        [("NO", "Norge"), ("PL", "Polen"), ("HU", "Ungarn"), ("SK", "Slovakia"), ("CZ", "Tsjekkia"), ("LV", "Latvia"), ("DK", "Danmark"), (CountedCountry.Others, "Andre land")];

    /// <summary>The file, in ISO-8859-1 as Statistics Norway sends it.</summary>
    /// <param name="kommuneNumber">The kommune of the people.</param>
    /// <param name="people">Those who stand in its register.</param>
    /// <param name="newest">The newest year that is published.</param>
    public static byte[] File(string kommuneNumber, IReadOnlyList<StudentDetails> people, int newest)
    {
        var chance = new Random(int.Parse(kommuneNumber, CultureInfo.InvariantCulture) + newest);
        var known = people.Where(p => p.HomeKommune == kommuneNumber)
            .Select(p => new KnownStudent(p.CountryCode, p.StudyPlaceCode, p.HomeKommune, p.StartTerm, StudyPlan.Of(p).LastTerm, p.Progression)).ToList();
        var file = new StringBuilder("\"hjemkommune\";\"studieland\";\"status\";\"år\";\"Medisinstudenter, etter hjemkommune, studieland, status og år,\"\r\n");
        foreach (var kommune in Kommuner.All.Where(k => k.FylkeNumber == kommuneNumber[..2]))
            foreach (var (code, name) in Countries)
                foreach (var year in Enumerable.Range(newest - 3, 4))
                {
                    var studying = kommune.Number == kommuneNumber ? Around(known, code, year, newest, chance) : chance.Next(code == "NO" ? 12 : 4);
                    Line(file, kommune, name, "Igangværende", year, studying);
                    Line(file, kommune, name, "Fullført", year, chance.Next(code == "NO" ? 6 : 3));
                }
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static int Around(List<KnownStudent> known, string code, int year, int newest, Random chance)
    {
        var named = Countries.Select(country => country.Code).ToHashSet(StringComparer.Ordinal);
        var here = known.Count(s => s.StudiedIn(Term.Of(TableFacts.CensusDay(year)), new Term(newest + 1, Season.Spring)) && (s.Country == code || (code == CountedCountry.Others && !named.Contains(s.Country ?? ""))));
        // Who finished before the register was made stands in no list: the further back, the more.
        var before = (newest - year) * (code == "NO" ? 2 : 1);
        return code switch
        {
            "NO" => here + before + chance.Next(3, 7),
            "DK" => Math.Max(0, here - 1),
            _ => here + before + chance.Next(0, 4),
        };
    }

    private static void Line(StringBuilder file, Kommune kommune, string country, string status, int year, int count) =>
        file.Append(CultureInfo.InvariantCulture, $"\"{kommune.Number} {kommune.Name}\";\"{country}\";\"{status}\";\"{year}\";{(count is 1 or 2 ? "\":\"" : count.ToString(CultureInfo.InvariantCulture))}\r\n");
}
