using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Tests.Places;

public class FindingAStudyPlace
{
    [Theory]
    [InlineData("UPJŠ Košice", "SK", "sk-kosice")]
    [InlineData("UiB", "NO", "uib")]
    [InlineData("NTNU", null, "ntnu")]
    [InlineData("NTNU Link Levanger", "NO", "ntnu-link-levanger")]
    [InlineData("Universitetet i Oslo", "NO", "uio")]
    [InlineData("UiT Norges arktiske universitet", "NO", "uit")]
    [InlineData("Syddansk Universitet", "DK", "dk-syddansk")]
    [InlineData("Aarhus Universitet", "DK", "dk-aarhus")]
    [InlineData("Univerzita Komenského, Jessenius Martin", "SK", "sk-martin")]
    [InlineData("Pomeranian Medical University, Szczecin", "PL", "pl-szczecin")]
    [InlineData("Uniwersytet Jagielloński, Kraków", "PL", "pl-krakow")]
    [InlineData("Gdański Uniwersytet Medyczny", "PL", "pl-gdansk")]
    [InlineData("3. lékařská fakulta, Univerzita Karlova", "CZ", "cz-praha-3")]
    [InlineData("Semmelweis University", "HU", "hu-semmelweis")]
    [InlineData("University of Debrecen", "HU", "hu-debrecen")]
    [InlineData("semmelweis university budapest", null, "hu-semmelweis")]
    [InlineData("Poznań", "PL", "pl-poznan")]
    [InlineData("poznan", "PL", "pl-poznan")]
    [InlineData("Budapest, Ungarn", null, "hu-semmelweis")]
    [InlineData("Medisin ved NTNU Link Levanger", "NO", "ntnu-link-levanger")]
    public void A_name_an_alias_or_a_city_leads_to_the_place(string text, string? country, string code) =>
        Assert.Equal(code, StudyPlaceCatalogue.Match(text, country)?.Code);

    [Theory]
    [InlineData("Gda?ski Uniwersytet Medyczny", "pl-gdansk")]
    [InlineData("R?ga Stradi?š University", "lv-rsu")]
    [InlineData("Uniwersytet Jagiello?ski", "pl-krakow")]
    [InlineData("Uniwersytet Jagiello?ski, Kraków", "pl-krakow")]
    [InlineData("3. léka?ská fakulta, Univerzita Karlova", "cz-praha-3")]
    [InlineData("3. l\uFFFDka\uFFFDsk\uFFFD fakulta, Univerzita Karlova", "cz-praha-3")]
    public void A_letter_that_the_file_lost_may_be_any_letter(string text, string code) => Assert.Equal(code, StudyPlaceCatalogue.Match(text)?.Code);

    [Theory]
    [InlineData("Ui?", null)]                       // UiO, UiB or UiT
    [InlineData("?. lékařská fakulta", "CZ")]        // the mark is a letter, not a digit
    [InlineData("Univerzita Karlova", "CZ")]         // five of them
    [InlineData("Praha", "CZ")]
    [InlineData("Riga", "LV")]
    [InlineData("Oslo", null)]                       // a city alone says nothing
    [InlineData("Semmelweis; \"Budapest\"\nklinisk campus", "PL")]
    [InlineData("NTNU", "PL")]
    [InlineData("UiO, tidligere UiB", "NO")]
    [InlineData("Hogwarts", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_could_be_two_or_none_is_never_guessed(string? text, string? country) => Assert.Null(StudyPlaceCatalogue.Match(text, country));

    [Fact]
    public void No_name_or_alias_means_two_places()
    {
        var shared = StudyPlaceCatalogue.All.SelectMany(place => place.Aliases.Append(place.Name).Select(name => (Name: SearchText.Words(name), place.Code)).Distinct())
            .GroupBy(pair => pair.Name).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(shared);
        Assert.All(StudyPlaceCatalogue.All, place => Assert.Equal(place, StudyPlaceCatalogue.Match(place.Name, place.Country)));
    }

    [Fact]
    public void Codes_are_plain_and_used_once_and_countries_exist()
    {
        var codes = StudyPlaceCatalogue.All.Select(place => place.Code).Concat(HospitalCatalogue.All.Select(hospital => hospital.Code)).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z][a-z0-9-]+$", code));
        Assert.All(StudyPlaceCatalogue.All, place => Assert.NotNull(Countries.Find(place.Country)));
    }

    [Theory]
    [InlineData("Polen", "PL")]
    [InlineData("noreg", "NO")]
    [InlineData("Hungary", "HU")]
    [InlineData("cz", "CZ")]
    [InlineData("Østerrike", "AT")]
    [InlineData("Mordor", null)]
    public void A_country_is_known_in_both_forms_of_Norwegian_and_in_English(string text, string? code) => Assert.Equal(code, Countries.Resolve(text)?.Code);
}
